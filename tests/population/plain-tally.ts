import {
  type Clock,
  decide,
  type Facts,
  isInForce,
  type Measure,
  type Rulebook,
  type Situation,
  type Subject,
  situationOf,
  type Verdict,
} from '@huiqi/engine'
import type { MoneyTotal } from '@huiqi/population'
import type { SampleRow } from '../second-engines/random-rows.ts'

/** What a population run counts of one measure. */
export interface PlainTally {
  readonly certain: number
  readonly possible: number
  readonly money: MoneyTotal | null
}

const factsAbout = ({ facts }: Rulebook, all: Facts, subject: Subject): Facts =>
  Object.fromEntries(Object.entries(all).filter(([fact]) => facts.get(fact)?.subject === subject))

/** A row as the plain evaluator reads it for each kind of thing. */
const situationsOf = (
  rulebook: Rulebook,
  { enterprise, thing }: SampleRow,
  clock: Clock,
): ((about: Subject) => Situation) => {
  const made = new Map<Subject, Situation>()
  return (about) => {
    const facts = about === 'enterprise' ? {} : factsAbout(rulebook, thing.facts, about)
    const own = Object.keys(facts).length === 0 ? null : { ...thing, facts }
    const situation = made.get(about) ?? situationOf(rulebook, enterprise, { clock, thing: own })
    made.set(about, situation)
    return situation
  }
}

const withAmount = (total: MoneyTotal, { amount }: Verdict): MoneyTotal => {
  if (amount === null) return total
  const { low, high, why } = amount
  const waits = why.missing.length + why.reviews.length + why.gaps.length > 0
  return {
    low: total.low + BigInt(low),
    high: total.high + BigInt(high ?? 0),
    unbounded: total.unbounded + Number(high === null),
    unknown: total.unknown + Number(waits && low !== high),
  }
}

const OPEN = new Set(['unknown', 'needs-review'])

const withVerdict = ({ certain, possible, money }: PlainTally, verdict: Verdict): PlainTally => {
  const isMet = verdict.outcome === 'met'
  return {
    certain: certain + Number(isMet),
    possible: possible + Number(isMet || OPEN.has(verdict.outcome)),
    money: isMet && money !== null ? withAmount(money, verdict) : money,
  }
}

const emptyTally = ({ eligible, benefit, ...measure }: Measure, clock: Clock): PlainTally => {
  const isDecided = isInForce({ ...measure, eligible, benefit }, clock.submittedOn)
  const givesMoney = isDecided && eligible !== null && benefit?.amount != null
  const money = givesMoney ? { low: 0n, high: 0n, unbounded: 0, unknown: 0 } : null
  return { certain: 0, possible: 0, money }
}

/** Decides every row for every measure, one by one, and counts. */
export const plainTallies = (
  rulebook: Rulebook,
  measures: readonly Measure[],
  { rows, clock }: { readonly rows: readonly SampleRow[]; readonly clock: Clock },
): readonly PlainTally[] => {
  let tallies = measures.map((measure) => emptyTally(measure, clock))
  for (const row of rows) {
    const situationFor = situationsOf(rulebook, row, clock)
    tallies = tallies.map((tally, place) => {
      const measure = measures[place]
      return measure === undefined
        ? tally
        : withVerdict(tally, decide(measure, situationFor(measure.about)))
    })
  }
  return tallies
}
