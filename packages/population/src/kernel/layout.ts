import type { Arithmetic } from '../compile/arithmetic.ts'
import type { Node } from '../compile/node.ts'
import { FALSE, OPEN, TRUE } from '../compile/truth-code.ts'
import { type AddressLists, createAddressLists } from './address-lists.ts'
import { type Bins, binPlanBytes, planBins } from './bin-plan.ts'
import type { BoundProgram, BoundSlot } from './bound-program.ts'
import { type NodeSteps, planNodeSteps } from './node-steps.ts'
import type { NodePlace, SlotPlace } from './places.ts'
import { i32At } from './read-array.ts'
import { vectorsFor } from './vectors-for.ts'

export type { NodePlace, SlotPlace } from './places.ts'

/** Where everything of a block stands in memory. */
export interface Layout {
  readonly rowBytes: number
  readonly bytes: number
  readonly fullRow: number
  readonly emptyRow: number
  readonly certainRow: number
  /** The first of the rows that hold the shared beginnings of measures. */
  readonly stack: number
  readonly slots: readonly SlotPlace[]
  readonly nodes: readonly NodePlace[]
  readonly steps: NodeSteps
  /** Where the list of addresses that narrow each measure begins; one more than there are measures. */
  readonly lists: Int32Array
  /** The addresses of all lists, to be written at `firstList`. */
  readonly addresses: Int32Array
  readonly firstList: number
  /** Room for a list of the rows of a slot. */
  readonly freeList: number
  /** Where each grouping keeps the labels of the enterprises, two bytes each, and the row of its first label. */
  readonly groupings: readonly { readonly labels: number; readonly rows: number }[]
  /** Room for the places of the set bits of a row. */
  readonly places: number
  /** Room for the values of each base of an amount, eight bytes for each row. */
  readonly bases: readonly number[]
  /** The figures of each scale, with room for sums. */
  readonly scales: readonly number[]
  /** Room for the stored values of a column, eight bytes for each row. */
  readonly stored: number
  /** Room for vectors of numbers with their errors, as many as an expression needs at once. */
  readonly vectors: readonly number[]
  /** Room for what the stored values of a column are worth. */
  readonly worthPlan: number
  /** Room for an entry of a table for each row, two bytes each. */
  readonly entries: number
  /** The first of the rows by which certain rows are parted by guards: three for each guard. */
  readonly cases: number
  /** Room for a table of two-byte numbers behind two integers. */
  readonly table: number
}

const ALIGNMENT = 64

/** Hands out memory from the start. */
const createAllocator = () => {
  let next = ALIGNMENT
  return {
    take: (bytes: number): number => {
      const address = next
      next = Math.ceil((next + bytes) / ALIGNMENT) * ALIGNMENT
      return address
    },
    used: (): number => next,
  }
}

type Take = (bytes: number) => number

interface Rows {
  readonly rowBytes: number
  readonly fullRow: number
  readonly emptyRow: number
}

/** Missing value, `never`, worth, error and the address of the result. */
const WORTH_BYTES = 40
/** Five figures, a sum and two counts. */
const SCALE_BYTES = 56
/** Missing value, `never`, the number of bounds and the address of the first row. */
const SCAN_HEAD = 16
/** The address of the result. */
const LOOKUP_HEAD = 8

const binsOf = ({ stated, derivation }: BoundSlot): Bins | null => {
  if (derivation?.kind === 'arithmetic') return planBins(derivation.bounds, derivation.slacks)
  return stated?.kind === 'bins' ? planBins(stated.bounds, null) : null
}

const lookupBytes = ({ stated }: BoundSlot): number =>
  stated?.kind === 'lookup' ? LOOKUP_HEAD + 2 * stated.states.length : 0

/** The entries of the largest table that slots are worked out by. */
const tableEntries = ({ states, derivation }: BoundSlot): number =>
  derivation?.kind === 'logic' ? Math.max(states, derivation.states.length) : states

const expressionsIn = ({ slots, bases }: BoundProgram): readonly Arithmetic[] => [
  ...bases,
  ...slots.flatMap(({ derivation }) =>
    derivation?.kind === 'arithmetic' ? [derivation.expression] : [],
  ),
]

const guardsIn = (amount: BoundProgram['amounts'][number]): number =>
  amount?.kind === 'plan' ? (amount.cases?.guards.length ?? 0) : 0

const mostOf = <Entry>(entries: readonly Entry[], countOf: (entry: Entry) => number): number =>
  entries.reduce((most, entry) => Math.max(most, countOf(entry)), 0)

const placeSlot = (slot: BoundSlot, { rowBytes }: Rows, take: Take): SlotPlace => {
  const { states, isRanged } = slot
  const stateBytes = rowBytes * 16
  const bins = binsOf(slot)
  return {
    states: take(stateBytes),
    rows: take(states * rowBytes),
    highStates: isRanged ? take(stateBytes) : 0,
    highRows: isRanged ? take(states * rowBytes) : 0,
    bins,
    plan: take(bins === null ? lookupBytes(slot) : binPlanBytes(bins)),
    scan: take(SCAN_HEAD + 4 * states),
  }
}

const ownCertain = (take: () => number): NodePlace => ({
  possible: take(),
  certain: take(),
  open: null,
})

const placeConstant = (truth: number, { fullRow, emptyRow }: Rows): NodePlace => ({
  possible: truth === FALSE ? emptyRow : fullRow,
  certain: truth === TRUE ? fullRow : emptyRow,
  open: null,
})

/** Whether some state but the last leaves the node open. */
const isNarrowed = (truths: Uint8Array): boolean => truths.indexOf(OPEN) < truths.length - 1

const placeNode = (
  node: Node,
  { bound, slots, rows }: { bound: BoundProgram; slots: readonly SlotPlace[]; rows: Rows },
  take: () => number,
): NodePlace => {
  if (node.kind === 'constant') return placeConstant(node.truth, rows)
  if ('parts' in node) return ownCertain(take)
  const place = slots[node.slot]
  const states = bound.slots[node.slot]?.states
  if (place === undefined || states === undefined) throw new RangeError(`no slot ${node.slot}`)
  const rowOf = (first: number, state: number): number =>
    state === 0 ? rows.fullRow : first + state * rows.rowBytes
  const open = place.rows + (states - 1) * rows.rowBytes
  switch (node.kind) {
    case 'span': {
      const isOpenEnded = node.to === states - 1
      return {
        possible: isOpenEnded ? rowOf(place.rows, node.from) : take(),
        certain: null,
        open,
      }
    }
    case 'from':
      return {
        possible: rowOf(place.highRows, node.state),
        certain: rowOf(place.rows, node.state),
        open: null,
      }
    case 'upTo':
      return ownCertain(take)
    case 'set':
      return isNarrowed(node.truths) ? ownCertain(take) : { possible: take(), certain: null, open }
  }
}

const INTERSECT = 1

/** Adds the addresses that leave of a measure's possible row what is certain, each once. */
const addNarrowing = (
  { terms, starts }: BoundProgram,
  { nodes, lists, at }: { nodes: readonly NodePlace[]; lists: AddressLists; at: number },
): number => {
  const addresses: number[] = []
  for (let term = i32At(starts, at); term < i32At(starts, at + 1); term += 1) {
    const node = nodes[i32At(terms, term)]
    if (node === undefined) continue
    const { certain, open } = node
    if (open !== null && !addresses.includes(open)) addresses.push(open)
    if (certain !== null) addresses.push(certain + INTERSECT)
  }
  return lists.add(addresses).to
}

const longestOf = ({ starts }: BoundProgram): number =>
  starts.reduce((most, start, at) => Math.max(most, start - (starts[at - 1] ?? 0)), 1)

/** Adds the lists that narrow each measure; where they begin, one more than there are measures. */
const addNarrowings = (
  bound: BoundProgram,
  nodes: readonly NodePlace[],
  lists: AddressLists,
): Int32Array => {
  const places = new Int32Array(bound.starts.length).fill(lists.addresses.length)
  for (let at = 0; at < bound.starts.length - 1; at += 1) {
    places[at + 1] = addNarrowing(bound, { nodes, lists, at })
  }
  return places
}

/** Plans the memory of blocks of `blockRows` rows, a multiple of 256. */
export const planLayout = (bound: BoundProgram, blockRows: number): Layout => {
  const { take, used } = createAllocator()
  const rowBytes = blockRows / 8
  const takeRow = (): number => take(rowBytes)
  const rows = { rowBytes, fullRow: takeRow(), emptyRow: takeRow() }
  const certainRow = takeRow()
  const stack = take(longestOf(bound) * rowBytes)
  const slots = bound.slots.map((slot) => placeSlot(slot, rows, take))
  const nodes = bound.nodes.map((node) => placeNode(node, { bound, slots, rows }, takeRow))
  const lists = createAddressLists()
  const steps = planNodeSteps({ bound, slots, nodes, lists, ...rows })
  const narrowings = addNarrowings(bound, nodes, lists)
  const firstList = take(4 * (lists.addresses.length + 1))
  const most = mostOf(bound.slots, ({ states }) => states)
  const vectors = mostOf(expressionsIn(bound), vectorsFor)
  return {
    ...rows,
    certainRow,
    stack,
    slots,
    nodes,
    steps,
    lists: narrowings.map((place) => firstList + 4 * place),
    addresses: Int32Array.from(lists.addresses),
    firstList,
    freeList: take(4 * most),
    groupings: bound.groupings.map(({ labels }) => ({
      labels: take(2 * blockRows),
      rows: take(labels.length * rowBytes),
    })),
    places: take(2 * blockRows),
    stored: take(8 * blockRows),
    vectors: Array.from({ length: vectors }, () => take(16 * blockRows)),
    worthPlan: take(WORTH_BYTES),
    entries: take(2 * blockRows),
    cases: take(3 * rowBytes * mostOf(bound.amounts, guardsIn)),
    table: take(LOOKUP_HEAD + 2 * mostOf(bound.slots, tableEntries)),
    bases: bound.bases.map(() => take(8 * blockRows)),
    scales: bound.scales.map(() => take(SCALE_BYTES)),
    bytes: used(),
  }
}
