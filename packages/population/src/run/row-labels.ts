import type { CompiledGrouping, Grouping } from '../compile/grouping.ts'
import { compilePopulation, type Rules } from '../compile/program.ts'
import { bestPrimitives } from '../kernel/best-primitives.ts'
import { bindProgram } from '../kernel/bind-program.ts'
import { BLOCK_ROWS, createBlock } from '../kernel/block.ts'
import { groupBlock } from '../kernel/block-groups.ts'
import type { Table } from '../table.ts'

/** One grouping with the place of the label of each row, and how many rows have each. */
export interface RowLabels {
  readonly grouping: CompiledGrouping
  readonly labels: Uint16Array
  readonly rows: Float64Array
}

/** Works out the labels of all rows once. */
export const labelRows = (
  table: Table,
  rules: Rules,
  groupings: readonly Grouping[],
): readonly RowLabels[] => {
  const program = compilePopulation([], rules, groupings)
  const bound = bindProgram(program, table)
  const makePrimitives = bestPrimitives()
  const block = createBlock(bound, table, { blockRows: BLOCK_ROWS, makePrimitives })
  const found = bound.groupings.map((grouping): RowLabels => {
    const size = grouping.labels.length
    return { grouping, labels: new Uint16Array(table.rows), rows: new Float64Array(size) }
  })
  for (let start = 0; start < table.rows; start += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, table.rows - start)
    block.nodes.moveTo(start, count)
    const present = groupBlock(block)
    for (const [at, { labels, rows }] of found.entries()) {
      const place = block.layout.groupings[at]?.labels ?? 0
      labels.set(new Uint16Array(block.primitives.memory.buffer, place, count), start)
      for (const label of present[at]?.labels ?? []) {
        rows[label] = (rows[label] ?? 0) + (present[at]?.counts[label] ?? 0)
      }
    }
  }
  return found
}
