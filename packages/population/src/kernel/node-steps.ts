import type { Node } from '../compile/node.ts'
import { FALSE, TRUE } from '../compile/truth-code.ts'
import type { AddressLists } from './address-lists.ts'
import type { BoundProgram } from './bound-program.ts'
import type { NodePlace, SlotPlace } from './places.ts'

/** What is done to get a row: nothing, a union, or a union of differences. */
export const NOTHING = 0
/** The union of the listed rows. */
export const UNITE = 1
/** The union of the differences of listed pairs of rows. */
export const UNITE_WITHOUT = 2
/** The union of the rows of the states that occur in the block. */
export const UNITE_PRESENT = 3
/** The intersection of the listed rows. */
export const INTERSECT = 4
/** Both unions of listed triples of rows, behind the address of the second result. */
export const UNITE_BOTH = 5

/** Entries of a step: what is done, the address of the result, and the places of its list. */
export const STEP_WIDTH = 4

/**
 * How the rows of each node are built: two steps for each, for what is possible and what is certain,
 * as `STEP_WIDTH` numbers each.
 */
export interface NodeSteps {
  readonly steps: Int32Array
  /** The slot of each node; -1 for constants and groups. */
  readonly slots: Int32Array
  /** Where the parts of each node begin in `parts`; one more than there are nodes. */
  readonly partStarts: Int32Array
  readonly parts: Int32Array
}

/** Where everything is that steps read. */
export interface StepContext {
  readonly bound: BoundProgram
  readonly slots: readonly SlotPlace[]
  readonly nodes: readonly NodePlace[]
  readonly lists: AddressLists
  readonly rowBytes: number
  readonly fullRow: number
  readonly emptyRow: number
}

interface Step {
  readonly kind: number
  readonly target: number
  readonly list: readonly number[]
}

type Steps = readonly Step[]

/** Sets of more states are united from those that occur in the block. */
const SMALL_SET = 8

const slotPlace = ({ slots }: StepContext, slot: number): SlotPlace => {
  const place = slots[slot]
  if (place === undefined) throw new RangeError(`no slot ${slot}`)
  return place
}

const nodePlace = ({ nodes }: StepContext, node: number): NodePlace => {
  const place = nodes[node]
  if (place === undefined) throw new RangeError(`no node ${node}`)
  return place
}

const spanSteps = (
  context: StepContext,
  { slot, from, to }: Extract<Node, { kind: 'span' }>,
  { possible, open }: NodePlace,
): Steps => {
  const last = (context.bound.slots[slot]?.states ?? 1) - 1
  if (to === last || open === null) return []
  const { rowBytes, fullRow, emptyRow } = context
  const { rows } = slotPlace(context, slot)
  const start = from === 0 ? fullRow : rows + from * rowBytes
  const list = [start, rows + to * rowBytes, open, emptyRow]
  return [{ kind: UNITE_WITHOUT, target: possible, list }]
}

const upToSteps = (
  context: StepContext,
  { slot, state }: Extract<Node, { kind: 'upTo' }>,
  { possible, certain }: NodePlace,
): Steps => {
  const { rowBytes, fullRow } = context
  const { rows, highRows } = slotPlace(context, slot)
  return [
    { kind: UNITE_WITHOUT, target: possible, list: [fullRow, rows + state * rowBytes] },
    {
      kind: UNITE_WITHOUT,
      target: certain ?? 0,
      list: [fullRow, highRows + state * rowBytes],
    },
  ]
}

/** The states of a set that are not false. */
const membersOf = (truths: Uint8Array): readonly number[] =>
  [...truths.keys()].filter((state) => truths[state] !== FALSE)

const setSteps = (
  context: StepContext,
  { slot, truths }: Extract<Node, { kind: 'set' }>,
  { possible, certain }: NodePlace,
): Steps => {
  const { rows } = slotPlace(context, slot)
  const members = membersOf(truths)
  const rowsOf = (states: readonly number[]): readonly number[] =>
    states.map((state) => rows + state * context.rowBytes)
  const isSmall = members.length <= SMALL_SET
  const kind = isSmall ? UNITE : UNITE_PRESENT
  const all = { kind, target: possible, list: isSmall ? rowsOf(members) : [] }
  if (certain === null) return [all]
  const sure = members.filter((state) => truths[state] === TRUE)
  return [all, { kind, target: certain, list: isSmall ? rowsOf(sure) : [] }]
}

/** What is certain of a part, as a row and what is taken away from it. */
const certainPair = (
  { emptyRow }: StepContext,
  { possible, certain, open }: NodePlace,
): readonly number[] => (open === null ? [certain ?? emptyRow, emptyRow] : [possible, open])

const groupSteps = (
  context: StepContext,
  { kind, parts }: Extract<Node, { kind: 'all' | 'any' }>,
  { possible, certain }: NodePlace,
): Steps => {
  const places = parts.map((part) => nodePlace(context, part))
  if (kind === 'any') {
    const triples = places.flatMap((part) => [part.possible, ...certainPair(context, part)])
    return [{ kind: UNITE_BOTH, target: possible, list: [certain ?? 0, ...triples] }]
  }
  const rows = places.flatMap((part) => [part.possible, context.emptyRow])
  const pairs = places.flatMap((part) => certainPair(context, part))
  return [
    { kind: INTERSECT, target: possible, list: rows },
    { kind: INTERSECT, target: certain ?? 0, list: pairs },
  ]
}

const stepsOf = (context: StepContext, node: Node, place: NodePlace): Steps => {
  switch (node.kind) {
    case 'constant':
    case 'from':
      return []
    case 'span':
      return spanSteps(context, node, place)
    case 'upTo':
      return upToSteps(context, node, place)
    case 'set':
      return setSteps(context, node, place)
    default:
      return groupSteps(context, node, place)
  }
}

/** Plans how the rows of all nodes are built. */
export const planNodeSteps = (context: StepContext): NodeSteps => {
  const { nodes } = context.bound
  const steps = new Int32Array(nodes.length * 2 * STEP_WIDTH)
  const partStarts = new Int32Array(nodes.length + 1)
  const parts: number[] = []
  for (const [at, node] of nodes.entries()) {
    for (const [place, step] of stepsOf(context, node, nodePlace(context, at)).entries()) {
      const { from, to } = context.lists.add(step.list)
      steps.set([step.kind, step.target, from, to], (at * 2 + place) * STEP_WIDTH)
    }
    if ('parts' in node) parts.push(...node.parts)
    partStarts[at + 1] = parts.length
  }
  return {
    steps,
    slots: Int32Array.from(nodes, (node) => ('slot' in node ? node.slot : -1)),
    partStarts,
    parts: Int32Array.from(parts),
  }
}
