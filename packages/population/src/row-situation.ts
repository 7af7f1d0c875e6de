import { type Exact, exact, fromDayNumber } from '@huiqi/domain'
import {
  type Clock,
  type Facts,
  NEVER,
  type Rulebook,
  type Scalar,
  type Situation,
  type StatedValue,
  type Subject,
  situationOf,
} from '@huiqi/engine'
import type { Column, Table } from './table.ts'

/** The exact value of a stored number in the unit of its fact. */
export const exactOfStored = (stored: number, { unit }: Pick<Column, 'unit'>): Exact =>
  exact(BigInt(stored) * BigInt(unit.n), BigInt(unit.d))

/**
 * The value that a stored number other than the missing one stands for. Throws RangeError on a
 * position without a code.
 */
export const valueOfStored = (column: Column, stored: number): Scalar => {
  switch (column.type) {
    case 'boolean':
      return stored === 1
    case 'date':
      return stored === column.never ? NEVER : fromDayNumber(stored)
    case 'code': {
      const code = column.codes?.[stored]
      if (code === undefined) throw new RangeError(`${column.fact}: no code at ${stored}`)
      return code
    }
    default:
      return exactOfStored(stored, column)
  }
}

/** The value of a fact in a row; null when it is missing. */
export const valueAt = (column: Column, row: number): Scalar | null => {
  const stored = column.values[row]
  return stored === undefined || stored === column.missing ? null : valueOfStored(column, stored)
}

const USCC_BYTES = 18

const usccAt = ({ uscc }: Table, row: number): string | null =>
  uscc === null
    ? null
    : String.fromCharCode(...uscc.subarray(row * USCC_BYTES, (row + 1) * USCC_BYTES))

/** What a row is read for: one kind of thing, or `any` of them. */
export interface RowReading {
  readonly rulebook: Rulebook
  readonly clock: Clock
  readonly about: Subject | 'any'
}

/**
 * One row as the plain evaluator reads it. Facts about a project, a contract … belong to one thing
 * that the enterprise brings forward; there is none when no such fact is known.
 */
export const situationOfRow = (
  table: Table,
  row: number,
  { rulebook, clock, about }: RowReading,
): Situation => {
  const own: Record<string, StatedValue[]> = {}
  const ofThing: Record<string, StatedValue[]> = {}
  for (const column of table.columns) {
    const value = valueAt(column, row)
    if (value === null) continue
    const { fact, year } = column
    const subject = rulebook.facts.get(fact)?.subject
    if (subject !== 'enterprise' && about !== 'any' && subject !== about) continue
    const facts = subject === 'enterprise' ? own : ofThing
    const stated = { value, year, source: null, grade: null }
    facts[fact] = [...(facts[fact] ?? []), stated]
  }
  const uscc = usccAt(table, row)
  const enterprise = { uscc, name: uscc ?? '', facts: own, things: {}, awards: [] }
  return situationOf(rulebook, enterprise, { clock, thing: thingOf(ofThing) })
}

const thingOf = (facts: Facts) =>
  Object.keys(facts).length === 0 ? null : { id: 'thing', name: '', facts }
