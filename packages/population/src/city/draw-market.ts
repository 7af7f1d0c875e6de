import { at, type Draft, STREAM, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

const DAYS_PER_YEAR = 365.25
/** Median share of the national niche, by tier. */
const NICHE_SHARES = [0.000_05, 0.004, 0.008, 0.03, 0.14, 0.32]
/** How likely new equity in two years is, by tier. */
const EQUITY_CHANCES = [0.000_6, 0.025, 0.03, 0.06, 0.14, 0.1]
const INVENTIVE = 'CIM'

const drawNiche = (draft: Draft, row: number): void => {
  const { random, frame } = draft
  const age = Math.floor((frame.day - at(draft.founded, row)) / DAYS_PER_YEAR)
  const tier = at(draft.tier, row)
  const part = tier > 1 ? 0.7 + 0.3 * random.unit() : 0.3 + 0.7 * random.unit()
  const spread = Math.exp(0.8 * random.normal())
  draft.nicheYears[row] = Math.floor(age * part)
  draft.nicheShare[row] = Math.min(0.85, (NICHE_SHARES[tier] ?? 0) * spread)
}

const drawEquity = (draft: Draft, row: number): void => {
  const { random } = draft
  const unit = random.unit()
  const amount = 8_000_000 * Math.exp(1.2 * random.normal())
  const earlier = random.chance(0.3) ? 5_000_000 * Math.exp(1.2 * random.normal()) : 0
  const chance = EQUITY_CHANCES[at(draft.tier, row)] ?? 0
  const isInventive = INVENTIVE.includes(industryOf(draft, row).section)
  const isTaken = unit < (isInventive ? chance : chance / 5)
  const isPossible = yearly(draft.assets, 1, row) > 0
  draft.equityTwo[row] = isTaken && isPossible ? amount : 0
  draft.equityThree[row] = at(draft.equityTwo, row) + (isTaken && isPossible ? earlier : 0)
}

/** Draws the place in the market and new equity. Titles must be known before. */
export const drawMarket = (draft: Draft): void => {
  draft.random.start(STREAM.market, draft.block)
  for (let row = 0; row < draft.rows; row += 1) {
    drawNiche(draft, row)
    drawEquity(draft, row)
  }
}
