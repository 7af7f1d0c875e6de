import { type Exact, exact, multiply } from '@huiqi/domain'
import {
  fillScoreSheet,
  type Indicator,
  needKey,
  open,
  type Resolved,
  type ScoreTable,
  type Situation,
} from '@huiqi/engine'
import { blankSituation, type CompileContext } from './compile-context.ts'
import { stateOfNumber } from './cut.ts'
import { type Domain, openState, truthsOf } from './domain.ts'
import { domainOfDraft } from './domain-of-draft.ts'
import type { DerivationDraft, Draft, IndicatorDraft } from './draft.ts'
import { representativeOf } from './representative.ts'
import type { Derivation, IndicatorTable, SlotView } from './slot.ts'

type ScoreDraft = Extract<DerivationDraft, { kind: 'score' }>

/** Larger tables are left to the plain evaluator. */
const ENTRIES_AT_MOST = 4096
const SUM_AT_MOST = 60_000

interface Cases {
  readonly draft: Draft
  readonly view: SlotView
  /** A value for each case. */
  readonly samples: readonly Resolved[]
}

/** The states of an input in cases that none of the tests tells apart. */
const casesOf = (
  domains: readonly Domain[],
  { draft, tests }: IndicatorDraft['inputs'][number],
): Cases => {
  const domain = domainOfDraft(domains, draft)
  const truths = tests.map((test) => truthsOf(domain, test))
  const bySignature = new Map<string, number>()
  const samples: Resolved[] = []
  const cases = Uint16Array.from({ length: openState(domain) + 1 }, (_, state) => {
    const signature = truths.map((each) => each[state]).join('')
    const found = bySignature.get(signature)
    if (found !== undefined) return found
    bySignature.set(signature, samples.length)
    return samples.push(representativeOf(domain, draft.type, state)) - 1
  })
  return { draft, view: { slot: draft.place, cases, count: samples.length }, samples }
}

/** A table with one indicator, under a name that the situation below knows. */
const onlyIndicator = (table: ScoreTable, indicator: Indicator): ScoreTable => ({
  ...table,
  groups: table.groups.slice(0, 1).map((group) => ({ ...group, indicators: [indicator] })),
})

const situationWith = (
  blank: Situation,
  table: ScoreTable,
  values: ReadonlyMap<string, Resolved>,
): Situation => ({
  ...blank,
  rulebook: { ...blank.rulebook, scoreTables: new Map([[table.id, table]]) },
  resolve: (fact, year) => values.get(needKey({ fact, year })) ?? open({}),
})

const keyOf = ({ source }: Draft): string => (source.kind === 'fact' ? needKey(source) : '')

interface Points {
  readonly inputs: readonly SlotView[]
  readonly low: readonly Exact[]
  readonly high: readonly Exact[]
}

const pointsOf = (table: ScoreTable, blank: Situation, inputs: readonly Cases[]): Points => {
  const entries = inputs.reduce((product, { view }) => product * view.count, 1)
  const spans = Array.from({ length: entries }, (_, entry) => {
    let rest = entry
    const values = new Map<string, Resolved>()
    for (const { draft, view, samples } of inputs.toReversed()) {
      values.set(keyOf(draft), samples[rest % view.count] ?? open({}))
      rest = Math.floor(rest / view.count)
    }
    const sheet = fillScoreSheet(situationWith(blank, table, values), table.id)
    const span = sheet.groups[0]?.indicators[0]?.span
    if (!span) throw new RangeError(`${table.id} has no indicator`)
    return span
  })
  return {
    inputs: inputs.map(({ view }) => view),
    low: spans.map(({ low }) => low),
    high: spans.map(({ high }) => high),
  }
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b))

const inUnits = (values: readonly Exact[], scale: Exact): Int32Array =>
  Int32Array.from(values, (value) => Number(multiply(value, scale).n))

const highest = (tables: readonly IndicatorTable[]): number =>
  tables.reduce((sum, { high }) => sum + Math.max(...high), 0)

/** A score over finished domains; null when its tables would be too large. */
export const finishScore = (
  { rulebook, clock }: CompileContext,
  domains: readonly Domain[],
  { draft, derivation }: { readonly draft: Draft; readonly derivation: ScoreDraft },
): Derivation | null => {
  const { table, group, indicators } = derivation
  const blank = blankSituation(rulebook, clock)
  const points: Points[] = []
  for (const { group: at, place, inputs } of indicators) {
    const indicator = table.groups[at]?.indicators[place]
    const cases = inputs.map((input) => casesOf(domains, input))
    const entries = cases.reduce((product, { view }) => product * view.count, 1)
    if (!indicator || entries > ENTRIES_AT_MOST) return null
    points.push(pointsOf(onlyIndicator(table, indicator), blank, cases))
  }
  const values = points.flatMap(({ low, high }) => [...low, ...high])
  const unit = values.reduce((lcm, { d }) => (lcm * d) / greatestDivisor(lcm, d), table.max.d)
  const scale = exact(unit)
  const tables = points.map(({ inputs, low, high }) => ({
    inputs,
    low: inUnits(low, scale),
    high: inUnits(high, scale),
  }))
  const cap = group === null ? Number(multiply(table.max, scale).n) : Number.POSITIVE_INFINITY
  const max = Math.min(cap, highest(tables))
  const domain = domainOfDraft(domains, draft)
  const isTooLarge = max > SUM_AT_MOST || values.some(({ n }) => n < 0n)
  if (isTooLarge || domain.kind !== 'ordered') return null
  const stateOfSum = Uint16Array.from({ length: max + 1 }, (_, sum) =>
    stateOfNumber(domain.cuts, exact(BigInt(sum), unit)),
  )
  return { kind: 'score', indicators: tables, max, stateOfSum }
}
