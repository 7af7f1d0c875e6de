import { makeValues } from '../io/storage.ts'
import type { Table } from '../table.ts'
import type { CityOptions } from './city-frame.ts'
import { type CityPlan, planCity } from './city-plan.ts'
import { BLOCK, countBlocks } from './draft.ts'
import { createFiller } from './fill-block.ts'
import { runSteps } from './run-steps.ts'
import { USCC_BYTES } from './uscc-bytes.ts'

/** A table for up to `rows` rows of a planned city, with the values still to be drawn. */
export const emptyTable = (
  { columns }: CityPlan,
  rows: number,
): Table & { readonly uscc: Uint8Array } => ({
  rows,
  columns: columns.map(({ column, model }) => ({
    ...column,
    values: makeValues(model.storage, rows),
  })),
  uscc: new Uint8Array(new SharedArrayBuffer(rows * USCC_BYTES)),
})

/** A whole city in memory: the same options give the same bytes. */
export const generateCity = (options: CityOptions): Table => {
  const plan = runSteps(planCity(options))
  const table = emptyTable(plan, options.enterprises)
  const values = table.columns.map((column) => column.values)
  const filler = createFiller(plan)
  for (let block = 0; block < countBlocks(options.enterprises); block += 1) {
    filler.fill(block, { values, uscc: table.uscc, offset: block * BLOCK })
  }
  return table
}
