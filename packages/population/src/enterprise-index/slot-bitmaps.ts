import type { Node } from '../compile/node.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Steps } from '../compile/steps.ts'
import { FALSE, OPEN } from '../compile/truth-code.ts'
import { i32At } from '../kernel/read-array.ts'
import {
  addRow,
  type BitRows,
  clearBit,
  createBitRows,
  setBit,
  spreadDown,
  spreadUp,
} from './bit-rows.ts'
import type { MeasureOrder } from './measure-order.ts'
import { planRows, type SlotRows } from './plan-rows.ts'
import type { TermLists } from './term-lists.ts'

/** Bits for measures, by slot and state. */
export interface SlotBitmaps {
  /** Slots with terms, those that most measures ask about first. */
  readonly slots: readonly SlotRows[]
  readonly rows: Int32Array
  /** Measures that are evaluated at all and cannot be ruled out beforehand. */
  readonly live: Int32Array
  /** Measures that wait for a hole in the text whatever the facts are. */
  readonly doubtful: Int32Array
}

type Atom = Extract<Node, { slot: number }>

/** The comparisons of each slot with their bits, slot after slot. */
interface AtomLists {
  readonly uses: Int32Array
  readonly starts: Int32Array
  readonly nodes: Int32Array
  readonly bits: Int32Array
}

const listAtoms = (
  { nodes, slots }: PopulationProgram,
  { terms, starts: termStarts }: TermLists,
): AtomLists => {
  const slotOf = Int32Array.from(nodes, (node) => ('slot' in node ? node.slot : -1))
  const uses = new Int32Array(slots.length)
  for (const term of terms) {
    const slot = i32At(slotOf, term)
    if (slot >= 0) uses[slot] = i32At(uses, slot) + 1
  }
  const starts = new Int32Array(slots.length + 1)
  for (let slot = 0; slot < slots.length; slot += 1) {
    starts[slot + 1] = i32At(starts, slot) + i32At(uses, slot)
  }
  const next = starts.slice()
  const atoms = new Int32Array(i32At(starts, slots.length))
  const bits = new Int32Array(atoms.length)
  for (let bit = 0; bit + 1 < termStarts.length; bit += 1) {
    for (let entry = i32At(termStarts, bit); entry < i32At(termStarts, bit + 1); entry += 1) {
      const term = i32At(terms, entry)
      const slot = i32At(slotOf, term)
      if (slot < 0) continue
      const at = i32At(next, slot)
      atoms[at] = term
      bits[at] = bit
      next[slot] = at + 1
    }
  }
  return { uses, starts, nodes: atoms, bits }
}

/** What the rows of one slot are painted with. */
interface Paint {
  readonly rows: BitRows
  readonly of: SlotRows
  readonly live: Int32Array
  /** Room for as many rows as the slot has states. */
  readonly above: BitRows
  /** Runs over the comparisons of the slot. */
  readonly forEach: (visit: (node: Atom, bit: number) => void) => void
}

/** Turns rows of what fails into rows of what is possible. */
const invert = ({ rows: { bits, words }, live }: Paint, first: number, count: number): void => {
  for (let row = first; row < first + count; row += 1) {
    const start = row * words
    for (let word = 0; word < words; word += 1) {
      bits[start + word] = i32At(live, word) & ~i32At(bits, start + word)
    }
  }
}

/** Marks where spans end, spreads what fails below and above, and lets sets strike out single states. */
const paintPlain = (paint: Paint): void => {
  const { rows, of, above } = paint
  const { words } = rows
  const { possible, open, doubt, doubtFrom } = of
  above.bits.fill(0, 0, open * words)
  paint.forEach((node, bit) => {
    if (node.kind !== 'span') return
    if (node.from > 0) setBit(rows, possible + node.from - 1, bit)
    if (node.to < open) setBit(above, node.to, bit)
    setBit(rows, doubt + open - doubtFrom, bit)
  })
  spreadDown(rows, possible, open)
  spreadUp(above, 0, open)
  const start = possible * words
  for (let at = 0; at < open * words; at += 1) {
    rows.bits[start + at] = i32At(rows.bits, start + at) | i32At(above.bits, at)
  }
  invert(paint, possible, open + 1)
  paint.forEach((node, bit) => {
    if (node.kind !== 'set') return
    for (let state = 0; state < node.truths.length; state += 1) {
      if (node.truths[state] === FALSE) clearBit(rows, possible + state, bit)
      else if (node.truths[state] === OPEN) setBit(rows, doubt + state - doubtFrom, bit)
    }
  })
  for (let state = 0; state < open; state += 1) addRow(rows, possible + state, of.reachable)
}

/** What fails by one end of a range is in doubt by the other. */
const paintRanged = (paint: Paint): void => {
  const { rows, of } = paint
  const { possible, possibleLow, doubt, doubtHigh, open } = of
  const count = open + 1
  paint.forEach((node, bit) => {
    if (node.kind === 'from' && node.state > 0) setBit(rows, doubt + node.state - 1, bit)
    if (node.kind === 'upTo' && node.state < count) setBit(rows, doubtHigh + node.state, bit)
  })
  spreadDown(rows, doubt, count)
  spreadUp(rows, doubtHigh, count)
  const { bits, words } = rows
  bits.copyWithin(possible * words, doubt * words, (doubt + count) * words)
  bits.copyWithin(possibleLow * words, doubtHigh * words, (doubtHigh + count) * words)
  invert(paint, possible, count)
  invert(paint, possibleLow, count)
  for (let word = 0; word < words; word += 1) {
    let reachable = 0
    for (let state = 0; state < open; state += 1) {
      const both = i32At(bits, (possible + state) * words + word)
      reachable |= both & i32At(bits, (possibleLow + state) * words + word)
    }
    bits[of.reachable * words + word] = reachable
  }
}

/** Runs over the comparisons of a slot. */
const visitAtoms =
  ({ nodes }: PopulationProgram, { starts, nodes: atoms, bits }: AtomLists, slot: number) =>
  (visit: (node: Atom, bit: number) => void): void => {
    for (let at = i32At(starts, slot); at < i32At(starts, slot + 1); at += 1) {
      const node = nodes[i32At(atoms, at)]
      if (node !== undefined && 'slot' in node) visit(node, i32At(bits, at))
    }
  }

/** Which measures may be met at all, and which can never be met for certain. */
const settleBeforehand = (
  { measures, words }: MeasureOrder,
  { terms, starts }: TermLists,
): Pick<SlotBitmaps, 'live' | 'doubtful'> => {
  const live = createBitRows(1, words)
  const doubtful = createBitRows(1, words)
  for (let bit = 0; bit < measures.length; bit += 1) {
    if (i32At(measures, bit) >= 0) setBit(live, 0, bit)
    for (let at = i32At(starts, bit); at < i32At(starts, bit + 1); at += 1) {
      const term = i32At(terms, at)
      if (term === FALSE) clearBit(live, 0, bit)
      if (term === OPEN) setBit(doubtful, 0, bit)
    }
  }
  return { live: live.bits, doubtful: doubtful.bits }
}

/** Builds the bits of all measures, slot after slot; groups stay out of them. */
export function* buildingSlotBitmaps(
  program: PopulationProgram,
  order: MeasureOrder,
  terms: TermLists,
): Steps<SlotBitmaps> {
  const { words } = order
  const atoms = listAtoms(program, terms)
  const { planned, count } = planRows(program.slots, atoms.uses)
  const { live, doubtful } = settleBeforehand(order, terms)
  const rows = createBitRows(count, words)
  const above = createBitRows(
    planned.reduce((most, { open }) => Math.max(most, open), 0),
    words,
  )
  for (const of of planned) {
    const paint = { rows, of, live, above, forEach: visitAtoms(program, atoms, of.slot) }
    if (of.isRanged) paintRanged(paint)
    else paintPlain(paint)
    yield
  }
  return { slots: planned, rows: rows.bits, live, doubtful }
}
