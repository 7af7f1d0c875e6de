/** The value below which a share of the values lies; NaN without values. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = Math.min(sorted.length - 1, Math.floor(share * sorted.length))
  return sorted[place] ?? Number.NaN
}

/** The middle value; NaN without values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The mean; NaN without values. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
