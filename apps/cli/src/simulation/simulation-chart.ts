import type { BarChart, BarPanel, Breakdown, Side } from '@huiqi/population'
import { words } from '@huiqi/wording'
import { capital } from '../show/layout.ts'
import { COLUMN_UNIT, showCount } from './figures.ts'
import { costWord, showLabel, showTally } from './show-groups.ts'
import { showPlaceName, showPlaceValue } from './show-place.ts'
import { placeReaderOf, type SimulationPage, wordsOf } from './simulation-page.ts'

const costPanel = (
  page: SimulationPage,
  series: readonly {
    readonly name: string
    readonly tone: 'before' | 'after'
    readonly sides: readonly Side[]
  }[],
): readonly BarPanel[] => {
  const { language, text } = wordsOf(page.io)
  if (!page.report.hasMoney) return []
  return [
    {
      title:
        capital(
          text.table[costWord(series.flatMap(({ sides }) => sides.map(({ certain }) => certain)))],
        ) + words[language].punctuation.inBrackets(COLUMN_UNIT[language]),
      series: series.map(({ name, tone, sides }) => ({
        name,
        tone,
        values: sides.map(({ certain }) => certain.high),
        labels: sides.map(({ certain }) => showTally(certain, language)),
      })),
    },
  ]
}

const sweepChart = (
  page: SimulationPage,
  sweep: NonNullable<SimulationPage['report']['sweep']>,
): BarChart => {
  const { language, text } = wordsOf(page.io)
  const reader = placeReaderOf(page)
  const sides = sweep.points.map(({ side }) => side)
  const { certain, open } = text.chart
  return {
    language,
    title: text.chart.sweepTitle(page.report.after.name[language]),
    subtitle: showPlaceName(reader, sweep.place),
    rows: sweep.points.map(({ value }) => showPlaceValue(reader, sweep.place, value)),
    panels: [
      {
        title: text.chart.people,
        series: [
          {
            name: certain,
            tone: 'after',
            values: sides.map((side) => side.certain.count),
            labels: sides.map((side) => showCount(side.certain.count)),
          },
          {
            name: open,
            tone: 'open',
            values: sides.map((side) => side.open.count),
            labels: sides.map((side) => showCount(side.open.count)),
          },
        ],
      },
      ...costPanel(page, [{ name: certain, tone: 'after', sides }]),
    ],
    notes: notesOf(page),
  }
}

const notesOf = ({ io, source, report }: SimulationPage): readonly string[] => {
  const { language, text } = wordsOf(io)
  return [
    `${text.rows(showCount(report.rows))} · ${source.isSynthetic ? text.synthetic : text.real} · ${text.asOf(report.clock.asOf)}`,
    ...(source.assumption === null ? [] : [source.assumption.says[language]]),
  ]
}

const groupChart = (page: SimulationPage, { grouping, groups }: Breakdown): BarChart => {
  const { io, rulebook, report } = page
  const { language, text } = wordsOf(io)
  const shown = groups.filter(
    ({ comparison: { before, after } }) => before.certain.count + after.certain.count > 0,
  )
  const versions = report.isChanged ? (['before', 'after'] as const) : (['after'] as const)
  const series = versions.map((version) => ({
    name: report.isChanged ? text.chart[version] : text.chart.certain,
    tone: version,
    sides: shown.map(({ comparison }) => comparison[version]),
  }))
  const people: BarPanel = {
    title: text.chart.people,
    series: series.map(({ name, tone, sides }) => ({
      name,
      tone,
      values: sides.map(({ certain }) => certain.count),
      labels: sides.map(({ certain }) => showCount(certain.count)),
    })),
  }
  const titles: Readonly<Record<string, string>> = text.groups
  const id = grouping.kind === 'ladder' ? grouping.ladder : grouping.fact
  return {
    language,
    title: text.chart.title(report.after.name[language]),
    subtitle: titles[id] ?? id,
    rows: shown.map(({ label }) => showLabel(rulebook, grouping, { label, language })),
    panels: [people, ...costPanel(page, series)],
    notes: notesOf(page),
  }
}

/** The chart of a simulation: its sweep, else the first breakdown (by district). */
export const simulationChart = (page: SimulationPage): BarChart => {
  const { sweep, breakdowns } = page.report
  if (sweep !== null) return sweepChart(page, sweep)
  const [first] = breakdowns
  if (first !== undefined) return groupChart(page, first)
  const nothing = { kind: 'code', fact: 'enterprise.district' } as const
  return groupChart(page, { grouping: nothing, groups: [] })
}
