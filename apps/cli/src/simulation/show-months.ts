import type { BudgetOutlook, SweepPoint } from '@huiqi/population'
import { section } from '../show/section.ts'
import { words } from '../words/words.ts'
import { alignedTable, bar } from './aligned-table.ts'
import { COLUMN_UNIT, showChange, showColumnSum, showCount } from './figures.ts'
import { certainOf, costWord, showTally } from './show-groups.ts'
import { showTakeUp, softLine } from './show-headline.ts'
import { showPlaceName, showPlaceValue } from './show-place.ts'
import { placeReaderOf, type SimulationPage, wordsOf } from './simulation-page.ts'

const BAR_WIDTH = 24

const withBars = (
  lines: readonly string[],
  values: readonly number[],
  width = BAR_WIDTH,
): readonly string[] => {
  const most = Math.max(...values)
  return lines.map((line, at) => {
    const value = values[at - 1]
    return value === undefined ? line : `${line}  ${bar(value, most, width)}`.trimEnd()
  })
}

/** What is spent each month, with a bar for each. */
export const showMonths = (page: SimulationPage): readonly string[] => {
  const { io, report } = page
  const { language, text } = wordsOf(io)
  const { before, after } = report.spending
  if (!report.hasMoney || before.high + after.high === 0) return []
  const unit = words[language].punctuation.inBrackets(COLUMN_UNIT[language])
  const { table } = text
  const heads = report.isChanged
    ? [table.before + unit, table.after + unit]
    : [table[costWord(certainOf(report.comparison))] + unit]
  const rows = after.months.map(({ month, days, high }, at) => {
    const old = before.months[at]?.high ?? 0
    const sums = report.isChanged ? [old, high] : [high]
    return [month, showCount(days), ...sums.map((sum) => showColumnSum(sum, language))]
  })
  const lines = alignedTable(io, [text.month, text.days, ...heads], rows)
  return section(io, text.months, [
    softLine(page, text.monthsSay(text.basis[after.basis], showTakeUp(report, language))),
    ...withBars(
      lines,
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
  const unit = words[language].punctuation.inBrackets(COLUMN_UNIT[language])
  const cost = table[costWord(points.map(({ side }) => side.certain))] + unit
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
    ...withBars(
      alignedTable(io, head, rows),
      points.map(({ side }) => side.certain.count),
    ),
  ])
}
