import type { Measure } from '@huiqi/engine'
import { CITY_GROUPINGS, type Grouping } from '../compile/grouping.ts'
import { compilePopulation, type PopulationProgram, type Rules } from '../compile/program.ts'
import { bestRelay } from '../kernel/best-primitives.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { BLOCK_ROWS, type Block, createBlock, type MakePrimitives } from '../kernel/block.ts'
import type { BoundProgram } from '../kernel/bound-program.ts'
import { createCountBlock, type SeeMeasure } from '../kernel/count-block.ts'
import { createFilter } from '../kernel/filter-blocks.ts'
import { createGatheredRows } from '../kernel/gathered-rows.ts'
import { u16At } from '../kernel/read-array.ts'
import { emptyTally, type Tally } from '../kernel/tally.ts'
import { createVerdicts } from '../kernel/zone-verdict.ts'
import { type ColumnZones, zonesOfTable } from '../kernel/zones.ts'
import type { Table } from '../table.ts'
import { type JointLabels, joinLabels, noCounts, spreadCounts } from './joint-labels.ts'
import { createKeepStates } from './kept-states.ts'
import { type GroupedMatch, type MeasureMatch, toPopulationMatch } from './population-match.ts'
import { createQuickProgram, type Keeping } from './quick-program.ts'
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
  readonly joint: JointLabels
  readonly makeRough: MakePrimitives
  readonly makeExact: MakePrimitives
  readonly keeping: Keeping
}

interface Asked {
  readonly program: PopulationProgram
  readonly bound: BoundProgram
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
  readonly counts: Uint32Array
}

/** Notes rows in a bitmap and under their labels. */
const markRows = (rows: Int32Array, { ofRow }: JointLabels, { bits, counts }: Marking): void => {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    const number = ofRow[row] ?? 0
    bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31))
    counts[number] = (counts[number] ?? 0) + 1
  }
}

const blockOver = (bound: BoundProgram, table: Table, makePrimitives: MakePrimitives): Block =>
  createBlock(bound, table, { blockRows: BLOCK_ROWS, makePrimitives })

/**
 * Answers the only measure of a program: a quick look leaves few rows, which are worked out together.
 */
const findRows = (
  { zones, joint, makeRough, makeExact, keeping }: Prepared,
  { program, bound }: Asked,
  found: Found,
): void => {
  const { table, rough, exact, prepare } = createQuickProgram(program, bound, keeping)
  const gathered = createGatheredRows(table, exact, BLOCK_ROWS)
  const block = blockOver(exact, gathered.table, makeExact)
  const { layout, primitives } = block
  const shorts = new Uint16Array(primitives.memory.buffer)
  const counts = noCounts(joint)
  const listed = new Int32Array(BLOCK_ROWS)
  const rowsIn = (row: number): Int32Array => {
    const count = primitives.list(row, layout.places)
    for (let at = 0; at < count; at += 1) {
      listed[at] = gathered.rows[u16At(shorts, (layout.places >> 1) + at)] ?? 0
    }
    return listed.subarray(0, count)
  }
  const see: SeeMeasure = (_, row) => {
    markRows(rowsIn(row), joint, { bits: found.possibleRows, counts: counts.possible })
    markRows(rowsIn(layout.certainRow), joint, {
      bits: found.certainRows,
      counts: counts.certain,
    })
  }
  const countBlock = createCountBlock(block, { ...found.tally, groups: [] }, see)
  const workOut = (): void => {
    gathered.gather()
    countBlock(0, gathered.count)
    gathered.count = 0
  }
  const filter = createFilter(blockOver(rough, table, makeRough), {
    verdictOf: createVerdicts(bound, zones),
    prepare,
  })
  for (let start = 0; start < table.rows; start += BLOCK_ROWS) {
    filter(start, Math.min(BLOCK_ROWS, table.rows - start), (rows) => {
      prepare(start, 'exact')
      if (gathered.count + rows.length > BLOCK_ROWS) workOut()
      gathered.rows.set(rows, gathered.count)
      gathered.count += rows.length
    })
  }
  if (gathered.count > 0) workOut()
  spreadCounts(joint, counts, found.tally.groups)
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
  const keeping = {
    table,
    keep: createKeepStates(table, rules, BLOCK_ROWS),
    makePrimitives: bestRelay(),
    blockRows: BLOCK_ROWS,
  }
  const prepared = {
    table,
    zones,
    labels,
    joint: joinLabels(labels, table.rows),
    makeRough: bestRelay(),
    makeExact: bestRelay(),
    keeping,
  }
  const matchOne = (measure: Measure): OneMatch => {
    const program = compilePopulation([measure], rules)
    const bound = bindProgram(program, table)
    const found = emptyFound(prepared, bound)
    if (bound.order.length > 0) findRows(prepared, { program, bound }, found)
    const grouped = { ...program, groupings: labels.map(({ grouping }) => grouping) }
    const { tally, certainRows, possibleRows } = found
    const match = toPopulationMatch(grouped, { bound, tally, rows: table.rows })
    const [answer] = match.measures
    if (!answer) throw new RangeError(`no answer for ${measure.id}`)
    return { ...answer, groups: match.groups, certainRows, possibleRows }
  }
  return { table, rules, matchOne }
}
