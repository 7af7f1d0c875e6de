import { add, compare, type Exact, formatExact, ZERO } from '@huiqi/domain'
import type { ClassTable, CodeIndex, Indicator, Operand, ScoreTable } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import { unreachableBands } from './bands.ts'
import type { Surrounding } from './conditions.ts'

const numberOf = (operand: Operand): Exact | null =>
  operand.kind === 'literal' && typeof operand.value === 'object' ? operand.value : null

const isFalling = (limits: readonly Operand[]): boolean => {
  const known = limits.map(numberOf).filter((value) => value !== null)
  return known.every((value, place) => {
    const before = known[place - 1]
    return before === undefined || compare(before, value) >= 0
  })
}

const checkRows = ({ rows }: ClassTable, report: Report): void => {
  for (const [place, { limits }] of rows.entries()) {
    for (const [limitPlace, limit] of limits.entries()) {
      if (isFalling(limit.atLeast)) continue
      const path = ['rows', place, 'limits', limitPlace, 'at-least']
      report({ code: 'class-table.limits-order', path })
    }
  }
}

const checkRowCodes = ({ rows }: ClassTable, report: Report): void => {
  const seen = new Set<string>()
  for (const [place, { codes }] of rows.entries()) {
    for (const [codePlace, code] of codes.entries()) {
      const path = ['rows', place, 'codes', codePlace]
      if (seen.has(code)) report({ code: 'code.repeated', path, params: { code } })
      seen.add(code)
    }
  }
}

/** Limits fall from class to class, each code chooses one row, and the classes are codes of the lists that take them. */
export const checkClassTable = (
  table: ClassTable,
  lists: readonly CodeIndex[],
  report: Report,
): void => {
  checkRows(table, report)
  checkRowCodes(table, report)
  for (const { list, ancestors } of lists) {
    for (const [place, id] of table.classes.entries()) {
      if (ancestors.has(id)) continue
      const params = { id, list: list.id, similar: nearest(id, ancestors.keys()) }
      report({ code: 'class-table.class-unknown', path: ['classes', place], params })
    }
  }
}

const NOTHING: Surrounding = new Map()

const checkIndicator = (
  vocabulary: Vocabulary,
  { items, max, mode }: Indicator,
  at: { readonly report: Report; readonly path: Path },
): void => {
  const { report, path } = at
  for (const [place, { points, per }] of items.entries()) {
    if (per !== null || compare(points, max) <= 0) continue
    const params = { found: formatExact(points), max: formatExact(max) }
    report({ code: 'score.points-above-max', path: [...path, mode, place, 'points'], params })
  }
  const guards = items.map((item) => item.guards)
  const lists = mode === 'first' ? [guards] : guards.map((own) => [own])
  const offset = (list: number, place: number): number => (mode === 'first' ? place : list)
  for (const [list, bands] of lists.entries()) {
    for (const place of unreachableBands(vocabulary, bands, NOTHING)) {
      report({ code: 'score.item-unreachable', path: [...path, mode, offset(list, place)] })
    }
  }
}

/** Points stay within their maxima, the maxima add up, and every item can be reached. */
export const checkScoreTable = (
  vocabulary: Vocabulary,
  table: ScoreTable,
  report: Report,
): void => {
  const indicators = table.groups.flatMap((group) => group.indicators)
  const sum = indicators.map(({ max }) => max).reduce(add, ZERO)
  if (compare(sum, table.max) !== 0) {
    const params = { found: formatExact(sum), max: formatExact(table.max) }
    report({ code: 'score.max-sum', path: ['max'], params })
  }
  const ids = new Set<string>()
  for (const [place, group] of table.groups.entries()) {
    for (const [indicatorPlace, indicator] of group.indicators.entries()) {
      const path = ['groups', place, 'indicators', indicatorPlace]
      if (ids.has(indicator.id)) {
        report({ code: 'id.repeated', path: [...path, 'id'], params: { id: indicator.id } })
      }
      ids.add(indicator.id)
      checkIndicator(vocabulary, indicator, { report, path })
    }
  }
}
