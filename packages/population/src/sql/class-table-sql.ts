import type { ClassTable, CodeIndex, Reference } from '@huiqi/engine'
import { casesByCode } from './code-sql.ts'
import { compareNumbers, fractionOf, valueSqlOf } from './fraction.ts'
import { resolveReferenceSql } from './reference-sql.ts'
import { refuse } from './refusal.ts'
import { REMARKS } from './remark-words.ts'
import { isOpen, type ResolvedSql, type WhenOpen } from './resolved-sql.ts'
import { define, operandOf, type Scope } from './scope.ts'
import type { ColumnNode, Sql } from './sql-node.ts'
import { all, any, choose, comparison, firstKnown, isAlways, isKnown, isTrue } from './truth-sql.ts'

type Row = ClassTable['rows'][number]
type Limit = Row['limits'][number]

/** What the columns of a classified fact are called, and what the table states of it. */
export interface ClassPlace {
  readonly name: string
  readonly stated: ColumnNode | null
  readonly index: CodeIndex | null
  readonly remark: string
}

const NO_ROW: Sql = { kind: 'null', type: 'int' }

const integer = (value: number): Sql => ({ kind: 'integer', value: BigInt(value) })

const textOf = (reference: Reference): string =>
  reference.kind === 'fact' ? reference.fact : reference.formula

const hasHole = (scope: Scope, { atLeast }: Limit): boolean =>
  atLeast.some((operand) => operandOf(scope, operand) === null)

/** The place of the class that one limit allows; NULL where its figure or a bound is not known. */
const placeByLimit = (scope: Scope, limit: Limit): Sql => {
  if (hasHole(scope, limit)) return { kind: 'null', type: 'int' }
  const resolved = resolveReferenceSql(scope, limit.reference)
  const isPlain = resolved.kind === 'number' && resolved.range === null
  if (!isPlain || !isAlways(resolved.whenOpen.unknown, true)) {
    return refuse('not-supported', `a class limit on ${textOf(limit.reference)}`)
  }
  const branches = limit.atLeast.map((operand, at) => {
    const bound = operandOf(scope, operand)
    if (bound === null || typeof bound !== 'object') {
      return refuse('not-supported', `a class limit on ${textOf(limit.reference)}`)
    }
    const number = { kind: 'fraction', ...fractionOf(bound) } as const
    return { when: compareNumbers('>=', resolved.value, number), gives: integer(at) }
  })
  const last = { when: isKnown(valueSqlOf(resolved.value)), gives: integer(limit.atLeast.length) }
  return choose([...branches, last])
}

const rowColumn = (scope: Scope, table: ClassTable, at: ClassPlace): ColumnNode => {
  const by = scope.resolve(table.by, null)
  if (by.kind !== 'code') return refuse('not-supported', `classes by ${table.by}`)
  const places = new Map(table.rows.flatMap(({ codes }, row) => codes.map((code) => [code, row])))
  const cases = casesByCode(by, places)
  const sql = choose(
    cases.map(({ when, place }) => ({ when, gives: place === null ? NO_ROW : integer(place + 1) })),
  )
  const rows = table.rows.map(({ codes }, row) => `${row + 1} ${codes.join(' ')}`)
  const words = REMARKS[scope.language]
  const remarks = [`${at.remark}: ${words.classRow(table.id, table.by, rows.join('; '))}`]
  return define(scope, `${at.name}_row`, { sql, remarks })
}

const isRow = (row: ColumnNode, place: number): Sql => comparison('=', row, integer(place + 1))

const limitColumn = (
  scope: Scope,
  rows: readonly Row[],
  at: { readonly name: string; readonly row: ColumnNode; readonly place: number },
): ColumnNode => {
  const branches = rows.map(({ limits }, place) => {
    const limit = limits[at.place]
    const gives = limit === undefined ? integer(0) : placeByLimit(scope, limit)
    return { when: isRow(at.row, place), gives }
  })
  const remarks = [REMARKS[scope.language].classByLimit(at.place + 1)]
  return define(scope, `${at.name}_by_${at.place + 1}`, { sql: choose(branches), remarks })
}

/** The weakest limit decides: the greatest place, an open limit counting as `open`. */
const weakest = (row: ColumnNode, places: readonly ColumnNode[], open: number): Sql => {
  const parts = places.map((place) => firstKnown(place, integer(open)))
  const [first] = parts
  const value: Sql = parts.length === 1 && first !== undefined ? first : { kind: 'greatest', parts }
  return choose([{ when: isKnown(row), gives: parts.length === 0 ? integer(0) : value }])
}

const className = (table: ClassTable, best: ColumnNode, worst: ColumnNode): Sql =>
  choose(
    table.classes.map((text, at) => ({
      when: all(comparison('=', best, integer(at)), comparison('=', worst, integer(at))),
      gives: { kind: 'text', value: text },
    })),
  )

const whenOpenOf = (scope: Scope, table: ClassTable, row: ColumnNode): WhenOpen => {
  const by = scope.resolve(table.by, null)
  const withHoles = table.rows.flatMap(({ limits }, place) =>
    limits.some((limit) => hasHole(scope, limit)) ? [isRow(row, place)] : [],
  )
  return {
    unknown: any(all(isOpen(by), by.whenOpen.unknown), isKnown(row)),
    gap: any(all(isOpen(by), by.whenOpen.gap), isTrue(any(...withHoles))),
  }
}

/**
 * The class of the enterprise in a table. A missing figure leaves the classes from the best to the worst
 * that the other figures allow; an industry outside the table is for an officer.
 */
export const classFact = (scope: Scope, tableId: string, at: ClassPlace): ResolvedSql => {
  const table = scope.rulebook.classTables.get(tableId)
  if (!table) throw new RangeError(`unknown class table: ${tableId}`)
  const row = rowColumn(scope, table, at)
  const { name } = at
  const limits = Math.max(0, ...table.rows.map((each) => each.limits.length))
  const places = Array.from({ length: limits }, (_, place) =>
    limitColumn(scope, table.rows, { name, row, place }),
  )
  const last = table.classes.length - 1
  const words = REMARKS[scope.language]
  const order = table.classes.map((text, place) => `${place} ${text}`).join(', ')
  const best = define(scope, `${name}_best`, {
    sql: weakest(row, places, 0),
    remarks: [words.bestClass(order)],
  })
  const worst = define(scope, `${name}_worst`, {
    sql: weakest(row, places, last),
    remarks: [words.worstClass],
  })
  const derived = className(table, best, worst)
  const sql = at.stated === null ? derived : firstKnown(at.stated, derived)
  const value = define(scope, `${name}_resolved`, { sql, remarks: [at.remark] })
  const whenOpen = whenOpenOf(scope, table, row)
  const span = { best, worst, classes: table.classes }
  return { kind: 'code', value, span, coarse: null, index: at.index, whenOpen }
}
