import type { Block } from './block.ts'
import { i32At } from './read-array.ts'

/** Is told of each measure that is possible for some row of the block, with the row of bits of them. */
export type VisitMeasure = (at: number, possibleRow: number) => void

/** Larger than any number of terms. */
const NONE_DEAD = 0x7fff_ffff

/** Goes through the measures of a block; shared beginnings are worked out once, empty ones end there. */
export const createWalk = ({
  bound,
  layout,
  primitives,
  nodes,
}: Pick<Block, 'bound' | 'layout' | 'primitives' | 'nodes'>): ((visit: VisitMeasure) => void) => {
  const { terms, starts, shared } = bound
  const { stack, rowBytes, fullRow } = layout
  const { and } = primitives
  const { build } = nodes
  const possible = Int32Array.from(layout.nodes, (node) => node.possible)
  const measures = starts.length - 1

  /** Works out the terms of a measure from `from` on; the number of terms until nothing is left, else `NONE_DEAD`. */
  const narrowFrom = (first: number, end: number, from: number): number => {
    for (let at = from; first + at < end; at += 1) {
      const term = i32At(terms, first + at)
      build(term)
      const row = stack + at * rowBytes
      const before = at === 0 ? fullRow : row - rowBytes
      if (and(row, before, i32At(possible, term)) === 0) return at + 1
    }
    return NONE_DEAD
  }

  return (visit) => {
    let dead = NONE_DEAD
    for (let at = 0; at < measures; at += 1) {
      const from = i32At(shared, at)
      if (from >= dead) continue
      const [first, end] = [i32At(starts, at), i32At(starts, at + 1)]
      dead = narrowFrom(first, end, from)
      if (dead !== NONE_DEAD) continue
      visit(at, end === first ? fullRow : stack + (end - first - 1) * rowBytes)
    }
  }
}
