import { cellOfRow } from './city-cells.ts'
import { type District, type Industry, KIND } from './city-frame.ts'
import { at, type Draft, STREAM } from './draft.ts'

const DAYS_PER_YEAR = 365.25
const EARLIEST = 3_652
const MEAN_AGE = { enterprise: 7, other: 4.5 }

const foundedOn = ({ frame, random }: Draft, isEnterprise: boolean): number => {
  const mean = isEnterprise ? MEAN_AGE.enterprise : MEAN_AGE.other
  const age = random.exponential() * mean * DAYS_PER_YEAR
  const latest = Math.max(EARLIEST, frame.day - 1)
  const spread = random.unit()
  const day = latest - Math.floor(age)
  return day >= EARLIEST ? day : EARLIEST + Math.floor(spread * (latest - EARLIEST + 1) * 0.6)
}

/** Entities of one cell stand in the order of their size. */
const placeInCell = (draft: Draft, row: number, place: number): void => {
  const { starts } = draft.frame.cells
  const [first, end] = [starts[place] ?? 0, starts[place + 1] ?? 0]
  draft.standing[row] = (draft.first + row - first + draft.random.unit()) / (end - first)
}

const drawEntity = (draft: Draft, row: number, place: number): void => {
  const { frame, random } = draft
  const cell = frame.cells.cells[place]
  if (cell === undefined) throw new RangeError(`no cell ${place}`)
  const { kind, industry, district } = cell
  draft.statesDistrict[row] = Number(cell.statesDistrict)
  draft.statesIndustry[row] = Number(cell.statesIndustry)
  draft.kind[row] = kind
  draft.industry[row] = industry
  draft.district[row] = district
  placeInCell(draft, row, place)
  draft.founded[row] = foundedOn(draft, kind === KIND.enterprise)
  draft.quality[row] = random.normal()
  draft.active[row] = random.chance(kind === KIND.individual ? 0.94 : 0.88) ? 1 : 0
}

/** Draws what an entity is: kind, industry, district, standing, founding day, inventiveness. */
export const drawIdentity = (draft: Draft): void => {
  const { random, first, rows, frame } = draft
  random.start(STREAM.identity, draft.block)
  let place = cellOfRow(frame.cells, first)
  for (let row = 0; row < rows; row += 1) {
    while ((frame.cells.starts[place + 1] ?? Number.POSITIVE_INFINITY) <= first + row) place += 1
    drawEntity(draft, row, place)
  }
}

/** The industry of a row. Throws RangeError when the block has no such row. */
export const industryOf = (draft: Draft, row: number): Industry => {
  const found = draft.frame.industries[at(draft.industry, row)]
  if (found === undefined) throw new RangeError(`no row ${row} in the block`)
  return found
}

/** The district of a row. Throws RangeError when the block has no such row. */
export const districtOf = (draft: Draft, row: number): District => {
  const found = draft.frame.districts[at(draft.district, row)]
  if (found === undefined) throw new RangeError(`no row ${row} in the block`)
  return found
}
