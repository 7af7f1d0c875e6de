import { arithmeticKey } from '../compile/arithmetic.ts'
import type { Node } from '../compile/node.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Table } from '../table.ts'
import { bindAmount } from './bind-amount.ts'
import { bindSlot } from './bind-slot.ts'
import type { BoundProgram, Scale } from './bound-program.ts'
import { orderTerms } from './order-terms.ts'

/** Facts that rows are sorted by: their terms are tried first, since they leave whole blocks out. */
const SORTED_BY = ['enterprise.district', 'enterprise.industry']

const rankOf = (program: PopulationProgram): ((node: Node) => number) => {
  const ranks = program.slots.map(({ source }) => {
    const place = source.kind === 'fact' ? SORTED_BY.indexOf(source.fact) : -1
    return place === -1 ? SORTED_BY.length : place
  })
  return (node) => ('slot' in node ? (ranks[node.slot] ?? 0) : 0)
}

/** Keeps each entry once, told apart by its key. */
const collectOnce = <Entry>(keyOf: (entry: Entry) => string) => {
  const places = new Map<string, number>()
  const entries: Entry[] = []
  const placeOf = (entry: Entry): number => {
    const key = keyOf(entry)
    const place = places.get(key) ?? entries.push(entry) - 1
    places.set(key, place)
    return place
  }
  return { entries, placeOf }
}

/** Binds a program to the columns of a table. */
export const bindProgram = (program: PopulationProgram, table: Table): BoundProgram => {
  const { measures, nodes, rulebook, clock, groupings } = program
  const slots = program.slots.map((slot) => bindSlot(program, slot, table))
  const order = orderTerms(
    measures.map(({ status, terms }) => (status === 'not-in-force' ? null : terms)),
    nodes,
    rankOf(program),
  )
  const bases = collectOnce(arithmeticKey)
  const scales = collectOnce((scale: Scale) => Object.values(scale).join(' '))
  const places = { ofBase: bases.placeOf, ofScale: scales.placeOf }
  const amounts = Array.from(order.order, (at) => {
    const measure = measures[at]
    return measure === undefined ? null : bindAmount(measure, places)
  })
  const needsEngine =
    slots.some(({ derivation }) => derivation?.kind === 'engine') ||
    amounts.some((amount) => amount?.kind === 'engine')
  return {
    slots,
    nodes,
    ...order,
    groupings,
    amounts,
    bases: bases.entries,
    scales: scales.entries,
    engine: needsEngine ? { corpus: rulebook.corpus, clock } : null,
  }
}
