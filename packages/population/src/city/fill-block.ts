import { STORAGES } from '../io/storage.ts'
import type { Column } from '../table.ts'
import type { CityPlan } from './city-plan.ts'
import { at, BLOCK, createDraft, type Draft, moveTo, STREAM } from './draft.ts'
import { drawFigures } from './draw-figures.ts'
import { drawIdentity } from './draw-identity.ts'
import { drawMarket } from './draw-market.ts'
import { drawRegister } from './draw-register.ts'
import { drawResearch } from './draw-research.ts'
import { drawSize } from './draw-size.ts'
import { drawThings } from './draw-things.ts'
import { drawTitles } from './draw-titles.ts'
import type { ColumnPlan } from './plan-columns.ts'
import { firstSerial, writeUscc } from './synthetic-uscc.ts'
import { USCC_BYTES } from './uscc-bytes.ts'

/** Where a block goes: the arrays of the columns in their order, the credit codes, the row to begin at. */
export interface BlockTarget {
  readonly values: readonly Column['values'][]
  readonly uscc: Uint8Array
  readonly offset: number
}

/** Draws blocks of a planned city, any of them in any order. */
export interface BlockFiller {
  /** Draws a block into `target`; the number of rows it has. */
  readonly fill: (block: number, target: BlockTarget) => number
}

const encode = (value: number, { scale, model, column }: ColumnPlan): number => {
  if (Number.isNaN(value)) return column.missing
  const traits = STORAGES[model.storage]
  if (value === Number.NEGATIVE_INFINITY) return column.never ?? column.missing
  const stored = Math.round(value * scale)
  return Math.min(traits.greatest, Math.max(traits.least, stored))
}

const drawValues = (draft: Draft, plan: ColumnPlan, values: Float64Array): void => {
  draft.random.start(STREAM.column, plan.stream, draft.block)
  const { value, points } = plan.model
  if (points !== undefined) {
    const drawn = points(draft)
    for (let row = 0; row < draft.rows; row += 1) values[row] = encode(at(drawn, row), plan)
    return
  }
  for (let row = 0; row < draft.rows; row += 1) {
    values[row] = encode(value(draft, row, plan.ago), plan)
  }
}

/** Makes a share of the rows unknown, whatever their value. */
const leaveOut = (draft: Draft, plan: ColumnPlan, values: Float64Array): void => {
  if (plan.missingShare === 0) return
  const { random } = draft
  random.start(STREAM.missing, plan.stream, draft.block)
  const step = -1 / Math.log(1 - plan.missingShare)
  let row = Math.floor(random.exponential() * step)
  while (row < draft.rows) {
    values[row] = plan.column.missing
    row += 1 + Math.floor(random.exponential() * step)
  }
}

const drawBlock = (draft: Draft, { titles }: CityPlan): void => {
  drawIdentity(draft)
  drawSize(draft)
  drawFigures(draft)
  drawRegister(draft)
  drawTitles(draft, titles)
  drawResearch(draft)
  drawMarket(draft)
  drawThings(draft)
}

/** A filler with its own working memory. */
export const createFiller = (plan: CityPlan): BlockFiller => {
  const draft = createDraft(plan.frame)
  const values = new Float64Array(BLOCK)
  const start = firstSerial(plan.frame.seed)
  return {
    fill: (block, target) => {
      moveTo(draft, block)
      drawBlock(draft, plan)
      for (const [place, column] of plan.columns.entries()) {
        drawValues(draft, column, values)
        leaveOut(draft, column, values)
        target.values[place]?.set(values.subarray(0, draft.rows), target.offset)
      }
      const bytes = target.uscc.subarray(target.offset * USCC_BYTES)
      for (let row = 0; row < draft.rows; row += 1) writeUscc(draft, row, { bytes, start })
      return draft.rows
    },
  }
}
