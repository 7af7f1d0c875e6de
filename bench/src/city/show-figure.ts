/** A whole number with its thousands grouped. */
export const showCount = (value: number): string => Math.round(value).toLocaleString('en-US')

/** Milliseconds; from a second on as seconds. */
export const showMs = (ms: number): string => {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`
  return `${ms >= 100 ? ms.toFixed(0) : ms.toFixed(1)} ms`
}

const MINUTE = 60
const HOUR = 3600

/** Seconds; longer times in minutes and hours. */
export const showSeconds = (seconds: number): string => {
  if (seconds < 2 * MINUTE) return `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`
  if (seconds < 2 * HOUR) return `${(seconds / MINUTE).toFixed(0)} min`
  return `${showCount(seconds / HOUR)} h`
}

/** How many times; rounded down, so that a goal is not met by rounding. */
export const showRatio = (ratio: number): string =>
  ratio >= 10 ? showCount(Math.floor(ratio)) : (Math.floor(ratio * 10) / 10).toFixed(1)

/** A share in percent; rounded down, so that 100 % means every one. */
export const showShare = (part: number, of: number): string =>
  of === 0 ? '–' : `${(Math.floor((part / of) * 10_000) / 100).toFixed(2)} %`
