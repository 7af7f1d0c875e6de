import { BLOCK, type Draft, type TitleDays } from './draft.ts'
import type { TitleHolders } from './plan-titles.ts'

const NEVER = Number.NEGATIVE_INFINITY

const TIERS: Readonly<Record<string, number>> = {
  high_tech: 1,
  tech_sme: 1,
  innovative_sme: 2,
  specialised_sme: 3,
  little_giant: 4,
  single_champion: 5,
}

/** The first position whose row is not below `row`. */
const lowerBound = (rows: Int32Array, row: number): number => {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((rows[middle] ?? 0) < row) from = middle + 1
    else to = middle
  }
  return from
}

const clear = (days: TitleDays): void => {
  days.granted.fill(NEVER)
  days.until.fill(NEVER)
  days.firstOn.fill(NEVER)
  days.isRenewed.fill(0)
}

const enter = (draft: Draft, holders: TitleHolders, days: TitleDays): void => {
  const tier = TIERS[holders.id] ?? 0
  const end = lowerBound(holders.rows, draft.first + draft.rows)
  for (let place = lowerBound(holders.rows, draft.first); place < end; place += 1) {
    const row = (holders.rows[place] ?? 0) - draft.first
    days.granted[row] = holders.granted[place] ?? NEVER
    days.until[row] = holders.until[place] ?? NEVER
    days.firstOn[row] = holders.firstOn[place] ?? NEVER
    days.isRenewed[row] = holders.isRenewed[place] ?? 0
    const isHigher = tier > (draft.tier[row] ?? 0)
    if (isHigher && holders.isValid[place] === 1) draft.tier[row] = tier
  }
}

/** Enters the titles of the block and the tiers that follow from them. */
export const drawTitles = (draft: Draft, titles: readonly TitleHolders[]): void => {
  draft.tier.fill(0, 0, BLOCK)
  for (const holders of titles) {
    const days = draft.titles.get(holders.id)
    if (days === undefined) continue
    clear(days)
    enter(draft, holders, days)
  }
}
