import type { Node } from '../compile/node.ts'
import { bothOf, FALSE, OPEN, oneOfBoth, TRUE } from '../compile/truth-code.ts'
import { f64At, i32At, u8At } from '../kernel/read-array.ts'
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
const ALL = 4
const ANY = 5
const CONSTANT = 6

const KINDS: Readonly<Record<Node['kind'], number>> = {
  span: SPAN,
  from: FROM,
  upTo: UP_TO,
  set: SET,
  all: ALL,
  any: ANY,
  constant: CONSTANT,
}

/**
 * Nodes as numbers, two figures each: the states of a span or the state of an end, where the truths of
 * a set begin, from where up to where the parts of a group stand, or the truth of a constant.
 */
interface NodeTable {
  readonly kinds: Uint8Array
  readonly slots: Int32Array
  readonly first: Int32Array
  readonly second: Int32Array
  readonly truths: Uint8Array
  readonly parts: Int32Array
}

interface Ends {
  readonly truths: number
  readonly parts: number
}

const figuresOf = (node: Node, { truths, parts }: Ends): readonly [number, number] => {
  switch (node.kind) {
    case 'span':
      return [node.from, node.to]
    case 'from':
    case 'upTo':
      return [node.state, 0]
    case 'set':
      return [truths, 0]
    case 'constant':
      return [node.truth, 0]
    default:
      return [parts, parts + node.parts.length]
  }
}

const tabulate = (nodes: readonly Node[]): NodeTable => {
  const first = new Int32Array(nodes.length)
  const second = new Int32Array(nodes.length)
  const truths: number[] = []
  const parts: number[] = []
  for (const [place, node] of nodes.entries()) {
    const [a, b] = figuresOf(node, { truths: truths.length, parts: parts.length })
    first[place] = a
    second[place] = b
    if (node.kind === 'set') for (const truth of node.truths) truths.push(truth)
    if ('parts' in node) for (const part of node.parts) parts.push(part)
  }
  return {
    kinds: Uint8Array.from(nodes, ({ kind }) => KINDS[kind]),
    slots: Int32Array.from(nodes, (node) => ('slot' in node ? node.slot : 0)),
    first,
    second,
    truths: Uint8Array.from(truths),
    parts: Int32Array.from(parts),
  }
}

const rangeTruth = (isSure: boolean, mayBe: boolean): number =>
  isSure ? TRUE : mayBe ? OPEN : FALSE

/** A truth takes two bits beside the stamp of the states it was worked out for. */
const STAMP = 4

/** The truths of nodes; `opens` has the open state of each slot. */
export const createNodeTruths = (
  nodes: readonly Node[],
  { low, high }: States,
  opens: Int32Array,
): NodeTruths => {
  const { kinds, slots, first, second, truths, parts } = tabulate(nodes)
  const known = new Float64Array(nodes.length)
  let stamp = STAMP

  const allOf = (place: number): number => {
    const end = i32At(second, place)
    let truth = TRUE
    for (let at = i32At(first, place); at < end && truth !== FALSE; at += 1) {
      truth = bothOf(truth, of(i32At(parts, at)))
    }
    return truth
  }

  const anyOf = (place: number): number => {
    const end = i32At(second, place)
    let truth = FALSE
    for (let at = i32At(first, place); at < end && truth !== TRUE; at += 1) {
      truth = oneOfBoth(truth, of(i32At(parts, at)))
    }
    return truth
  }

  const spanTruth = (place: number, slot: number): number => {
    const state = i32At(low, slot)
    if (state === i32At(opens, slot)) return OPEN
    return state >= i32At(first, place) && state < i32At(second, place) ? TRUE : FALSE
  }

  const evaluate = (place: number): number => {
    const slot = i32At(slots, place)
    const figure = i32At(first, place)
    switch (u8At(kinds, place)) {
      case SPAN:
        return spanTruth(place, slot)
      case SET:
        return u8At(truths, figure + i32At(low, slot))
      case FROM:
        return rangeTruth(i32At(low, slot) >= figure, i32At(high, slot) >= figure)
      case UP_TO:
        return rangeTruth(i32At(high, slot) < figure, i32At(low, slot) < figure)
      case ALL:
        return allOf(place)
      case ANY:
        return anyOf(place)
      default:
        return figure
    }
  }

  const of = (place: number): number => {
    const ready = f64At(known, place) - stamp
    if (ready >= 0) return ready
    const truth = evaluate(place)
    known[place] = stamp + truth
    return truth
  }

  return {
    of,
    restart: () => {
      stamp += STAMP
    },
  }
}
