import { type District, type Industry, KIND } from './city-frame.ts'
import { at, type Draft, STREAM } from './draft.ts'
import type { Picker } from './picker.ts'

const DAYS_PER_YEAR = 365.25
const EARLIEST = 3_652
const MEAN_AGE = { enterprise: 7, other: 4.5 }

const choose = (pickers: readonly Picker[], position: number, unit: number): number =>
  pickers[position]?.(unit) ?? 0

const foundedOn = ({ frame, random }: Draft, isEnterprise: boolean): number => {
  const mean = isEnterprise ? MEAN_AGE.enterprise : MEAN_AGE.other
  const age = random.exponential() * mean * DAYS_PER_YEAR
  const latest = Math.max(EARLIEST, frame.day - 1)
  const spread = random.unit()
  const day = latest - Math.floor(age)
  return day >= EARLIEST ? day : EARLIEST + Math.floor(spread * (latest - EARLIEST + 1) * 0.6)
}

const drawEntity = (draft: Draft, row: number): void => {
  const { frame, random } = draft
  const kind = frame.pickKind(random.unit())
  const industry = choose(frame.pickIndustry, kind, random.unit())
  draft.kind[row] = kind
  draft.industry[row] = industry
  draft.district[row] = choose(frame.pickDistrict, industry, random.unit())
  draft.founded[row] = foundedOn(draft, kind === KIND.enterprise)
  draft.quality[row] = random.normal()
  draft.active[row] = random.chance(kind === KIND.individual ? 0.94 : 0.88) ? 1 : 0
}

/** Draws what an entity is: kind, industry, district, founding day, inventiveness. */
export const drawIdentity = (draft: Draft): void => {
  draft.random.start(STREAM.identity, draft.block)
  for (let row = 0; row < draft.rows; row += 1) drawEntity(draft, row)
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
