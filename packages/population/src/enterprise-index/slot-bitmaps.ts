import { openState } from '../compile/domain.ts'
import type { Node } from '../compile/node.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Slot } from '../compile/slot.ts'
import { FALSE, OPEN } from '../compile/truth-code.ts'
import { i32At } from '../kernel/read-array.ts'
import type { MeasureOrder } from './measure-order.ts'

/** The rows of bits that a slot has, as numbers of rows; each row has a bit for each measure. */
export interface SlotRows {
  readonly slot: number
  readonly open: number
  readonly isRanged: boolean
  /** The row of what is possible in state 0, by the high end of a ranged slot. */
  readonly possible: number
  /** For a ranged slot the same by its low end. */
  readonly possibleLow: number
  /** The first row of what is not certain: in the states from `doubtFrom` on; by the low end of a ranged slot. */
  readonly doubt: number
  readonly doubtFrom: number
  /** For a ranged slot the same by its high end. */
  readonly doubtHigh: number
}

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

interface Bit {
  readonly word: number
  readonly mask: number
}

const isAtom = (node: Node | undefined): node is Atom => node !== undefined && 'slot' in node

/** The slots of the terms, with how many measures have one there. */
const countUses = ({ measures, nodes }: PopulationProgram): ReadonlyMap<number, number> => {
  const uses = new Map<number, number>()
  for (const { terms } of measures) {
    for (const term of terms) {
      const node = nodes[term]
      if (isAtom(node)) uses.set(node.slot, (uses.get(node.slot) ?? 0) + 1)
    }
  }
  return uses
}

const planRows = (slots: readonly Slot[], uses: ReadonlyMap<number, number>) => {
  let next = 0
  const take = (count: number): number => {
    next += count
    return next - count
  }
  const planned = [...uses]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .map(([place]): SlotRows => {
      const slot = slots[place]
      if (slot === undefined) throw new RangeError(`no slot ${place}`)
      const { domain } = slot
      const open = openState(domain)
      const isRanged = domain.kind === 'ordered' && domain.isRanged
      const doubtFrom = isRanged ? 0 : domain.kind === 'ordered' ? open : domain.classes.count
      return {
        slot: place,
        open,
        isRanged,
        possible: take(open + 1),
        possibleLow: isRanged ? take(open + 1) : 0,
        doubt: take(open + 1 - doubtFrom),
        doubtFrom,
        doubtHigh: isRanged ? take(open + 1) : 0,
      }
    })
  return { planned, count: next }
}

interface Painter {
  readonly rows: Int32Array
  readonly words: number
}

const clearIn = ({ rows, words }: Painter, row: number, { word, mask }: Bit): void => {
  const at = row * words + word
  rows[at] = i32At(rows, at) & ~mask
}

const setIn = ({ rows, words }: Painter, row: number, { word, mask }: Bit): void => {
  const at = row * words + word
  rows[at] = i32At(rows, at) | mask
}

const paintRanged = (
  painter: Painter,
  of: SlotRows,
  { node, bit }: { readonly node: Extract<Atom, { state: number }>; readonly bit: Bit },
): void => {
  for (let state = 0; state <= of.open; state += 1) {
    const isReached = state >= node.state
    if (node.kind === 'from' && !isReached) {
      clearIn(painter, of.possible + state, bit)
      setIn(painter, of.doubt + state, bit)
    }
    if (node.kind === 'upTo' && isReached) {
      clearIn(painter, of.possibleLow + state, bit)
      setIn(painter, of.doubtHigh + state, bit)
    }
  }
}

const paintSpan = (
  painter: Painter,
  of: SlotRows,
  { node, bit }: { readonly node: Extract<Atom, { kind: 'span' }>; readonly bit: Bit },
): void => {
  for (let state = 0; state < of.open; state += 1) {
    if (state < node.from || state >= node.to) clearIn(painter, of.possible + state, bit)
  }
  setIn(painter, of.doubt, bit)
}

const paintSet = (
  painter: Painter,
  of: SlotRows,
  { node, bit }: { readonly node: Extract<Atom, { kind: 'set' }>; readonly bit: Bit },
): void => {
  for (const [state, truth] of node.truths.entries()) {
    if (truth === FALSE) clearIn(painter, of.possible + state, bit)
    else if (truth === OPEN) setIn(painter, of.doubt + state - of.doubtFrom, bit)
  }
}

const paintAtom = (
  painter: Painter,
  of: SlotRows,
  { node, bit }: { readonly node: Atom; readonly bit: Bit },
): void => {
  switch (node.kind) {
    case 'span':
      paintSpan(painter, of, { node, bit })
      return
    case 'set':
      paintSet(painter, of, { node, bit })
      return
    default:
      paintRanged(painter, of, { node, bit })
  }
}

const isRuledOut = (program: PopulationProgram, place: number): boolean =>
  (program.measures[place]?.terms ?? []).includes(FALSE)

const paintMeasures = (
  program: PopulationProgram,
  { measures }: MeasureOrder,
  {
    painter,
    bySlot,
    doubtful,
  }: {
    readonly painter: Painter
    readonly bySlot: ReadonlyMap<number, SlotRows>
    readonly doubtful: Int32Array
  },
): void => {
  for (const [at, place] of measures.entries()) {
    const bit = { word: at >> 5, mask: 1 << (at & 31) }
    for (const term of program.measures[place]?.terms ?? []) {
      const node = program.nodes[term]
      const of = isAtom(node) ? bySlot.get(node.slot) : undefined
      if (isAtom(node) && of !== undefined) paintAtom(painter, of, { node, bit })
      if (term === OPEN) doubtful[bit.word] = i32At(doubtful, bit.word) | bit.mask
    }
  }
}

/** Builds the bits of all measures. */
export const buildSlotBitmaps = (program: PopulationProgram, order: MeasureOrder): SlotBitmaps => {
  const { words } = order
  const { planned, count } = planRows(program.slots, countUses(program))
  const live = new Int32Array(words)
  for (const [at, place] of order.measures.entries()) {
    if (place === -1 || isRuledOut(program, place)) continue
    live[at >> 5] = i32At(live, at >> 5) | (1 << (at & 31))
  }
  const rows = new Int32Array(count * words)
  for (const { possible, possibleLow, open, isRanged } of planned) {
    for (let state = 0; state <= open; state += 1) {
      rows.set(live, (possible + state) * words)
      if (isRanged) rows.set(live, (possibleLow + state) * words)
    }
  }
  const doubtful = new Int32Array(words)
  const bySlot = new Map(planned.map((of) => [of.slot, of]))
  paintMeasures(program, order, { painter: { rows, words }, bySlot, doubtful })
  return { slots: planned, rows, live, doubtful }
}
