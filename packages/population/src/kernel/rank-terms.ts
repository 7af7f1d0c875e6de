import type { Node } from '../compile/node.ts'
import type { Slot } from '../compile/slot.ts'

/** Facts that rows are sorted by: their terms are tried first, since they leave whole blocks out. */
const SORTED_BY = ['enterprise.district', 'enterprise.industry']

/** Which terms come first: those on facts that rows are sorted by. */
export const rankByFacts = (slots: readonly Slot[]): ((node: Node) => number) => {
  const ranks = slots.map(({ source }) => {
    const place = source.kind === 'fact' ? SORTED_BY.indexOf(source.fact) : -1
    return place === -1 ? SORTED_BY.length : place
  })
  return (node) => ('slot' in node ? (ranks[node.slot] ?? 0) : 0)
}
