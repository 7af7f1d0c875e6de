import { findCandidates } from './candidates.ts'
import { type CityFrame, type CityOptions, frameCity } from './city-frame.ts'
import { type ColumnPlan, planColumns } from './plan-columns.ts'
import { planTitles, type TitleHolders } from './plan-titles.ts'
import { MOST_SYNTHETIC } from './synthetic-uscc.ts'

/** Everything that is settled before the rows are drawn. */
export interface CityPlan {
  readonly frame: CityFrame
  readonly columns: readonly ColumnPlan[]
  readonly titles: readonly TitleHolders[]
}

/**
 * Plans a city; yields the number of rows seen while it looks for who may hold titles. Throws
 * RangeError when the number of entities is not a whole number from 1 to `MOST_SYNTHETIC`.
 */
export function* planCity(options: CityOptions): Generator<number, CityPlan> {
  const { enterprises } = options
  if (!Number.isInteger(enterprises) || enterprises < 1 || enterprises > MOST_SYNTHETIC) {
    throw new RangeError(`not a number of entities: ${enterprises}`)
  }
  const frame = frameCity(options)
  const candidates = yield* findCandidates(frame)
  return { frame, columns: planColumns(frame), titles: planTitles(frame, candidates) }
}
