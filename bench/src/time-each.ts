/** Times of something done for one enterprise after the other, in microseconds. */
export interface Times {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

interface Timing {
  readonly count: number
  readonly rounds: number
  /** Done before each run without being timed. */
  readonly before?: (place: number) => void
}

/**
 * Runs something for each of `count` enterprises, round after round after one to warm up; the time of an
 * enterprise is its fastest one, so that neighbours on the machine count as little as may be.
 */
export const timeEach = (
  { count, rounds, before }: Timing,
  run: (place: number) => void,
): Times => {
  const fastest = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  for (let place = 0; place < count; place += 1) run(place)
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < count; place += 1) {
      before?.(place)
      const start = performance.now()
      run(place)
      const time = (performance.now() - start) * 1000
      fastest[place] = Math.min(fastest[place] ?? time, time)
    }
  }
  const sorted = fastest.sort()
  return { p50: at(sorted, 0.5), p99: at(sorted, 0.99), max: at(sorted, 1) }
}
