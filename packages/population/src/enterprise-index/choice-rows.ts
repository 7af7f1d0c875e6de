import { openState } from '../compile/domain.ts'
import type { Node } from '../compile/node.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { FALSE, TRUE } from '../compile/truth-code.ts'
import { i32At, u8At } from '../kernel/read-array.ts'
import { type BitRows, createBitRows, hasBits, setBit } from './bit-rows.ts'
import type { MeasureOrder } from './measure-order.ts'
import { doubtFromOf } from './plan-rows.ts'
import type { TermLists } from './term-lists.ts'

/** The rows of a slot among whose comparisons measures choose, as numbers of rows. */
export interface ChoiceSlot {
  readonly slot: number
  /** The row of the choices that may hold in state 0. */
  readonly possible: number
  /** The row of those that hold for certain in state `doubtFrom`; before it they are the same. */
  readonly sure: number
  readonly doubtFrom: number
}

/** Bits of the measures with one choice between comparisons, by slot and state. */
export interface ChoiceRows {
  readonly slots: readonly ChoiceSlot[]
  readonly rows: BitRows
  /** 1 for the rows that have a bit. */
  readonly used: Uint8Array
}

type Comparison = Extract<Node, { slot: number }>

const WORD = 32

const truthIn = (node: Comparison, state: number): number => {
  if (node.kind === 'set') return node.truths[state] ?? FALSE
  return node.kind === 'span' && state >= node.from && state < node.to ? TRUE : FALSE
}

/** The comparisons that the measure of a bit chooses between. */
const choicesOf = (
  { nodes }: PopulationProgram,
  { terms, starts }: TermLists,
  bit: number,
): readonly Comparison[] =>
  [...terms.subarray(i32At(starts, bit), i32At(starts, bit + 1))].flatMap((term) => {
    const group = nodes[term]
    if (group === undefined || !('parts' in group)) return []
    return group.parts.flatMap((part) => {
      const node = nodes[part]
      return node !== undefined && 'slot' in node ? [node] : []
    })
  })

/** Runs over the comparisons that measures choose between; bits are counted from `choiceWord` on. */
const visitChoices =
  (program: PopulationProgram, { choiceWord, groupWord }: MeasureOrder, terms: TermLists) =>
  (visit: (node: Comparison, bit: number) => void): void => {
    const first = choiceWord * WORD
    for (let bit = first; bit < groupWord * WORD; bit += 1) {
      for (const node of choicesOf(program, terms, bit)) visit(node, bit - first)
    }
  }

const planSlots = (
  { slots }: PopulationProgram,
  used: ReadonlySet<number>,
): {
  readonly planned: readonly (ChoiceSlot & { readonly open: number })[]
  readonly count: number
} => {
  let next = 0
  const planned = slots.flatMap((slot) => {
    if (!used.has(slot.place)) return []
    const open = openState(slot.domain)
    const doubtFrom = doubtFromOf(slot)
    const possible = next
    const sure = possible + open + 1
    next = sure + open + 1 - doubtFrom
    return [{ slot: slot.place, possible, sure, doubtFrom, open }]
  })
  return { planned, count: next }
}

/** Builds the bits of the measures with one choice between comparisons. */
export const buildChoiceRows = (
  program: PopulationProgram,
  order: MeasureOrder,
  terms: TermLists,
): ChoiceRows => {
  const forEach = visitChoices(program, order, terms)
  const read = new Set<number>()
  forEach(({ slot }) => read.add(slot))
  const { planned, count } = planSlots(program, read)
  const bySlot = new Map(planned.map((of) => [of.slot, of]))
  const rows = createBitRows(count, order.groupWord - order.choiceWord)
  forEach((node, bit) => {
    const of = bySlot.get(node.slot)
    if (of === undefined) return
    for (let state = 0; state < of.open; state += 1) {
      const truth = truthIn(node, state)
      if (truth === FALSE) continue
      setBit(rows, of.possible + state, bit)
      if (truth === TRUE && state >= of.doubtFrom) setBit(rows, of.sure + state - of.doubtFrom, bit)
    }
    setBit(rows, of.possible + of.open, bit)
  })
  const used = Uint8Array.from({ length: count }, (_, row) => (hasBits(rows, row) ? 1 : 0))
  return { slots: planned, rows, used }
}

/** The rows of choices in a set of states that have a bit, as places of their first words. */
export interface ChosenChoices {
  readonly possible: Int32Array
  readonly sure: Int32Array
  count: number
}

/** Room for the rows of choices. */
export const createChosenChoices = ({ slots }: ChoiceRows): ChosenChoices => ({
  possible: new Int32Array(slots.length),
  sure: new Int32Array(slots.length),
  count: 0,
})

/** Chooses the rows of choices for the states of slots. */
export const chooseChoices = (
  { slots, rows: { words }, used }: ChoiceRows,
  chosen: ChosenChoices,
  states: Int32Array,
): void => {
  let count = 0
  for (let at = 0; at < slots.length; at += 1) {
    const of = slots[at]
    if (of === undefined) break
    const state = i32At(states, of.slot)
    const possible = of.possible + state
    if (u8At(used, possible) === 0) continue
    const sure = state < of.doubtFrom ? possible : of.sure + state - of.doubtFrom
    chosen.possible[count] = possible * words
    chosen.sure[count] = sure * words
    count += 1
  }
  chosen.count = count
}
