/** Long work that pauses after every step; what it comes to is the last word of it. */
export type Steps<Result> = Generator<void, Result, void>

/** Does all steps one after the other. */
export const runSteps = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
