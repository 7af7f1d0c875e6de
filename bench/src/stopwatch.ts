/** Something to time: runs once over its whole part of the set. */
export interface Contender {
  readonly name: string
  /** Evaluations, one rule for one enterprise each, of one run. */
  readonly evaluations: number
  readonly run: () => void | Promise<void>
}

/** Times of the repetitions, in microseconds per evaluation. */
export interface Timing {
  readonly median: number
  readonly fastest: number
  readonly slowest: number
}

const timeOnce = async ({ run, evaluations }: Contender): Promise<number> => {
  const start = performance.now()
  await run()
  return ((performance.now() - start) * 1000) / evaluations
}

const summarize = (times: readonly number[]): Timing => {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    median: sorted[sorted.length >> 1] ?? Number.NaN,
    fastest: sorted[0] ?? Number.NaN,
    slowest: sorted.at(-1) ?? Number.NaN,
  }
}

/** Times all contenders in turn, round after round, after rounds to warm up. */
export const timeInRounds = async (
  contenders: readonly Contender[],
  { warmUp, rounds }: { readonly warmUp: number; readonly rounds: number },
): Promise<readonly Timing[]> => {
  const times = contenders.map((): number[] => [])
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const time = await timeOnce(contender)
      if (round >= 0) times[index]?.push(time)
    }
  }
  return times.map(summarize)
}
