/** How many tests passed, failed and were skipped. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What is read of the report that vitest's JSON reporter writes. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly unknown[]
  }[]
}

/** Counts a vitest run. A file that does not load is one failure; so are a run of no test, and a bad exit without any other failure. */
export const tallyVitest = (report: VitestReport | null, exitCode: number): Tally => {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const passed = report.numPassedTests
  const found = report.numFailedTests + unloaded
  const isWrong = passed === 0 || exitCode !== 0
  return {
    passed,
    failed: found === 0 && isWrong ? 1 : found,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The closing line: `N passed, N failed`, and the skipped when there are any. */
export const formatTally = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** The sum of tallies. */
export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** How many tests `vitest list --json` found, which may print other lines before; null when it printed no list. */
export const countListed = (output: string): number | null => {
  const begin = output.search(/^\[/m)
  if (begin < 0) return null
  try {
    const listed: unknown = JSON.parse(output.slice(begin, output.lastIndexOf(']') + 1))
    return Array.isArray(listed) ? listed.length : null
  } catch {
    return null
  }
}
