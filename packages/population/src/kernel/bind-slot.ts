import type { ThingKind } from '@huiqi/engine'
import { type CompileContext, resolveStatedCode } from '../compile/compile-context.ts'
import { type Domain, openState, stateOfResolved, stateOfValue } from '../compile/domain.ts'
import type { Derivation, Slot } from '../compile/slot.ts'
import { OPEN, TRUE } from '../compile/truth-code.ts'
import { valueOfStored } from '../row-situation.ts'
import type { Column, Table } from '../table.ts'
import { approximateBounds } from './approximate-bounds.ts'
import type { BoundDerivation, BoundSlot, StatedEncoder } from './bound-program.ts'
import { wholeBound } from './whole-bound.ts'

type Rules = Pick<CompileContext, 'rulebook' | 'clock'>

/** Codes are looked up; numbers, days and truth find their state among bounds. */
const isLookedUp = ({ codes }: Column): boolean => codes !== null

/** The state of each number that the column can store; positions without a code are open. */
const lookupStates = (rules: Rules, domain: Domain, column: Column): Uint16Array => {
  const { codes, values, missing, fact } = column
  const open = openState(domain)
  const isNarrow = values.BYTES_PER_ELEMENT <= 2
  const size = isNarrow ? 2 ** (8 * values.BYTES_PER_ELEMENT) : (codes?.length ?? 0)
  const known = Array.from({ length: codes?.length ?? size }, (_, stored) => {
    if (stored === missing) return open
    const value = valueOfStored(column, stored)
    if (domain.kind === 'ordered') return stateOfValue(domain, value)
    return stateOfResolved(domain, resolveStatedCode(rules, fact, String(value)))
  })
  return Uint16Array.from({ length: size }, (_, stored) => known[stored] ?? open)
}

const encoderOf = (
  rules: Rules,
  domain: Domain,
  { column, place }: { readonly column: Column; readonly place: number },
): StatedEncoder => {
  if (isLookedUp(column)) {
    return { kind: 'lookup', column: place, states: lookupStates(rules, domain, column) }
  }
  const cuts = domain.kind === 'ordered' ? domain.cuts : []
  return {
    kind: 'bins',
    column: place,
    bounds: Float64Array.from(cuts, (cut) => wholeBound(cut, column.unit)),
  }
}

/** The place of the column of a fact; -1 when the table has none. */
export const columnOf = (table: Table, fact: string, year: number | null): number =>
  table.columns.findIndex((column) => column.fact === fact && column.year === year)

const logicStates = ({ domain }: Slot, truths: Uint8Array): Uint8Array =>
  truths.map((truth) => (truth === OPEN ? openState(domain) : stateOfValue(domain, truth === TRUE)))

/** The columns of facts about a kind of thing. */
const columnsAbout = ({ rulebook }: Rules, table: Table, kind: ThingKind): readonly number[] =>
  table.columns.flatMap(({ fact }, place) =>
    rulebook.facts.get(fact)?.subject === kind ? [place] : [],
  )

const bindDerivation = (slot: Slot, derivation: Derivation | null): BoundDerivation | null => {
  switch (derivation?.kind) {
    case undefined:
      return null
    case 'engine':
      return { kind: 'engine', source: slot.source, domain: slot.domain }
    case 'arithmetic': {
      const cuts = slot.domain.kind === 'ordered' ? slot.domain.cuts : []
      return {
        kind: 'arithmetic',
        expression: derivation.expression,
        cuts,
        ...approximateBounds(cuts),
      }
    }
    case 'logic':
      return { ...derivation, kind: 'logic', states: logicStates(slot, derivation.truths) }
    default:
      return derivation
  }
}

/** A slot as it is filled from the columns of a table. */
export const bindSlot = (rules: Rules, slot: Slot, table: Table): BoundSlot => {
  const { domain, source, key } = slot
  const place = source.kind === 'fact' ? columnOf(table, source.fact, source.year) : -1
  const column = table.columns[place]
  return {
    key,
    states: openState(domain) + 1,
    isOrdered: domain.kind === 'ordered',
    isRanged: domain.kind === 'ordered' && domain.isRanged,
    stated: column === undefined ? null : encoderOf(rules, domain, { column, place }),
    derivation:
      source.kind === 'thing'
        ? { kind: 'thing', columns: columnsAbout(rules, table, source.of) }
        : bindDerivation(slot, slot.derivation),
  }
}
