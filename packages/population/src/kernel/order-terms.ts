import type { Node } from '../compile/node.ts'
import { f64At, i32At } from './read-array.ts'

/** Measures in an order in which neighbours share their first terms. */
export interface TermOrder {
  readonly terms: Int32Array
  readonly starts: Int32Array
  readonly shared: Int32Array
  readonly order: Int32Array
}

type TermsOfMeasures = readonly (readonly number[] | null)[]

const countUses = (measures: TermsOfMeasures, nodes: number): Int32Array => {
  const uses = new Int32Array(nodes)
  for (const terms of measures) for (const term of terms ?? []) uses[term] = i32At(uses, term) + 1
  return uses
}

/** The nodes in order: groups last, then by rank, then the most used first. */
const sortNodes = (
  nodes: readonly Node[],
  rank: (node: Node) => number,
  uses: Int32Array,
): Int32Array => {
  const ranks = Float64Array.from(nodes, (node) =>
    node.kind === 'all' || node.kind === 'any' ? Number.MAX_SAFE_INTEGER : rank(node),
  )
  return Int32Array.from(nodes.keys()).sort(
    (a, b) => f64At(ranks, a) - f64At(ranks, b) || i32At(uses, b) - i32At(uses, a) || a - b,
  )
}

/** Ascending lists of numbers one after the other. */
interface Lists {
  readonly entries: Int32Array
  /** Where each begins; one more than there are lists. */
  readonly starts: Int32Array
}

/** The terms of each measure by their places, ascending. */
const listPlaces = (measures: TermsOfMeasures, places: Int32Array): Lists => {
  const starts = new Int32Array(measures.length + 1)
  for (const [at, terms] of measures.entries()) {
    starts[at + 1] = i32At(starts, at) + (terms?.length ?? 0)
  }
  const entries = new Int32Array(i32At(starts, measures.length))
  for (const [at, terms] of measures.entries()) {
    const own = entries.subarray(i32At(starts, at), i32At(starts, at + 1))
    for (const [entry, term] of (terms ?? []).entries()) own[entry] = i32At(places, term)
    own.sort()
  }
  return { entries, starts }
}

/** How many entries two lists begin with alike. */
const sharedLength = ({ entries, starts }: Lists, a: number, b: number): number => {
  const [firstA, firstB] = [i32At(starts, a), i32At(starts, b)]
  const most = Math.min(i32At(starts, a + 1) - firstA, i32At(starts, b + 1) - firstB)
  let length = 0
  while (length < most && i32At(entries, firstA + length) === i32At(entries, firstB + length)) {
    length += 1
  }
  return length
}

/** By the first entries that differ; a list stands before those that it begins. */
const compareLists = (lists: Lists, a: number, b: number): number => {
  const { entries, starts } = lists
  const shared = sharedLength(lists, a, b)
  const [atA, atB] = [i32At(starts, a) + shared, i32At(starts, b) + shared]
  const [endA, endB] = [i32At(starts, a + 1), i32At(starts, b + 1)]
  if (atA === endA || atB === endB) return endA - atA - (endB - atB)
  return i32At(entries, atA) - i32At(entries, atB)
}

/**
 * Puts terms and measures in order; `rank` says which kinds of terms come first, the smallest first.
 * A measure that is null is left out.
 */
export const orderTerms = (
  measures: TermsOfMeasures,
  nodes: readonly Node[],
  rank: (node: Node) => number,
): TermOrder => {
  const nodeAt = sortNodes(nodes, rank, countUses(measures, nodes.length))
  const places = new Int32Array(nodes.length)
  for (const [place, node] of nodeAt.entries()) places[node] = place
  const lists = listPlaces(measures, places)
  const evaluated = [...measures.keys()].filter((at) => measures[at] !== null)
  const order = Int32Array.from(evaluated).sort((a, b) => compareLists(lists, a, b) || a - b)
  const starts = new Int32Array(order.length + 1)
  const shared = new Int32Array(order.length)
  const terms = new Int32Array(lists.entries.length)
  for (const [at, measure] of order.entries()) {
    const own = lists.entries.subarray(
      i32At(lists.starts, measure),
      i32At(lists.starts, measure + 1),
    )
    const first = i32At(starts, at)
    for (const [entry, place] of own.entries()) terms[first + entry] = i32At(nodeAt, place)
    starts[at + 1] = first + own.length
    if (at > 0) shared[at] = sharedLength(lists, i32At(order, at - 1), measure)
  }
  return { terms, starts, shared, order }
}
