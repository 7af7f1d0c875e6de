import { BLOCK, type Draft, STREAM, YEARS, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

const INDUSTRY = 'BCD'

const drawMainBusiness = (draft: Draft, row: number): void => {
  const { random } = draft
  const isMixed = random.chance(0.12)
  const share = isMixed ? 0.4 + 0.5 * random.unit() : 1 - 0.08 * random.unit() ** 2
  const isIndustrial = INDUSTRY.includes(industryOf(draft, row).section)
  const produced = 0.9 + 0.2 * random.unit()
  for (let ago = 0; ago < YEARS; ago += 1) {
    const place = ago * BLOCK + row
    const revenue = yearly(draft.revenue, ago, row)
    const wobble = 1 - 0.02 * random.unit()
    draft.mainRevenue[place] = revenue * share * wobble
    draft.output[place] = isIndustrial ? revenue * produced * (0.97 + 0.06 * random.unit()) : 0
  }
}

const drawBalance = (draft: Draft, row: number): void => {
  const { random } = draft
  const { sector } = industryOf(draft, row)
  const debt = Math.max(0.02, 0.48 + 0.22 * random.normal())
  const margin = sector.margin + 0.08 * random.normal()
  for (let ago = 0; ago < YEARS; ago += 1) {
    const place = ago * BLOCK + row
    const revenue = yearly(draft.revenue, ago, row)
    const owed = debt * (1 + 0.06 * random.normal())
    draft.liabilities[place] = Math.max(0, yearly(draft.assets, ago, row) * owed)
    draft.profit[place] = revenue * (margin + 0.03 * random.normal())
  }
}

/** Draws main business, output, debt and profit. */
export const drawFigures = (draft: Draft): void => {
  draft.random.start(STREAM.figures, draft.block)
  for (let row = 0; row < draft.rows; row += 1) {
    drawMainBusiness(draft, row)
    drawBalance(draft, row)
  }
}
