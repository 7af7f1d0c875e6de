import { KIND } from './city-frame.ts'
import { at, BLOCK, type Draft, STREAM, YEARS, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

/** Least share of revenue that goes into research, by tier. */
const LEAST_SHARE = [0, 0.03, 0.032, 0.034, 0.04, 0.03]
const INVENTIONS = [0.25, 1.5, 2.2, 5, 18, 60]
const START_UP_SHARE = 0.01
const USUAL_LIMIT = 0.7

const byTier = (values: readonly number[], tier: number): number => values[tier] ?? 0

const doesResearch = (draft: Draft, row: number): boolean => {
  const { random } = draft
  const unit = random.unit()
  if (at(draft.tier, row) > 0) return unit < 0.995
  if (at(draft.kind, row) !== KIND.enterprise) return false
  const size = Math.log(yearly(draft.revenue, 1, row) / 1_000_000 + 0.01)
  const odds = industryOf(draft, row).sector.research + at(draft.quality, row) + 0.3 * size
  return unit < 1 / (1 + Math.exp(-odds))
}

const drawSpending = (draft: Draft, row: number): void => {
  const { random } = draft
  const isResearching = doesResearch(draft, row)
  const tier = at(draft.tier, row)
  const median = industryOf(draft, row).sector.intensity
  const drawn = median * Math.exp(0.65 * random.normal() + 0.2 * at(draft.quality, row))
  const limit = random.chance(START_UP_SHARE) && tier < 2 ? 3 : USUAL_LIMIT
  const share = Math.min(limit, Math.max(drawn, byTier(LEAST_SHARE, tier)))
  for (let ago = 0; ago < YEARS; ago += 1) {
    const wobble = Math.exp(0.12 * random.normal())
    const spent = yearly(draft.revenue, ago, row) * share * wobble
    draft.research[ago * BLOCK + row] = isResearching ? spent : 0
  }
}

const drawStaff = (draft: Draft, row: number): void => {
  const { random } = draft
  const share = Math.min(0.9, 0.16 * Math.exp(0.6 * random.normal()))
  for (let ago = 0; ago < YEARS; ago += 1) {
    const place = ago * BLOCK + row
    const staff = yearly(draft.employees, ago, row)
    const isResearching = yearly(draft.research, ago, row) > 0
    const people = isResearching ? Math.max(1, Math.round(staff * share)) : 0
    draft.researchers[place] = people
  }
}

const drawInventions = (draft: Draft, row: number): void => {
  const { random } = draft
  const mean = byTier(INVENTIONS, at(draft.tier, row))
  const count = Math.floor(mean * Math.exp(0.9 * random.normal() + 0.2 * at(draft.quality, row)))
  const isAtWork = at(draft.tier, row) > 0 || yearly(draft.research, 1, row) > 0
  draft.inventions[row] = isAtWork ? Math.min(5_000, count) : 0
}

/** Draws research: spending, staff, inventions. Titles must be known before. */
export const drawResearch = (draft: Draft): void => {
  draft.random.start(STREAM.research, draft.block)
  for (let row = 0; row < draft.rows; row += 1) {
    drawSpending(draft, row)
    drawStaff(draft, row)
    drawInventions(draft, row)
  }
}
