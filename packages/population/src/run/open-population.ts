import type { Measure } from '@huiqi/engine'
import { CITY_GROUPINGS, type Grouping } from '../compile/grouping.ts'
import { compilePopulation, type Rules } from '../compile/program.ts'
import { bestRelay } from '../kernel/best-primitives.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { BLOCK_ROWS, type Block, createBlock, type MakePrimitives } from '../kernel/block.ts'
import type { BoundProgram } from '../kernel/bound-program.ts'
import { createCountBlock } from '../kernel/count-block.ts'
import { createFilter } from '../kernel/filter-blocks.ts'
import { createGatheredRows } from '../kernel/gathered-rows.ts'
import { u16At } from '../kernel/read-array.ts'
import { emptyTally, type GroupTally, type Tally } from '../kernel/tally.ts'
import { createVerdicts } from '../kernel/zone-verdict.ts'
import { type ColumnZones, zonesOfTable } from '../kernel/zones.ts'
import type { Table } from '../table.ts'
import { type GroupedMatch, type MeasureMatch, toPopulationMatch } from './population-match.ts'
import { labelRows, type RowLabels } from './row-labels.ts'

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

/** What is kept of a population between measures. */
interface Prepared {
  readonly table: Table
  readonly zones: readonly ColumnZones[]
  readonly labels: readonly RowLabels[]
  readonly makePrimitives: MakePrimitives
}

interface Found {
  readonly tally: Tally
  readonly certainRows: Uint32Array
  readonly possibleRows: Uint32Array
}

const emptyFound = ({ table, labels }: Prepared, bound: BoundProgram): Found => {
  const words = Math.ceil(table.rows / 32)
  const tally = emptyTally({ ...bound, groupings: labels.map(({ grouping }) => grouping) })
  for (const [at, group] of tally.groups.entries()) group.rows.set(labels[at]?.rows ?? [])
  return { tally, certainRows: new Uint32Array(words), possibleRows: new Uint32Array(words) }
}

interface Marking {
  readonly bits: Uint32Array
  readonly part: 'certain' | 'possible'
}

/** Counts rows under their labels; neighbours mostly have the same. */
const countLabels = (rows: Int32Array, labels: Uint16Array, counts: Uint32Array): void => {
  let [current, run] = [0, 0]
  for (const row of rows) {
    const label = u16At(labels, row)
    if (label !== current) {
      counts[current] = (counts[current] ?? 0) + run
      current = label
      run = 0
    }
    run += 1
  }
  counts[current] = (counts[current] ?? 0) + run
}

/** Notes rows in a bitmap and under their labels. */
const createMark =
  (labels: readonly RowLabels[], groups: readonly GroupTally[]) =>
  (rows: Int32Array, { bits, part }: Marking): void => {
    for (const row of rows) bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31))
    for (const [at, group] of groups.entries()) {
      const ofRow = labels[at]?.labels
      if (ofRow !== undefined) countLabels(rows, ofRow, group[part])
    }
  }

const blockOver = (bound: BoundProgram, table: Table, makePrimitives: MakePrimitives): Block =>
  createBlock(bound, table, { blockRows: BLOCK_ROWS, makePrimitives })

/**
 * Answers the only measure of a program: a quick look leaves few rows, which are worked out together. Both
 * share one memory: neither reads what it left there before it has moved on to other rows.
 */
const findRows = (
  { table, zones, labels, makePrimitives }: Prepared,
  bound: BoundProgram,
  found: Found,
): void => {
  const gathered = createGatheredRows(table, bound, BLOCK_ROWS)
  const block = blockOver(bound, gathered.table, makePrimitives)
  const { layout, primitives } = block
  const shorts = new Uint16Array(primitives.memory.buffer)
  const mark = createMark(labels, found.tally.groups)
  const listed = new Int32Array(BLOCK_ROWS)
  const rowsIn = (row: number): Int32Array => {
    const count = primitives.list(row, layout.places)
    for (let at = 0; at < count; at += 1) {
      listed[at] = gathered.rows[u16At(shorts, (layout.places >> 1) + at)] ?? 0
    }
    return listed.subarray(0, count)
  }
  const countBlock = createCountBlock(
    block,
    { ...found.tally, groups: [] },
    {
      counted: 'counts-and-money',
      see: (_, row) => {
        mark(rowsIn(row), { bits: found.possibleRows, part: 'possible' })
        mark(rowsIn(layout.certainRow), { bits: found.certainRows, part: 'certain' })
      },
    },
  )
  const workOut = (): void => {
    gathered.gather()
    countBlock(0, gathered.count)
    gathered.count = 0
  }
  const filter = createFilter(
    blockOver(bound, table, () => primitives),
    createVerdicts(bound, zones),
  )
  for (let start = 0; start < table.rows; start += BLOCK_ROWS) {
    filter(start, Math.min(BLOCK_ROWS, table.rows - start), (rows) => {
      if (gathered.count + rows.length > BLOCK_ROWS) workOut()
      gathered.rows.set(rows, gathered.count)
      gathered.count += rows.length
    })
  }
  if (gathered.count > 0) workOut()
}

/**
 * Opens a population: looks through it once, so that single measures are answered quickly. Counts are
 * broken down by the groupings.
 */
export const openPopulation = (
  table: Table,
  rules: Rules,
  groupings: readonly Grouping[] = CITY_GROUPINGS,
): Population => {
  const labels = labelRows(table, rules, groupings)
  const zones = zonesOfTable(table, BLOCK_ROWS)
  const prepared = { table, zones, labels, makePrimitives: bestRelay() }
  const matchOne = (measure: Measure): OneMatch => {
    const program = compilePopulation([measure], rules)
    const bound = bindProgram(program, table)
    const found = emptyFound(prepared, bound)
    if (bound.order.length > 0) findRows(prepared, bound, found)
    const grouped = { ...program, groupings: labels.map(({ grouping }) => grouping) }
    const { tally, certainRows, possibleRows } = found
    const match = toPopulationMatch(grouped, { bound, tally, rows: table.rows, hasMoney: true })
    const [answer] = match.measures
    if (!answer) throw new RangeError(`no answer for ${measure.id}`)
    return { ...answer, groups: match.groups, certainRows, possibleRows }
  }
  return { table, rules, matchOne }
}
