/** How far a run has come. */
export interface Progress {
  readonly rows: number
  readonly rowsInAll: number
  readonly rowsPerSecond: number
  /** Null until there is a rate. */
  readonly secondsLeft: number | null
}

/** Progress from rows done since a start, in milliseconds. */
export const progressOf = (
  { rows, rowsInAll }: Pick<Progress, 'rows' | 'rowsInAll'>,
  elapsedMs: number,
): Progress => {
  const rowsPerSecond = elapsedMs > 0 ? (rows * 1000) / elapsedMs : 0
  const secondsLeft = rowsPerSecond > 0 ? (rowsInAll - rows) / rowsPerSecond : null
  return { rows, rowsInAll, rowsPerSecond, secondsLeft }
}
