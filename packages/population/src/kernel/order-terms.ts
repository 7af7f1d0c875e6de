import type { Node } from '../compile/node.ts'

/** Measures in an order in which neighbours share their first terms. */
export interface TermOrder {
  readonly terms: Int32Array
  readonly starts: Int32Array
  readonly shared: Int32Array
  readonly order: Int32Array
}

const countUses = (measures: readonly (readonly number[] | null)[], nodes: number): Int32Array => {
  const uses = new Int32Array(nodes)
  for (const terms of measures) for (const term of terms ?? []) uses[term] = (uses[term] ?? 0) + 1
  return uses
}

/** The place of each node when nodes are put in order: groups last, then by rank, then the most used first. */
const placesOf = (nodes: readonly Node[], rank: (node: Node) => number, uses: Int32Array) => {
  const ranks = nodes.map((node) =>
    node.kind === 'all' || node.kind === 'any' ? Number.MAX_SAFE_INTEGER : rank(node),
  )
  const sorted = nodes
    .map((_, place) => place)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || (uses[b] ?? 0) - (uses[a] ?? 0) || a - b)
  const places = new Int32Array(nodes.length)
  for (const [at, node] of sorted.entries()) places[node] = at
  return places
}

const compareLists = (a: readonly number[], b: readonly number[]): number => {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

const sharedLength = (a: readonly number[], b: readonly number[]): number => {
  const differs = a.findIndex((term, at) => term !== b[at])
  return differs === -1 ? a.length : differs
}

/**
 * Puts terms and measures in order; `rank` says which kinds of terms come first, the smallest first.
 * A measure that is null is left out.
 */
export const orderTerms = (
  measures: readonly (readonly number[] | null)[],
  nodes: readonly Node[],
  rank: (node: Node) => number,
): TermOrder => {
  const places = placesOf(nodes, rank, countUses(measures, nodes.length))
  const nodeAt = new Int32Array(nodes.length)
  for (const [node, place] of places.entries()) nodeAt[place] = node
  const lists = measures.map((terms) =>
    (terms ?? []).map((term) => places[term] ?? 0).sort((a, b) => a - b),
  )
  const order = [...measures.keys()]
    .filter((at) => measures[at] !== null)
    .sort((a, b) => compareLists(lists[a] ?? [], lists[b] ?? []))
  const sorted = order.map((measure) => lists[measure] ?? [])
  const starts = new Int32Array(sorted.length + 1)
  for (const [at, list] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length
  return {
    terms: Int32Array.from(sorted.flat(), (place) => nodeAt[place] ?? 0),
    starts,
    shared: Int32Array.from(sorted, (list, at) => sharedLength(list, sorted[at - 1] ?? [])),
    order: Int32Array.from(order),
  }
}
