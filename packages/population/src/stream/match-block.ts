import type { PopulationProgram } from '../compile/program.ts'
import { bestPrimitives } from '../kernel/best-primitives.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { createBlock } from '../kernel/block.ts'
import type { Counted } from '../kernel/bound-program.ts'
import { createCountBlock } from '../kernel/count-block.ts'
import { emptyTally } from '../kernel/tally.ts'
import { type PopulationMatch, toPopulationMatch } from '../run/population-match.ts'
import type { Table } from '../table.ts'

/** The rows of a block that a measure fits, a bit for each row. */
export interface FittingRows {
  /** The place of the measure among those of the program. */
  readonly measure: number
  readonly certain: Uint32Array
  /** Possible but not certain. */
  readonly open: Uint32Array
}

/** What is looked for: the counts with the money, or who fits what. */
export type Looked = Counted | 'rows'

/** Answers the rows that stand in a table, again after they were written over. */
export interface BlockMatcher {
  /** The measures that fit some of the first `count` rows; none unless rows are looked for. */
  readonly match: (count: number) => readonly FittingRows[]
  /** Everything matched so far. */
  readonly finish: () => PopulationMatch
}

/** Sets up the answering of a table of one block. */
export const createBlockMatcher = (
  table: Table,
  program: PopulationProgram,
  looked: Looked,
): BlockMatcher => {
  const counted = looked === 'rows' ? 'counts' : looked
  const bound = bindProgram(program, table, counted)
  const makePrimitives = bestPrimitives()
  const block = createBlock(bound, table, { blockRows: table.rows, makePrimitives })
  const memory = new Uint32Array(block.primitives.memory.buffer)
  const tally = emptyTally(bound)
  let fitting: FittingRows[] = []
  let words = 0
  let rows = 0
  const wordsAt = (address: number): Uint32Array =>
    memory.slice(address >> 2, (address >> 2) + words)
  const see = (at: number, possibleRow: number): void => {
    const measure = bound.order[at] ?? -1
    if (program.measures[measure]?.status !== 'rule') return
    const certain = wordsAt(block.layout.certainRow)
    const open = wordsAt(possibleRow).map((word, place) => word & ~(certain[place] ?? 0))
    fitting.push({ measure, certain, open })
  }
  const countBlock = createCountBlock(block, tally, looked === 'rows' ? see : undefined)
  return {
    match: (count) => {
      fitting = []
      words = Math.ceil(count / 32)
      rows += count
      countBlock(0, count)
      return fitting.sort((a, b) => a.measure - b.measure)
    },
    finish: () => toPopulationMatch(program, { bound, tally, rows }),
  }
}
