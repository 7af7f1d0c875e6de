/** Which rows go out, and how the run is watched and stopped. */
export interface ExportOptions {
  /** The first so many rows; all when not given. */
  readonly limit?: number
  /** Whether the table is made up; stands in the file where the format has a place for it. */
  readonly synthetic?: boolean
  readonly onProgress?: (rows: number, of: number) => void
  readonly signal?: AbortSignal
}

/** Ranges of at most `step` rows. */
export function* rowRanges(
  rows: number,
  step: number,
): Generator<{ readonly from: number; readonly end: number }> {
  for (let from = 0; from < rows; from += step) yield { from, end: Math.min(rows, from + step) }
}
