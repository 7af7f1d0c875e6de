import type { PopulationProgram } from '../compile/program.ts'
import type { Table } from '../table.ts'
import { createAmountPlaces } from './amount-places.ts'
import { bindAmount } from './bind-amount.ts'
import { bindSlot } from './bind-slot.ts'
import type { BoundProgram, Counted } from './bound-program.ts'
import { orderTerms } from './order-terms.ts'
import { rankByFacts } from './rank-terms.ts'

/** Binds a program to the columns of a table; amounts are left out where only rows are counted. */
export const bindProgram = (
  program: PopulationProgram,
  table: Table,
  counted: Counted = 'counts-and-money',
): BoundProgram => {
  const { measures, nodes, rulebook, clock, groupings } = program
  const slots = program.slots.map((slot) => bindSlot(program, slot, table))
  const order = orderTerms(
    measures.map(({ status, terms }) => (status === 'not-in-force' ? null : terms)),
    nodes,
    rankByFacts(program.slots),
  )
  const { places, bases, scales } = createAmountPlaces()
  const amounts = Array.from(counted === 'counts' ? [] : order.order, (at) => {
    const measure = measures[at]
    return measure === undefined ? null : bindAmount(measure, places)
  })
  const needsEngine =
    slots.some(({ derivation }) => derivation?.kind === 'engine') ||
    amounts.some((amount) => amount?.kind === 'engine')
  return {
    counted,
    slots,
    nodes,
    ...order,
    groupings,
    amounts,
    bases,
    scales,
    engine: needsEngine ? { corpus: rulebook.corpus, clock } : null,
  }
}
