import { KIND } from './city-frame.ts'
import { at, type Draft, STREAM, YEARS, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

const NEVER = Number.NEGATIVE_INFINITY
const NEW_PLANT_DAYS = 900
const MONTHS_DAYS = 30.4

/** How many years ago its main revenue first reached the limit; -1 when it never did in the years at hand. */
const firstYearAbove = (draft: Draft, row: number): number => {
  const limit = industryOf(draft, row).aboveSize
  for (let ago = YEARS - 1; ago >= 0; ago -= 1) {
    if (yearly(draft.mainRevenue, ago, row) >= limit) return ago
  }
  return -1
}

const between = ({ random }: Draft, from: number, to: number): number =>
  from + Math.floor(random.unit() * Math.max(1, to - from))

/** Entered before the years at hand: some time between the founding and then. */
const enterEarlier = (draft: Draft, row: number): number => {
  const start = draft.frame.yearStarts[YEARS - 1] ?? draft.frame.day
  return between(draft, at(draft.founded, row) + 30, start)
}

/** Entered in the year it was first above, by a monthly return, or in the next by the annual one. */
const enterIn = (draft: Draft, row: number, ago: number): number => {
  const { random, frame } = draft
  const start = frame.yearStarts[ago] ?? frame.day
  const isNewPlant = start - at(draft.founded, row) < NEW_PLANT_DAYS
  draft.isMonthly[row] = isNewPlant && random.chance(0.8) ? 1 : 0
  const month = at(draft.isMonthly, row) === 1 ? 1 + random.below(10) : 12 + random.below(3)
  const day = Math.max(start, at(draft.founded, row)) + Math.floor(month * MONTHS_DAYS)
  return day <= frame.day ? day : NEVER
}

const enteredOn = (draft: Draft, row: number): number => {
  const { random } = draft
  const { section, isAboveByLicence } = industryOf(draft, row)
  const isMember = random.chance('BCD'.includes(section) ? 0.96 : 0.35)
  const wasOnce = random.chance(0.004)
  const isLegalKind = at(draft.kind, row) === KIND.enterprise
  if (!isLegalKind) return NEVER
  if (isAboveByLicence) {
    return at(draft.licences, row) > 0 ? enterEarlier(draft, row) : NEVER
  }
  const ago = firstYearAbove(draft, row)
  if (ago === -1) return wasOnce ? enterEarlier(draft, row) : NEVER
  if (!isMember) return NEVER
  return ago === YEARS - 1 ? enterEarlier(draft, row) : enterIn(draft, row, ago)
}

const drawLicences = (draft: Draft, row: number): number => {
  const { random } = draft
  const unit = random.unit()
  const count = 1 + Math.floor(random.exponential() * 1.5)
  if (!industryOf(draft, row).isAboveByLicence) return 0
  const size = Math.log10(1 + yearly(draft.revenue, 1, row))
  return unit < 0.05 * (size - 4) ? count : 0
}

/** Draws the licences and the entry into the register of units above designated size. */
export const drawRegister = (draft: Draft): void => {
  draft.random.start(STREAM.register, draft.block)
  for (let row = 0; row < draft.rows; row += 1) {
    draft.isMonthly[row] = 0
    draft.licences[row] = drawLicences(draft, row)
    const day = enteredOn(draft, row)
    draft.entered[row] = day > draft.frame.day ? NEVER : day
  }
}
