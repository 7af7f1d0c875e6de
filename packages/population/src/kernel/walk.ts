import type { Block } from './block.ts'
import { i32At } from './read-array.ts'
import { planTrie } from './step-trie.ts'

/** Is told of each measure that is possible for some row of the block, with the row of bits of them. */
export type VisitMeasure = (at: number, possibleRow: number) => void

/** Goes through the measures of a block; shared beginnings are worked out once, empty ones end there. */
export const createWalk = ({
  bound,
  layout,
  primitives,
  nodes,
}: Pick<Block, 'bound' | 'layout' | 'primitives' | 'nodes'>): ((visit: VisitMeasure) => void) => {
  const { terms, depths, next, measures } = planTrie(bound)
  const { stack, rowBytes, fullRow } = layout
  const { and } = primitives
  const { build } = nodes
  const possible = Int32Array.from(layout.nodes, (node) => node.possible)
  const steps = terms.length

  /** Works out a step; whether anything is left. */
  const narrow = (step: number, row: number): boolean => {
    const term = i32At(terms, step)
    build(term)
    const before = i32At(depths, step) === 0 ? fullRow : row - rowBytes
    return and(row, before, i32At(possible, term)) !== 0
  }

  return (visit) => {
    for (let at = 0; at < i32At(measures, 0); at += 1) visit(at, fullRow)
    let step = 0
    while (step < steps) {
      const row = stack + i32At(depths, step) * rowBytes
      if (!narrow(step, row)) {
        step = i32At(next, step)
        continue
      }
      const end = i32At(measures, step + 1)
      for (let at = i32At(measures, step); at < end; at += 1) visit(at, row)
      step += 1
    }
  }
}
