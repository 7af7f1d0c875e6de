import type { Node } from '../compile/node.ts'
import { bothOf, FALSE, OPEN, oneOfBoth, TRUE } from '../compile/truth-code.ts'
import { i32At, u8At } from '../kernel/read-array.ts'
import type { States } from './derive-state.ts'

/** The truth of nodes in one set of states; each is worked out once. */
export interface NodeTruths {
  /** Forgets everything: the states have changed. */
  readonly restart: () => void
  readonly of: (node: number) => number
}

const SPAN = 0
const FROM = 1
const UP_TO = 2
const SET = 3
const GROUP = 4

const KINDS: Readonly<Record<Node['kind'], number>> = {
  span: SPAN,
  from: FROM,
  upTo: UP_TO,
  set: SET,
  all: GROUP,
  any: GROUP,
  constant: GROUP,
}

/** Nodes as numbers: two figures each, for a set the place of its truths. */
interface NodeTable {
  readonly kinds: Uint8Array
  readonly slots: Int32Array
  readonly first: Int32Array
  readonly second: Int32Array
  readonly truths: Uint8Array
}

const figuresOf = (node: Node, truths: number): readonly [number, number] => {
  switch (node.kind) {
    case 'span':
      return [node.from, node.to]
    case 'from':
    case 'upTo':
      return [node.state, 0]
    case 'set':
      return [truths, 0]
    default:
      return [0, 0]
  }
}

const tabulate = (nodes: readonly Node[]): NodeTable => {
  const first = new Int32Array(nodes.length)
  const second = new Int32Array(nodes.length)
  const sets = nodes.map((node) => (node.kind === 'set' ? node.truths : new Uint8Array(0)))
  const truths = new Uint8Array(sets.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const [place, node] of nodes.entries()) {
    const [a, b] = figuresOf(node, next)
    first[place] = a
    second[place] = b
    const set = sets[place]
    if (set === undefined) continue
    truths.set(set, next)
    next += set.length
  }
  return {
    kinds: Uint8Array.from(nodes, ({ kind }) => KINDS[kind]),
    slots: Int32Array.from(nodes, (node) => ('slot' in node ? node.slot : 0)),
    first,
    second,
    truths,
  }
}

/** The truths of nodes; `opens` has the open state of each slot. */
export const createNodeTruths = (
  nodes: readonly Node[],
  { low, high }: States,
  opens: Int32Array,
): NodeTruths => {
  const { kinds, slots, first, second, truths } = tabulate(nodes)
  const known = new Uint8Array(nodes.length)
  const stamps = new Int32Array(nodes.length)
  let stamp = 1

  const groupTruth = (place: number): number => {
    const node = nodes[place]
    switch (node?.kind) {
      case 'constant':
        return node.truth
      case 'all':
        return node.parts.reduce((truth, part) => bothOf(truth, of(part)), TRUE)
      case 'any':
        return node.parts.reduce((truth, part) => oneOfBoth(truth, of(part)), FALSE)
      default:
        throw new RangeError(`no group ${place}`)
    }
  }

  const rangeTruth = (isSure: boolean, mayBe: boolean): number =>
    isSure ? TRUE : mayBe ? OPEN : FALSE

  const evaluate = (place: number): number => {
    const slot = i32At(slots, place)
    const state = i32At(low, slot)
    const figure = i32At(first, place)
    switch (u8At(kinds, place)) {
      case SPAN:
        if (state === i32At(opens, slot)) return OPEN
        return state >= figure && state < i32At(second, place) ? TRUE : FALSE
      case SET:
        return u8At(truths, figure + state)
      case FROM:
        return rangeTruth(state >= figure, i32At(high, slot) >= figure)
      case UP_TO:
        return rangeTruth(i32At(high, slot) < figure, state < figure)
      default:
        return groupTruth(place)
    }
  }

  const of = (place: number): number => {
    if (i32At(stamps, place) === stamp) return u8At(known, place)
    const truth = evaluate(place)
    known[place] = truth
    stamps[place] = stamp
    return truth
  }

  return {
    of,
    restart: () => {
      stamp += 1
    },
  }
}
