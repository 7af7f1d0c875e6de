import { add as addExact, exact, formatExact } from '@huiqi/domain'
import {
  type Clock,
  decide,
  type Leaf,
  type LeafTrace,
  leavesOf,
  type Measure,
  nextQuestions,
  type Rulebook,
  type Scalar,
  situationOf,
  type Trace,
  type Truth,
  type Verdict,
} from '@huiqi/engine'
import type {
  EnterpriseAnswers,
  EnterpriseWithThings,
  MoneyOfOne,
  PopulationProgram,
} from '@huiqi/population'

/** The rules and the day. */
export interface Rules {
  readonly rulebook: Rulebook
  readonly measures: readonly Measure[]
  readonly clock: Clock
}

/** The plain evaluator's verdicts, by place of the measure. */
export const plainVerdicts = (
  { rulebook, measures, clock }: Rules,
  { enterprise, things }: EnterpriseWithThings,
): readonly Verdict[] =>
  measures.map((measure) => {
    const thing = measure.about === 'enterprise' ? null : (things[measure.about] ?? null)
    return decide(measure, situationOf(rulebook, enterprise, { clock, thing }))
  })

const OPEN: readonly string[] = ['unknown', 'needs-review']

const placesWhere = (
  verdicts: readonly Verdict[],
  isWanted: (verdict: Verdict) => boolean,
): readonly number[] => verdicts.flatMap((verdict, place) => (isWanted(verdict) ? [place] : []))

const ascending = (places: Iterable<number>): readonly number[] => [...places].sort((a, b) => a - b)

const plainMoney = (verdicts: readonly Verdict[]): MoneyOfOne => {
  let [low, high, unbounded, unknown] = [0n, 0n, 0, 0]
  for (const { outcome, amount } of verdicts) {
    if (outcome !== 'met' || amount === null) continue
    const { missing, reviews, gaps } = amount.why
    low += BigInt(amount.low)
    high += BigInt(amount.high ?? 0)
    unbounded += amount.high === null ? 1 : 0
    const waits = missing.length + reviews.length + gaps.length > 0
    unknown += waits && amount.low !== amount.high ? 1 : 0
  }
  return { low, high, unbounded, unknown }
}

const rounded = (worth: number): string => worth.toPrecision(9)

const plainQuestions = ({ rulebook, measures }: Rules, verdicts: readonly Verdict[]) => {
  const places = new Map(measures.map(({ id }, place) => [id, place]))
  const placesOf = (ids: readonly string[]) => ascending(ids.map((id) => places.get(id) ?? -1))
  return nextQuestions(rulebook, verdicts).map(({ asked, worth, decides, touches }) => ({
    asked,
    worth: rounded(worth),
    decides: placesOf(decides),
    touches: placesOf(touches),
  }))
}

const sortedByText = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
  entries
    .map((entry) => ({
      entry,
      text: JSON.stringify(entry, (_, v) => (typeof v === 'bigint' ? `${v}n` : v)),
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ entry }) => entry)

/** What the plain evaluator says about all measures, in the form of `indexAnswers`. */
export const plainAnswers = (rules: Rules, enterprise: EnterpriseWithThings) => {
  const verdicts = plainVerdicts(rules, enterprise)
  const certain = placesWhere(verdicts, ({ outcome }) => outcome === 'met')
  const open = placesWhere(verdicts, ({ outcome }) => OPEN.includes(outcome))
  return {
    counts: { certain: certain.length, possible: certain.length + open.length },
    certain,
    open,
    money: plainMoney(verdicts),
    questions: sortedByText(plainQuestions(rules, verdicts)),
  }
}

/** What an index says about all measures, with places in order. */
export const indexAnswers = (answers: EnterpriseAnswers) => ({
  counts: answers.counts(),
  certain: ascending(answers.certain()),
  open: ascending(answers.open()),
  money: answers.money(),
  questions: sortedByText(
    answers.questions().map(({ asked, worth, decides, touches }) => ({
      asked,
      worth: rounded(worth),
      decides: ascending(decides),
      touches: ascending(touches),
    })),
  ),
})

/** The leaves of a verdict as the index gives them. */
export const plainReasons = ({ trace }: Verdict) =>
  trace === null
    ? []
    : leavesOf(trace).map(({ leaf, truth, resolved }: LeafTrace) => ({ leaf, truth, resolved }))

type Sign = 'plain' | 'negated'

const flip = (truth: Truth): Truth =>
  truth === 'open' ? 'open' : truth === 'true' ? 'false' : 'true'

const strongest = (truths: readonly Truth[]): Truth =>
  truths.includes('true') ? 'true' : truths.includes('open') ? 'open' : 'false'

const weakest = (truths: readonly Truth[]): Truth => flip(strongest(truths.map(flip)))

/** The truth of a trace, or of its negation, once the chosen leaves come out as is best for it. */
export const truthIf = (
  trace: Trace,
  isHelped: (leaf: Leaf) => boolean,
  sign: Sign = 'plain',
): Truth => {
  if (trace.kind === 'leaf') {
    if (isHelped(trace.leaf)) return 'true'
    return sign === 'plain' ? trace.truth : flip(trace.truth)
  }
  const turned: Sign = sign === 'plain' ? 'negated' : 'plain'
  const inside = trace.kind === 'except' ? turned : sign
  const parts = trace.parts.map((part) => truthIf(part, isHelped, inside))
  const isAny = (trace.kind !== 'all') === (inside === 'plain')
  return isAny ? strongest(parts) : weakest(parts)
}

/** The truths of the parts that must all hold. */
export const conjunctTruths = (trace: Trace, sign: Sign = 'plain'): readonly Truth[] => {
  const isJoined = trace.kind !== 'leaf' && (trace.kind === 'all') === (sign === 'plain')
  if (trace.kind === 'leaf' || (trace.kind !== 'except' && !isJoined)) {
    return [sign === 'plain' ? trace.truth : flip(trace.truth)]
  }
  if (trace.kind === 'except' && sign === 'negated') return [flip(trace.truth)]
  const inside = trace.kind === 'except' ? 'negated' : sign
  return trace.parts.flatMap((part) => conjunctTruths(part, inside))
}

type FactValue = readonly [fact: string, value: Scalar]

/** The figures that a program compares facts with, and those just beside. */
const valuesAtCuts = ({ slots }: PopulationProgram): readonly FactValue[] =>
  slots.flatMap(({ source, domain, type }) => {
    const isFigure = domain.kind === 'ordered' && type !== 'boolean' && type !== 'date'
    if (source.kind !== 'fact' || !isFigure) return []
    const cuts = domain.cuts.flatMap(({ value }) => value ?? [])
    return cuts.flatMap((value) =>
      [-1, 0, 1].map((step): FactValue => [source.fact, addExact(value, exact(step))]),
    )
  })

const valuesOf = ({ enterprise, things }: EnterpriseWithThings): readonly FactValue[] =>
  [enterprise, ...Object.values(things)].flatMap(({ facts }) =>
    Object.entries(facts).flatMap(([fact, stated]) =>
      stated.map(({ value }): FactValue => [fact, value]),
    ),
  )

/** Values by fact: those that many enterprises have, and those about which a program asks. */
export const valuesToTry = (
  program: PopulationProgram,
  enterprises: readonly EnterpriseWithThings[],
): ReadonlyMap<string, readonly Scalar[]> => {
  const byFact = new Map<string, Map<string, Scalar>>()
  for (const [fact, value] of [...valuesAtCuts(program), ...enterprises.flatMap(valuesOf)]) {
    const known = byFact.get(fact) ?? new Map<string, Scalar>()
    known.set(typeof value === 'object' ? formatExact(value) : String(value), value)
    byFact.set(fact, known)
  }
  return new Map([...byFact].map(([fact, known]) => [fact, [...known.values()]]))
}
