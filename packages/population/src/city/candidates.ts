import { type CityFrame, KIND } from './city-frame.ts'
import type { ClassLimit } from './class-limits.ts'
import { at, countBlocks, createDraft, type Draft, moveTo, yearly } from './draft.ts'
import { drawIdentity, industryOf } from './draw-identity.ts'
import { drawSize } from './draw-size.ts'

/** Enterprises that may hold a title, one at each position. */
export interface Candidates {
  readonly count: number
  /** Row of the city. */
  readonly rows: Int32Array
  readonly founded: Int32Array
  /** How far inventiveness and the section speak for a title. */
  readonly merit: Float64Array
  readonly logRevenue: Float64Array
  readonly isManufacturing: Uint8Array
  readonly isLarge: Uint8Array
}

const LEAST_REVENUE = 300_000
const LEAST_AGE_DAYS = 920
const LEAST_INNOVATION = -3

const figureOf = (draft: Draft, row: number, fact: string): number => {
  if (fact.endsWith('employees')) return yearly(draft.employees, 1, row)
  return yearly(fact.endsWith('assets') ? draft.assets : draft.revenue, 1, row)
}

/** Whether every limit is reached; without limits nothing is large. */
export const reachesAll = (draft: Draft, row: number, limits: readonly ClassLimit[]): boolean =>
  limits.length > 0 && limits.every(({ fact, atLeast }) => figureOf(draft, row, fact) >= atLeast)

const mayHoldTitle = (draft: Draft, row: number): boolean =>
  at(draft.kind, row) === KIND.enterprise &&
  yearly(draft.revenue, 1, row) >= LEAST_REVENUE &&
  draft.frame.day - at(draft.founded, row) >= LEAST_AGE_DAYS &&
  industryOf(draft, row).sector.innovation >= LEAST_INNOVATION

type Growing = Omit<Candidates, 'count'> & { count: number }

const addRow = (found: Growing, draft: Draft, row: number): void => {
  if (!mayHoldTitle(draft, row)) return
  const { sector, section, large } = industryOf(draft, row)
  const place = found.count
  found.rows[place] = draft.first + row
  found.founded[place] = at(draft.founded, row)
  found.merit[place] = 1.3 * at(draft.quality, row) + sector.innovation
  found.logRevenue[place] = Math.log(yearly(draft.revenue, 1, row))
  found.isManufacturing[place] = section === 'C' ? 1 : 0
  found.isLarge[place] = reachesAll(draft, row, large) ? 1 : 0
  found.count += 1
}

/** Draws the whole city once, as far as titles depend on it; yields the number of rows seen after each block. */
export function* findCandidates(frame: CityFrame): Generator<number, Candidates> {
  const rows = frame.enterprises
  const draft = createDraft(frame)
  const found: Growing = {
    count: 0,
    rows: new Int32Array(rows),
    founded: new Int32Array(rows),
    merit: new Float64Array(rows),
    logRevenue: new Float64Array(rows),
    isManufacturing: new Uint8Array(rows),
    isLarge: new Uint8Array(rows),
  }
  for (let block = 0; block < countBlocks(rows); block += 1) {
    moveTo(draft, block)
    drawIdentity(draft)
    drawSize(draft)
    for (let row = 0; row < draft.rows; row += 1) addRow(found, draft, row)
    yield draft.first + draft.rows
  }
  return found
}
