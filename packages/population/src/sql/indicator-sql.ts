import type { Exact } from '@huiqi/domain'
import type { Indicator } from '@huiqi/engine'
import { type Choice, candidates, type Ends, firstThatHolds } from './first-that-holds.ts'
import { stepsIn } from './formula/round-parts.ts'
import { toFraction } from './fraction.ts'
import { guardsSql, isOpenTruth } from './guard-sql.ts'
import { resolveReferenceSql } from './reference-sql.ts'
import { refuse } from './refusal.ts'
import { REMARKS } from './remark-words.ts'
import { isOpen, joinOpen, type OpenPart, type PointsSql } from './resolved-sql.ts'
import { define, type Scope } from './scope.ts'
import { isCompound } from './sql-node.ts'
import { all, comparison, mayBeTrue } from './truth-sql.ts'
import { atMost, constant, orElse, pick, plus, times, type Whole } from './whole.ts'

type Item = Indicator['items'][number]

/** An indicator with what its columns are called and the parts into which its table cuts a point. */
export interface IndicatorPlace {
  readonly indicator: Indicator
  readonly name: string
  readonly scale: bigint
}

interface ItemSql extends Choice {
  readonly parts: readonly OpenPart[]
}

const ZERO = constant(0)

/** Points in the parts of a point that the table shares. */
export const scaled = ({ n, d }: Exact, scale: bigint): bigint => (n * scale) / d

const pointsOf = (scope: Scope, item: Item, place: IndicatorPlace): Omit<ItemSql, 'truth'> => {
  const points = constant(scaled(item.points, place.scale))
  if (item.points.n < 0n) return refuse('not-supported', `negative points in ${place.name}`)
  if (item.per === null) return { low: points, high: points, parts: [] }
  const resolved = resolveReferenceSql(scope, item.per.reference)
  if (resolved.kind !== 'number') return refuse('not-supported', `points per ${resolved.kind}`)
  const steps = stepsIn(toFraction(resolved.value), item.per.step, 'down')
  const whole = times(points, steps)
  const given =
    whole.low >= 0n
      ? whole
      : pick(
          [
            { when: comparison('>', whole.sql, ZERO.sql), gives: { ...whole, low: 0n } },
            { when: comparison('<=', whole.sql, ZERO.sql), gives: ZERO },
          ],
          null,
        )
  const most = scaled(place.indicator.max, place.scale)
  return {
    low: atMost(orElse(given, ZERO), most),
    high: atMost(orElse(given, constant(most)), most),
    parts: [{ isOpen: isOpen(resolved), whenOpen: resolved.whenOpen }],
  }
}

const itemSql = (scope: Scope, place: IndicatorPlace, at: number): ItemSql | null => {
  const item = place.indicator.items[at]
  if (item === undefined) return null
  const guards = guardsSql(scope, item.guards)
  const truth = all(...guards.map((guard) => guard.truth))
  const column = isCompound(truth)
    ? define(scope, `${place.name}_${at + 1}`, { sql: truth })
    : truth
  const points = pointsOf(scope, item, place)
  const open = guards.map((guard) => ({ isOpen: isOpenTruth(guard), whenOpen: guard.whenOpen }))
  return { ...points, truth: column, parts: [...open, ...points.parts] }
}

const sumOfHeld = (items: readonly ItemSql[]): Ends => ({
  low: items.map(({ truth, low }) => pick([{ when: truth, gives: low }], ZERO)).reduce(plus, ZERO),
  high: items
    .map(({ truth, high }) => pick([{ when: mayBeTrue(truth), gives: high }], ZERO))
    .reduce(plus, ZERO),
})

const spanOf = (items: readonly ItemSql[], mode: Indicator['mode']): Ends =>
  mode === 'sum' ? sumOfHeld(items) : firstThatHolds(items)

const columnOf = (
  scope: Scope,
  name: string,
  at: { readonly whole: Whole; readonly remarks: readonly string[] },
): Whole => {
  const { whole, remarks } = at
  if (!isCompound(whole.sql)) return whole
  return { ...whole, sql: define(scope, name, { sql: whole.sql, remarks }) }
}

/** The points that an indicator is sure to give and those that it may give. */
export const indicatorSql = (scope: Scope, place: IndicatorPlace): PointsSql => {
  const { indicator, name, scale } = place
  const items = indicator.items.flatMap((_, at) => itemSql(scope, place, at) ?? [])
  const most = scaled(indicator.max, scale)
  const span = spanOf(items, indicator.mode)
  const words = REMARKS[scope.language]
  const remarks = [`${indicator.says[scope.language]}: ${words.surePoints}`]
  const low = columnOf(scope, `${name}_low`, { whole: atMost(span.low, most), remarks })
  const high = columnOf(scope, `${name}_high`, {
    whole: atMost(span.high, most),
    remarks: [words.possiblePoints],
  })
  const may =
    indicator.mode === 'sum' ? items.map(({ truth }) => mayBeTrue(truth)) : candidates(items)
  const whenOpen = joinOpen(
    items.flatMap(({ parts }, at) =>
      parts.map((part) => ({ ...part, isOpen: all(...may.slice(at, at + 1), part.isOpen) })),
    ),
  )
  return { low, high, whenOpen }
}
