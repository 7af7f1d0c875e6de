import { type Asked, effortOf, needKey, type Rulebook } from '@huiqi/engine'

/** A question with what has been collected for it. */
export interface Tally {
  readonly asked: Asked
  worth: number
  readonly decides: number[]
  readonly touches: number[]
  /** The number of the measure that asked last. */
  measure: number
}

/** One measure that asks. */
interface Asking {
  readonly place: number
  readonly worth: number
  /** Whether it waits for more than answers. */
  readonly hasMore: boolean
}

/** Collects what measures ask for, one measure after the other. */
export const createTallies = (rulebook: Rulebook) => {
  const byKey = new Map<string, Tally>()
  /** The first `count` of them ask for the measure. */
  const asking: Tally[] = []
  let count = 0
  let measure = 0
  return {
    /** The tally of a question. */
    of: (asked: Asked): Tally => {
      const key = asked.kind === 'things' ? `things:${asked.of}` : needKey(asked.need)
      const ready = byKey.get(key)
      const tally = ready ?? { asked, worth: 0, decides: [], touches: [], measure: 0 }
      byKey.set(key, tally)
      return tally
    },
    /** Begins the questions of another measure. */
    start: (): void => {
      measure += 1
      count = 0
    },
    /** Notes that the measure asks something; asking it again changes nothing. */
    ask: (tally: Tally): void => {
      if (tally.measure === measure) return
      tally.measure = measure
      asking[count] = tally
      count += 1
    },
    /** How many questions the measure has. */
    count: (): number => count,
    /** Shares the worth of the measure among what it asks. */
    share: ({ place, worth, hasMore }: Asking): void => {
      const share = worth / count
      const isDecisive = count === 1 && !hasMore
      for (let at = 0; at < count; at += 1) {
        const tally = asking[at]
        if (tally === undefined) return
        tally.worth += share
        tally.touches.push(place)
        if (isDecisive && tally.asked.kind === 'fact') tally.decides.push(place)
      }
    },
    /** All questions, the most worthwhile first. */
    ranked: () =>
      [...byKey.values()]
        .filter(({ touches }) => touches.length > 0)
        .map(({ asked, worth, decides, touches }) => ({
          asked,
          worth: worth / effortOf(rulebook, asked),
          decides,
          touches,
        }))
        .sort((a, b) => b.worth - a.worth || b.touches.length - a.touches.length),
  }
}
