import type {
  MeasureFilter,
  MeasureOrder,
  MeasurePage,
  MeasureQuery,
  MeasureSummary,
} from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import type { Platform } from '../platform/platform.ts'
import { summaryOf } from './measure-summary.ts'
import { EVERY, placeOf, rankPlaces } from './rank-measures.ts'
import { countBits } from './search/bits.ts'
import { type Selection, selectMeasures } from './select-measures.ts'
import { snippetsOf, wordsToMark } from './snippets.ts'

const RADIX = 36

/** A place between two entries; each order has its own. */
const toCursor = (order: MeasureOrder, rank: number): string => `${order}.${rank.toString(RADIX)}`

const fromCursor = (order: MeasureOrder, after: string | undefined): number => {
  if (after === undefined) return -1
  const [of, text = ''] = after.split('.')
  const rank = Number.parseInt(text, RADIX)
  if (of === order && Number.isSafeInteger(rank)) return rank
  const params = { after }
  throw new AppError('invalid-input', {
    issues: [{ code: 'page.after', severity: 'error', path: 'querystring.after', params }],
  })
}

const measuresAt = ({ catalogue }: Selection, ranks: Float64Array): readonly Measure[] =>
  [...ranks].flatMap((rank) => catalogue.measures[placeOf(rank)] ?? [])

/** One page of the measures that a query asks for. */
export const listMeasures = ({ policies, clock }: Platform, query: MeasureQuery): MeasurePage => {
  const { rulebook } = policies
  const { order, limit, after } = query
  const today = clock.today()
  const selection = selectMeasures(rulebook, query, today)
  const ranks = rankPlaces(selection, order, {
    after: fromCursor(order, after),
    atMost: limit + 1,
  })
  const shown = ranks.subarray(0, limit)
  const last = shown.at(-1)
  const { answered } = selection
  const words = answered === null ? null : wordsToMark(answered.clauses)
  const entries = measuresAt(selection, shown).map((measure) => ({
    ...selection.day.summaryOf(measure),
    snippets: words === null ? [] : snippetsOf(rulebook, measure, words),
  }))
  return {
    entries,
    next: ranks.length > limit && last !== undefined ? toCursor(order, last) : null,
    total: countBits(selection.places),
    spelling: answered?.spelling ?? null,
    isLoose: answered?.isLoose ?? false,
  }
}

/** All measures that a filter wants, in order, one after another. */
export function* everyMeasure(
  { policies, clock }: Platform,
  filter: MeasureFilter,
  order: MeasureOrder,
): Generator<MeasureSummary> {
  const { rulebook } = policies
  const today = clock.today()
  const selection = selectMeasures(rulebook, filter, today)
  for (const rank of rankPlaces(selection, order, EVERY)) {
    const measure = selection.catalogue.measures[placeOf(rank)]
    if (measure !== undefined) yield summaryOf(rulebook, measure, today)
  }
}

/** The measures themselves that a filter wants, in the order of the corpus. */
export const selectedMeasures = (
  { policies, clock }: Platform,
  filter: MeasureFilter,
): readonly Measure[] => {
  const selection = selectMeasures(policies.rulebook, filter, clock.today())
  return measuresAt(selection, rankPlaces(selection, 'best', EVERY))
}
