import type { PopulationProgram } from '../compile/program.ts'
import { bestPrimitives } from '../kernel/best-primitives.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { BLOCK_ROWS, type BlockOptions, createBlock } from '../kernel/block.ts'
import type { Counted } from '../kernel/bound-program.ts'
import { createCountBlock } from '../kernel/count-block.ts'
import { emptyTally } from '../kernel/tally.ts'
import type { Table } from '../table.ts'
import { type PopulationMatch, toPopulationMatch } from './population-match.ts'

/** How a population is matched in this thread. */
export interface MatchRowsOptions extends Partial<BlockOptions> {
  readonly counted?: Counted
}

/** Answers every row for every measure in this thread. */
export const matchRows = (
  table: Table,
  program: PopulationProgram,
  options: MatchRowsOptions = {},
): PopulationMatch => {
  const { counted = 'counts-and-money', blockRows = BLOCK_ROWS } = options
  const { makePrimitives = bestPrimitives() } = options
  const bound = bindProgram(program, table, counted)
  const block = createBlock(bound, table, { blockRows, makePrimitives })
  const tally = emptyTally(bound)
  const countBlock = createCountBlock(block, tally)
  for (let start = 0; start < table.rows; start += blockRows) {
    countBlock(start, Math.min(blockRows, table.rows - start))
  }
  return toPopulationMatch(program, { bound, tally, rows: table.rows })
}
