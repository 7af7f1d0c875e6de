import type { Subject, ThingKind } from '@huiqi/engine'
import type { CityFrame } from './city-frame.ts'
import { createRandom, type Random } from './random.ts'

/** Rows that are drawn together; each block begins its streams anew, so blocks do not depend on each other. */
export const BLOCK = 8_192
/** Years of figures: the year of the city's date and the three before. */
export const YEARS = 4

/** The streams of random numbers, one for each group of columns. */
export const STREAM = {
  identity: 1,
  size: 2,
  figures: 3,
  register: 4,
  research: 5,
  titles: 6,
  column: 7,
  missing: 8,
  merit: 9,
  market: 10,
  things: 11,
} as const

/** Figures of `YEARS` years: the value of `row`, `ago` years back, stands at `ago * BLOCK + row`. */
export type Series = Float64Array

/** What an enterprise may bring forward, one of each at most. */
export const THINGS: readonly ThingKind[] = [
  'project',
  'contract',
  'loan',
  'hire',
  'product',
  'exhibition',
]

/** The days of one title; `-Infinity` for who never held it. */
export interface TitleDays {
  readonly granted: Float64Array
  readonly until: Float64Array
  readonly firstOn: Float64Array
  readonly isRenewed: Float64Array
}

/**
 * One block of entities in the making: plain numbers, money in yuan, days since 1970-01-01, NaN for
 * what does not exist, `-Infinity` for a day that never came.
 */
export interface Draft {
  readonly frame: CityFrame
  readonly random: Random
  /** Which block, the row of the city that its first row is, and how many rows it has. */
  block: number
  first: number
  rows: number
  readonly kind: Float64Array
  readonly industry: Float64Array
  readonly district: Float64Array
  /** 1 where the register states the district, and the industry. */
  readonly statesDistrict: Float64Array
  readonly statesIndustry: Float64Array
  /** How large among its like, evenly between 0 and 1. */
  readonly standing: Float64Array
  readonly founded: Float64Array
  /** How inventive, standard normal. */
  readonly quality: Float64Array
  /** 1 when it trades, 0 when it is dormant. */
  readonly active: Float64Array
  readonly revenue: Series
  readonly mainRevenue: Series
  readonly output: Series
  readonly employees: Series
  readonly assets: Series
  readonly liabilities: Series
  readonly profit: Series
  readonly research: Series
  readonly researchers: Series
  /** Day of entering the register of units above size, and 1 when by a monthly return. */
  readonly entered: Float64Array
  readonly isMonthly: Float64Array
  readonly licences: Float64Array
  readonly inventions: Float64Array
  /** Equity taken in over two and over three years. */
  readonly equityTwo: Float64Array
  readonly equityThree: Float64Array
  /** Years in its niche and its share of the national niche. */
  readonly nicheYears: Float64Array
  readonly nicheShare: Float64Array
  /** 1 where there is a project, a contract …, by what it is. */
  readonly things: ReadonlyMap<Subject, Float64Array>
  /** Investment of the project, principal and first day of the loan. */
  readonly investment: Float64Array
  readonly principal: Float64Array
  readonly lentOn: Float64Array
  /** The days of each title, by its id. */
  readonly titles: ReadonlyMap<string, TitleDays>
  /** How high it stands: 0 nothing, 1 high-tech or technology SME, 2 innovative, 3 specialised, 4 little giant, 5 champion. */
  readonly tier: Float64Array
}

const points = (): Float64Array => new Float64Array(BLOCK)
const series = (): Series => new Float64Array(BLOCK * YEARS)

const titleDays = (): TitleDays => ({
  granted: points(),
  until: points(),
  firstOn: points(),
  isRenewed: points(),
})

/** An empty draft. */
export const createDraft = (frame: CityFrame): Draft => ({
  frame,
  random: createRandom(frame.seed),
  block: 0,
  first: 0,
  rows: 0,
  kind: points(),
  industry: points(),
  district: points(),
  statesDistrict: points(),
  statesIndustry: points(),
  standing: points(),
  founded: points(),
  quality: points(),
  active: points(),
  revenue: series(),
  mainRevenue: series(),
  output: series(),
  employees: series(),
  assets: series(),
  liabilities: series(),
  profit: series(),
  research: series(),
  researchers: series(),
  entered: points(),
  isMonthly: points(),
  licences: points(),
  inventions: points(),
  equityTwo: points(),
  equityThree: points(),
  nicheYears: points(),
  nicheShare: points(),
  things: new Map(THINGS.map((kind) => [kind, points()])),
  investment: points(),
  principal: points(),
  lentOn: points(),
  titles: new Map(frame.rulebook.corpus.qualifications.map(({ id }) => [id, titleDays()])),
  tier: points(),
})

/** How many blocks a city of `rows` rows has. */
export const countBlocks = (rows: number): number => Math.ceil(rows / BLOCK)

/** Moves the draft to a block. */
export const moveTo = (draft: Draft, block: number): void => {
  draft.block = block
  draft.first = block * BLOCK
  draft.rows = Math.min(BLOCK, draft.frame.enterprises - draft.first)
}

/** The value at an index that is known to be there. */
export const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN

/** The figure of a row, `ago` years back. */
export const yearly = (values: Series, ago: number, row: number): number =>
  values[ago * BLOCK + row] ?? Number.NaN
