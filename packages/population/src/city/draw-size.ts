import { KIND } from './city-frame.ts'
import { at, BLOCK, type Draft, STREAM, YEARS, yearly } from './draft.ts'
import { districtOf, industryOf } from './draw-identity.ts'
import { inverseNormal } from './inverse-normal.ts'

const TAIL_FROM = 2.5
const TAIL_SHARE = 0.006_209_665_325_776
const TAIL_EXPONENT = 1.1
const GREATEST_REVENUE = 1.2e12
const DAYS_PER_YEAR = 365.25

const INDIVIDUAL = { revenue: 150_000, spread: 1, perHead: 90_000, staff: 8 }

/**
 * The logarithm of size over the median: normal with `spread` in the body, a Pareto tail in the upper
 * 0.6 %.
 */
export const logSize = (unit: number, spread: number): number => {
  const above = 1 - unit
  if (above >= TAIL_SHARE) return spread * inverseNormal(unit)
  return spread * TAIL_FROM + Math.log(TAIL_SHARE / above) / TAIL_EXPONENT
}

/** The part of a year in which the entity existed: 0 before its founding. */
const partOfYear = (draft: Draft, row: number, ago: number): number => {
  const { yearStarts, day } = draft.frame
  const start = yearStarts[ago] ?? 0
  const end = ago === 0 ? start + DAYS_PER_YEAR : (yearStarts[ago - 1] ?? day)
  const founded = at(draft.founded, row)
  if (founded >= end) return 0
  return founded <= start ? 1 : Math.max(0.02, (end - founded) / (end - start))
}

const drawBase = (draft: Draft, row: number): number => {
  const unit = at(draft.standing, row)
  if (at(draft.kind, row) === KIND.individual) {
    return Math.log(INDIVIDUAL.revenue) + INDIVIDUAL.spread * inverseNormal(unit)
  }
  const { sector } = industryOf(draft, row)
  const pull = districtOf(draft, row).sizeTilt + 0.15 * at(draft.quality, row)
  const size = Math.log(sector.revenue) + pull + logSize(unit, sector.spread)
  return Math.min(size, Math.log(GREATEST_REVENUE))
}

/** Growth of the logarithm in a year, given the shock of the year before: shocks last, and a few are large. */
const nextShock = ({ random }: Draft, before: number): number => {
  const isJump = random.chance(0.05)
  return 0.45 * before + (isJump ? 0.7 : 0.17) * random.normal()
}

const drawRevenue = (draft: Draft, row: number): void => {
  const { frame, random } = draft
  const last = drawBase(draft, row)
  const age = Math.max(0, frame.day - at(draft.founded, row)) / DAYS_PER_YEAR
  const trend = 0.01 + 0.05 * random.normal() + 0.25 / (1 + age) + 0.02 * at(draft.quality, row)
  const third = nextShock(draft, 0)
  const second = nextShock(draft, third)
  const first = nextShock(draft, second)
  const now = nextShock(draft, first)
  const isActive = at(draft.active, row)
  const logs = [last + trend + now, last, last - trend - first, last - 2 * trend - first - second]
  for (let ago = 0; ago < YEARS; ago += 1) {
    const whole = Math.exp(logs[ago] ?? last)
    draft.revenue[ago * BLOCK + row] = isActive * whole * partOfYear(draft, row, ago)
  }
}

const perHeadOf = (draft: Draft, row: number): number => {
  if (at(draft.kind, row) === KIND.individual) return INDIVIDUAL.perHead
  const { sector } = industryOf(draft, row)
  const scale = Math.max(0.3, yearly(draft.revenue, 1, row) / sector.revenue || 1)
  return sector.perHead * scale ** 0.35
}

const drawEmployees = (draft: Draft, row: number): void => {
  const { random } = draft
  const isIndividual = at(draft.kind, row) === KIND.individual
  const perHead = perHeadOf(draft, row) * Math.exp(0.45 * random.normal())
  const dormant = random.unit() < 0.6 ? 0 : 1
  const most = isIndividual ? INDIVIDUAL.staff : 300_000
  for (let ago = 0; ago < YEARS; ago += 1) {
    const revenue = yearly(draft.revenue, ago, row)
    const wobble = 1 + 0.05 * random.normal()
    const staff = revenue > 0 ? Math.max(1, Math.round((revenue / perHead) * wobble)) : dormant
    const isThere = partOfYear(draft, row, ago) > 0
    draft.employees[ago * BLOCK + row] = isThere ? Math.min(most, staff) : 0
  }
}

const drawAssets = (draft: Draft, row: number): void => {
  const { random } = draft
  const { sector } = industryOf(draft, row)
  const isIndividual = at(draft.kind, row) === KIND.individual
  const ratio = (isIndividual ? 0.4 : sector.assets) * Math.exp(0.7 * random.normal())
  const idle = 20_000 * Math.exp(1.3 * random.normal())
  for (let ago = 0; ago < YEARS; ago += 1) {
    const revenue = yearly(draft.revenue, ago, row)
    const used = ratio * revenue * Math.exp(0.08 * random.normal())
    draft.assets[ago * BLOCK + row] = partOfYear(draft, row, ago) > 0 ? idle + used : 0
  }
}

/** Draws revenue, staff and assets over the years. */
export const drawSize = (draft: Draft): void => {
  draft.random.start(STREAM.size, draft.block)
  for (let row = 0; row < draft.rows; row += 1) {
    drawRevenue(draft, row)
    drawEmployees(draft, row)
    drawAssets(draft, row)
  }
}
