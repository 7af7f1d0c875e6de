import type { Measure } from '@huiqi/engine'
import { CITY_GROUPINGS, type Grouping } from '../compile/grouping.ts'
import { compilePopulation, type Rules } from '../compile/program.ts'
import { bestPrimitives } from '../kernel/best-primitives.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { BLOCK_ROWS, createBlock } from '../kernel/block.ts'
import { createCountBlock, type SeeMeasure } from '../kernel/count-block.ts'
import { emptyTally } from '../kernel/tally.ts'
import type { Table } from '../table.ts'
import { type GroupedMatch, type MeasureMatch, toPopulationMatch } from './population-match.ts'

/** One measure answered for a population. */
export interface OneMatch extends MeasureMatch {
  /** Counts by grouping; the measure has the place 0. */
  readonly groups: readonly GroupedMatch[]
  /** A bit for each row, the lowest of the first word for row 0. */
  readonly certainRows: Uint32Array
  readonly possibleRows: Uint32Array
}

/** A population that is asked about single measures. */
export interface Population {
  readonly table: Table
  readonly rules: Rules
  readonly matchOne: (measure: Measure) => OneMatch
}

/** Opens a population; counts are broken down by the groupings. */
export const openPopulation = (
  table: Table,
  rules: Rules,
  groupings: readonly Grouping[] = CITY_GROUPINGS,
): Population => {
  const words = Math.ceil(table.rows / 32)
  const matchOne = (measure: Measure): OneMatch => {
    const program = compilePopulation([measure], rules, groupings)
    const bound = bindProgram(program, table)
    const block = createBlock(bound, table, {
      blockRows: BLOCK_ROWS,
      makePrimitives: bestPrimitives(),
    })
    const { layout, primitives, slots } = block
    const memory = new Uint32Array(primitives.memory.buffer)
    const certainRows = new Uint32Array(words)
    const possibleRows = new Uint32Array(words)
    const copy = (row: number, into: Uint32Array): void => {
      const first = slots.window.start >> 5
      const size = Math.min(layout.rowBytes >> 2, words - first)
      into.set(memory.subarray(row >> 2, (row >> 2) + size), first)
    }
    const see: SeeMeasure = (_, row) => {
      copy(row, possibleRows)
      copy(layout.certainRow, certainRows)
    }
    const tally = emptyTally(bound)
    const countBlock = createCountBlock(block, tally, { counted: 'counts-and-money', see })
    for (let start = 0; start < table.rows; start += BLOCK_ROWS) {
      countBlock(start, Math.min(BLOCK_ROWS, table.rows - start))
    }
    const { rows } = table
    const match = toPopulationMatch(program, { bound, tally, rows, hasMoney: true })
    const [found] = match.measures
    if (!found) throw new RangeError(`no answer for ${measure.id}`)
    return { ...found, groups: match.groups, certainRows, possibleRows }
  }
  return { table, rules, matchOne }
}
