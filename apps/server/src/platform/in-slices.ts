import { setImmediate as others } from 'node:timers/promises'

const SLICE_MS = 8

/** Long work that pauses after every step. */
export type Steps<Result> = Generator<void, Result, void>

/** Does all steps without a pause. */
export const atOnce = <Result>(steps: Steps<Result>): Result => {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Does long work in slices of a few milliseconds; requests are answered in between. */
export const inSlices = async <Result>(steps: Steps<Result>): Promise<Result> => {
  let until = performance.now() + SLICE_MS
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    if (performance.now() < until) continue
    await others()
    until = performance.now() + SLICE_MS
  }
}
