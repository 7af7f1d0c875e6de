import type { Bilingual } from '@huiqi/domain'
import {
  add,
  compare,
  type Exact,
  exact,
  maximum,
  minimum,
  multiply,
  roundTo,
  ZERO,
} from '@huiqi/domain'
import { applyGuard } from './guard.ts'
import type { Indicator, ScoreTable } from './model.ts'
import { resolveReference } from './reference.ts'
import {
  asExact,
  CLOSED,
  distinctUses,
  type FactUse,
  joinOpenness,
  known,
  type Openness,
  open,
  type Resolved,
} from './resolved.ts'
import type { Situation } from './situation.ts'
import { allOf, type Truth } from './truth.ts'

/** Points that are still possible, with what decides between them. */
export interface PointSpan {
  readonly low: Exact
  readonly high: Exact
  readonly why: Openness
  readonly uses: readonly FactUse[]
}

/** A score table filled in for one enterprise. */
export interface ScoreSheet {
  readonly table: ScoreTable
  readonly total: PointSpan
  readonly groups: readonly {
    readonly id: string
    readonly name: Bilingual
    readonly span: PointSpan
    readonly indicators: readonly { readonly indicator: Indicator; readonly span: PointSpan }[]
  }[]
}

type Item = Indicator['items'][number]

interface ItemOutcome extends PointSpan {
  readonly truth: Truth
}

const pointsFor = (situation: Situation, item: Item): PointSpan => {
  if (item.per === null) {
    return { low: item.points, high: item.points, why: CLOSED, uses: [] }
  }
  const resolved = resolveReference(situation, item.per.reference)
  if (resolved.kind === 'open') {
    const why = joinOpenness([resolved])
    return { low: ZERO, high: ALL_POINTS, why, uses: resolved.uses }
  }
  const steps = roundTo(asExact(resolved.value), item.per.step, 'down')
  const points = multiply(item.points, {
    n: steps.n * item.per.step.d,
    d: steps.d * item.per.step.n,
  })
  const whole = maximum(ZERO, points)
  return { low: whole, high: whole, why: CLOSED, uses: resolved.uses }
}

/** More than any indicator gives; the indicator's own maximum cuts it. */
const ALL_POINTS = exact(1_000_000)

const itemOutcome = (situation: Situation, item: Item): ItemOutcome => {
  const guards = item.guards.map((guard) => applyGuard(situation, guard))
  const truth = allOf(guards.map((guard) => guard.truth))
  const points = pointsFor(situation, item)
  return {
    truth,
    low: points.low,
    high: points.high,
    why: joinOpenness([points.why, ...guards.map(({ why }) => why)]),
    uses: [...points.uses, ...guards.flatMap(({ resolved }) => resolved.uses)],
  }
}

const firstThatHolds = (outcomes: readonly ItemOutcome[]): PointSpan => {
  const decisive = outcomes.findIndex(({ truth }) => truth === 'true')
  const reachable = decisive === -1 ? outcomes : outcomes.slice(0, decisive + 1)
  const candidates = reachable.filter(({ truth }) => truth !== 'false')
  const none = decisive === -1 ? [ZERO] : []
  return {
    low: [...candidates.map(({ low }) => low), ...none].reduce(minimum),
    high: [...candidates.map(({ high }) => high), ...none].reduce(maximum),
    why: joinOpenness(candidates.map(({ why }) => why)),
    uses: reachable.flatMap(({ uses }) => uses),
  }
}

const sumOfHeld = (outcomes: readonly ItemOutcome[]): PointSpan => {
  const held = outcomes.filter(({ truth }) => truth === 'true')
  const candidates = outcomes.filter(({ truth }) => truth !== 'false')
  return {
    low: held.map(({ low }) => low).reduce(add, ZERO),
    high: candidates.map(({ high }) => high).reduce(add, ZERO),
    why: joinOpenness(candidates.map(({ why }) => why)),
    uses: outcomes.flatMap(({ uses }) => uses),
  }
}

const cut = (span: PointSpan, max: Exact): PointSpan => {
  const low = minimum(span.low, max)
  const high = minimum(span.high, max)
  const uses = distinctUses(span.uses)
  return { low, high, uses, why: compare(low, high) === 0 ? CLOSED : span.why }
}

const indicatorSpan = (situation: Situation, indicator: Indicator): PointSpan => {
  const outcomes = indicator.items.map((item) => itemOutcome(situation, item))
  const span = indicator.mode === 'first' ? firstThatHolds(outcomes) : sumOfHeld(outcomes)
  return cut(span, indicator.max)
}

const totalSpan = (spans: readonly PointSpan[]): PointSpan => ({
  low: spans.map(({ low }) => low).reduce(add, ZERO),
  high: spans.map(({ high }) => high).reduce(add, ZERO),
  why: joinOpenness(spans.map(({ why }) => why)),
  uses: distinctUses(spans.flatMap(({ uses }) => uses)),
})

/** Fills in a score table. Throws RangeError on an unknown table. */
export const fillScoreSheet = (situation: Situation, tableId: string): ScoreSheet => {
  const table = situation.rulebook.scoreTables.get(tableId)
  if (!table) throw new RangeError(`unknown score table: ${tableId}`)
  const groups = table.groups.map((group) => {
    const indicators = group.indicators.map((indicator) => ({
      indicator,
      span: indicatorSpan(situation, indicator),
    }))
    const span = totalSpan(indicators.map((entry) => entry.span))
    return { id: group.id, name: group.name, span, indicators }
  })
  return { table, groups, total: cut(totalSpan(groups.map(({ span }) => span)), table.max) }
}

/** The total of a score, or of one of its groups; a range while indicators are open. */
export const scoreOf = (situation: Situation, tableId: string, group: string | null): Resolved => {
  const sheet = fillScoreSheet(situation, tableId)
  const span = group === null ? sheet.total : sheet.groups.find(({ id }) => id === group)?.span
  if (!span) throw new RangeError(`${tableId} has no group ${group}`)
  if (compare(span.low, span.high) === 0) return known(span.low, span.uses)
  const possible = { kind: 'range', low: span.low, high: span.high } as const
  return open(span.why, { possible, uses: span.uses })
}
