import { median } from './quantile.ts'

/** A result with the time it took in milliseconds. */
export interface Timed<T> {
  readonly result: T
  readonly ms: number
}

/** Runs once and measures. */
export const timed = async <T>(run: () => T | Promise<T>): Promise<Timed<T>> => {
  const start = performance.now()
  const result = await run()
  return { result, ms: performance.now() - start }
}

/** Runs a few times, at least once; the last result and the median of the times. */
export const timedMedian = async <T>(
  repeats: number,
  run: () => T | Promise<T>,
): Promise<Timed<T>> => {
  let last = await timed(run)
  const times = [last.ms]
  while (times.length < repeats) {
    last = await timed(run)
    times.push(last.ms)
  }
  return { result: last.result, ms: median(times) }
}
