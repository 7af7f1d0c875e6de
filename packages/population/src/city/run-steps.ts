/** Runs a long computation to its end without stopping between its steps. */
export const runSteps = <Result>(steps: Iterator<number, Result>): Result => {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
