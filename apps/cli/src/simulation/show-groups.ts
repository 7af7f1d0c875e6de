import type { Language } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import type { Breakdown, Comparison, SimulationReport, Tally } from '@huiqi/population'
import { showCode } from '@huiqi/wording'
import { section } from '../show/section.ts'
import { alignedTable } from './aligned-table.ts'
import { showChange, showColumnChange, showColumnSum, showCount, withUnit } from './figures.ts'
import { softLine } from './show-headline.ts'
import { type SimulationPage, wordsOf } from './simulation-page.ts'

type Grouping = Breakdown['grouping']

/** A label of a grouping in words. */
export const showLabel = (
  rulebook: Rulebook,
  grouping: Grouping,
  at: { readonly label: string | null; readonly language: Language },
): string => {
  const { label, language } = at
  const { text } = wordsOf({ language })
  if (label === null) return text.cannotTell
  if (grouping.kind !== 'ladder') {
    const list = rulebook.facts.get(grouping.fact)?.codes ?? null
    return showCode(rulebook, list, { code: label, language })
  }
  const ladder = rulebook.corpus.ladders.find(({ id }) => id === grouping.ladder)
  return ladder?.rungs.find(({ id }) => id === label)?.name[language] ?? text.noRung
}

const isRange = ({ low, high }: Tally): boolean => low !== high

/** What a column of sums is called: costs, or the end of them that it shows. */
export const costWord = (tallies: readonly Tally[]): 'cost' | 'costAtMost' | 'costAtLeast' => {
  if (tallies.some(isRange)) return 'costAtMost'
  return tallies.some(({ unbounded }) => unbounded > 0) ? 'costAtLeast' : 'cost'
}

/** The certain tallies of both versions. */
export const certainOf = ({ before, after }: Comparison): readonly Tally[] => [
  before.certain,
  after.certain,
]

const moneyHead = ({ io, report }: SimulationPage): readonly string[] => {
  const { language, text } = wordsOf(io)
  if (!report.hasMoney) return []
  const cost = text.table[costWord(certainOf(report.comparison))]
  const title = withUnit(cost, language)
  return report.isChanged ? [title, text.table.change] : [title]
}

const NOT_KNOWN = '?'

/** The sum of a tally for a column; a mark where no amount is known. */
export const showTally = ({ count, high, unbounded }: Tally, language: Language): string =>
  high === 0 && count > 0 && unbounded > 0 ? NOT_KNOWN : showColumnSum(high, language)

const moneyCells = ({ io, report }: SimulationPage, { before, after }: Comparison) => {
  if (!report.hasMoney) return []
  const now = showTally(after.certain, io.language)
  const change = after.certain.high - before.certain.high
  return report.isChanged ? [now, showColumnChange(change, io.language)] : [now]
}

const countHead = ({ io, report }: SimulationPage): readonly string[] => {
  const { table } = wordsOf(io).text
  return report.isChanged
    ? [table.before, table.after, table.gained, table.lost, table.open]
    : [table.now, table.open]
}

const countCells = (report: SimulationReport, { before, after, gained, lost }: Comparison) =>
  report.isChanged
    ? [
        showCount(before.certain.count),
        showCount(after.certain.count),
        showChange(gained.count),
        showChange(0 - lost.count),
        showCount(after.open.count),
      ]
    : [showCount(after.certain.count), showCount(after.open.count)]

const isAnyoneReached = ({ before, after }: Comparison): boolean =>
  before.certain.count + after.certain.count > 0

const showBreakdown = (
  page: SimulationPage,
  { grouping, groups }: Breakdown,
): readonly string[] => {
  const { io, rulebook, report } = page
  const { language, text } = wordsOf(io)
  const shown = groups.filter(({ comparison }) => isAnyoneReached(comparison))
  const hidden = groups.length - shown.length
  const rows = shown.map(({ label, comparison }) => [
    showLabel(rulebook, grouping, { label, language }),
    ...countCells(report, comparison),
    ...moneyCells(page, comparison),
  ])
  const titles: Readonly<Record<string, string>> = text.groups
  const id = grouping.kind === 'ladder' ? grouping.ladder : grouping.fact
  if (rows.length === 0) return []
  return section(io, titles[id] ?? id, [
    ...alignedTable(io, ['', ...countHead(page), ...moneyHead(page)], rows),
    ...(hidden === 0 ? [] : [softLine(page, text.hidden(showCount(hidden)))]),
  ])
}

/** The tables by district, size class, industry and tier. */
export const showGroups = (page: SimulationPage): readonly string[] =>
  page.report.breakdowns.flatMap((breakdown) => showBreakdown(page, breakdown))
