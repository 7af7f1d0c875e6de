import type { BudgetOutlook, SweepPoint } from '@huiqi/population'
import type { Io } from '../io.ts'
import { section } from '../show/section.ts'
import { alignedTable, withBars } from './aligned-table.ts'
import { showChange, showColumnSum, showCount, withUnit } from './figures.ts'
import { certainOf, costWord, showTally } from './show-groups.ts'
import { showTakeUp, softLine } from './show-headline.ts'
import { showPlaceName, showPlaceValue } from './show-place.ts'
import { placeReaderOf, type SimulationPage, wordsOf } from './simulation-page.ts'

type Row = readonly string[]

/** A table with a bar behind each of its rows. */
const withBarsBelow = (
  io: Io,
  { head, rows }: { readonly head: readonly string[]; readonly rows: readonly Row[] },
  values: readonly number[],
): readonly string[] => {
  const lines = alignedTable(io, head, rows)
  const above = lines.length - rows.length
  return [...lines.slice(0, above), ...withBars(io, lines.slice(above), values)]
}

/** What is spent each month, with a bar for each. */
export const showMonths = (page: SimulationPage): readonly string[] => {
  const { io, report } = page
  const { language, text } = wordsOf(io)
  const { before, after } = report.spending
  if (!report.hasMoney || before.high + after.high === 0) return []
  const { table } = text
  const titles = report.isChanged
    ? [table.before, table.after]
    : [table[costWord(certainOf(report.comparison))]]
  const rows = after.months.map(({ month, days, high }, at) => {
    const old = before.months[at]?.high ?? 0
    const sums = report.isChanged ? [old, high] : [high]
    return [month, showCount(days), ...sums.map((sum) => showColumnSum(sum, language))]
  })
  return section(io, text.months, [
    softLine(page, text.monthsSay(text.basis[after.basis], showTakeUp(report, language))),
    ...withBarsBelow(
      io,
      { head: [text.month, text.days, ...titles.map((title) => withUnit(title, language))], rows },
      after.months.map(({ high }) => high),
    ),
  ])
}

const runsOut = (page: SimulationPage, budget: BudgetOutlook | null): string => {
  if (budget === null) return ''
  const { text } = wordsOf(page.io)
  switch (budget.high.kind) {
    case 'lasts':
      return text.enough
    case 'runs-out':
      return budget.high.on
    case 'no-days':
      return '–'
  }
}

const pointCells = (page: SimulationPage, point: SweepPoint): readonly string[] => {
  const { io, report } = page
  const { side, gained, lost, budget } = point
  return [
    showCount(side.certain.count),
    showChange(gained.count - lost.count),
    ...(report.hasMoney ? [showTally(side.certain, io.language)] : []),
    ...(report.budget === null ? [] : [runsOut(page, budget)]),
  ]
}

/** Each step of a sweep with a bar for how many are reached. */
export const showSweep = (page: SimulationPage): readonly string[] => {
  const { io, report } = page
  const { language, text } = wordsOf(io)
  if (report.sweep === null) return []
  const { place, points } = report.sweep
  const reader = placeReaderOf(page)
  const { table } = text
  const cost = withUnit(table[costWord(points.map(({ side }) => side.certain))], language)
  const head = [
    text.value,
    text.reached,
    table.change,
    ...(report.hasMoney ? [cost] : []),
    ...(report.budget === null ? [] : [text.runsOutOn]),
  ]
  const rows = points.map((point) => [
    showPlaceValue(reader, place, point.value),
    ...pointCells(page, point),
  ])
  return section(io, text.sweep, [
    softLine(page, `${showPlaceName(reader, place)} [${place.path}]`),
    ...withBarsBelow(
      io,
      { head, rows },
      points.map(({ side }) => side.certain.count),
    ),
  ])
}
