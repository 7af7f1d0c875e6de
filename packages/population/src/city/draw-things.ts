import type { ThingKind } from '@huiqi/engine'
import { KIND } from './city-frame.ts'
import { at, type Draft, STREAM, THINGS, yearly } from './draft.ts'
import { industryOf } from './draw-identity.ts'

const DAYS_PER_YEAR = 365
const USUAL_REVENUE = 50_000_000
const MOST = 2e9
const NEVER = Number.NEGATIVE_INFINITY

/** How likely an enterprise brings something forward: any, one above size, a plant above size. */
const CHANCES: Readonly<Partial<Record<ThingKind, readonly [number, number, number]>>> = {
  project: [0.000_8, 0.015, 0.25],
  contract: [0.008, 0.06, 0.08],
  loan: [0.02, 0.16, 0.25],
  hire: [0.012, 0.05, 0.06],
  product: [0.000_1, 0.001, 0.001],
  exhibition: [0.002, 0.02, 0.04],
}

const groupOf = (draft: Draft, row: number): 0 | 1 | 2 => {
  if (at(draft.entered, row) === NEVER) return 0
  return industryOf(draft, row).section === 'C' ? 2 : 1
}

const drawKind = (draft: Draft, kind: ThingKind, there: Float64Array): void => {
  const { random } = draft
  const chances = CHANCES[kind] ?? [0, 0, 0]
  for (let row = 0; row < draft.rows; row += 1) {
    const unit = random.unit()
    const isTrading = yearly(draft.revenue, 1, row) > 0 && at(draft.kind, row) === KIND.enterprise
    there[row] = isTrading && unit < chances[groupOf(draft, row)] ? 1 : 0
  }
}

/** An amount in yuan that grows more slowly than revenue. */
const drawAmount = (draft: Draft, row: number, median: number): number => {
  const scale = Math.max(0.05, yearly(draft.revenue, 1, row) / USUAL_REVENUE)
  return Math.min(MOST, median * scale ** 0.45 * Math.exp(1.1 * draft.random.normal()))
}

const drawTerms = (draft: Draft): void => {
  const { random, frame } = draft
  for (let row = 0; row < draft.rows; row += 1) {
    draft.investment[row] = drawAmount(draft, row, 14_000_000)
    draft.principal[row] = drawAmount(draft, row, 5_000_000)
    const latest = frame.day - Math.floor(random.unit() * 3 * DAYS_PER_YEAR)
    draft.lentOn[row] = Math.max(at(draft.founded, row), latest)
  }
}

/** Draws who has a project, a contract, a loan … to bring forward. The register must be drawn before. */
export const drawThings = (draft: Draft): void => {
  draft.random.start(STREAM.things, draft.block)
  for (const kind of THINGS) {
    const there = draft.things.get(kind)
    if (there !== undefined) drawKind(draft, kind, there)
  }
  drawTerms(draft)
}
