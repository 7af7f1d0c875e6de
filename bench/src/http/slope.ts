/** A reading at a time. */
export interface Reading {
  readonly minute: number
  readonly value: number
}

/** How much the readings grow in a minute, by least squares; 0 for fewer than two. */
export const slopeOf = (readings: readonly Reading[]): number => {
  const count = readings.length
  if (count < 2) return 0
  const meanMinute = readings.reduce((sum, { minute }) => sum + minute, 0) / count
  const meanValue = readings.reduce((sum, { value }) => sum + value, 0) / count
  let above = 0
  let below = 0
  for (const { minute, value } of readings) {
    above += (minute - meanMinute) * (value - meanValue)
    below += (minute - meanMinute) ** 2
  }
  return below === 0 ? 0 : above / below
}
