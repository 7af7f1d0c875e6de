import { type Column, formatTable } from '../markdown-table.ts'
import type { CityFigures, CountFigures, PeerFigures, Quantiles, StartFigures } from './figures.ts'
import { showCount, showMs, showRatio, showSeconds, showShare } from './show-figure.ts'

const left = (heading: string): Column => ({ heading, align: 'left' })
const right = (heading: string): Column => ({ heading, align: 'right' })

const MB = 1e6

const showMb = (bytes: number): string => `${showCount(bytes / MB)} MB`

/** The goals of two idle cores over 3.27 million rows and 34,000 measures. */
const GOALS = {
  start: 'under 4 s',
  money: 'under 8 s',
  memory: 'under 800 MB',
  duckdb: 'at least 200 times',
  one: 'under 10 ms, p90 under 25 ms',
}

const startRows = (name: string, start: StartFigures, goal: string) => [
  [`from files on disk to ${name}, in all`, showMs(start.total), goal],
  ['– compiling the measures', showMs(start.compile), ''],
  ['– opening, checking, encoding and counting', showMs(start.match), ''],
  ['– peak memory of the process', showMb(start.peakBytes), GOALS.memory],
]

const resultTable = (figures: CityFigures) => {
  const { start, moneyStart, counts, moneyAndDistricts, oneMeasure, peers } = figures
  const [duckdb] = peers
  const { median, p90 } = oneMeasure.ours
  const spread = (run: CountFigures): string =>
    `${showMs(run.ms.median)} (${showMs(run.ms.fastest)}–${showMs(run.ms.slowest)})`
  return formatTable(
    [left('what'), right('measured'), left('goal at 3.27 M × 34,000')],
    [
      ...startRows('counts', start, GOALS.start),
      ...startRows('counts, money and districts', moneyStart, GOALS.money),
      ['counts again, columns open', spread(counts), ''],
      ['counts, money and districts, columns open', spread(moneyAndDistricts), GOALS.money],
      ['one new measure, median and p90', `${showMs(median)}, ${showMs(p90)}`, GOALS.one],
      ['counts of DuckDB as a multiple of ours', showRatio(duckdb?.ratio ?? 0), GOALS.duckdb],
    ],
  )
}

const growthTable = (runs: readonly CountFigures[]): string =>
  formatTable(
    [right('rows'), right('measures'), right('counts'), right('fastest–slowest')],
    runs.map(({ rows, measures, ms }) => [
      showCount(rows),
      showCount(measures),
      showMs(ms.median),
      `${showMs(ms.fastest)}–${showMs(ms.slowest)}`,
    ]),
  )

const oneTable = ({ oneMeasure, sqlForms }: CityFigures): string => {
  const row = (name: string, { median, p90, mean }: Quantiles, measures: number) => [
    name,
    showMs(median),
    showMs(p90),
    showMs(mean),
    showCount(measures),
  ]
  const { measures, ours, duckdbByDistrict, duckdbCounts } = oneMeasure
  const { together } = sqlForms
  return formatTable(
    [
      left('one measure, all rows'),
      right('median'),
      right('p90'),
      right('mean'),
      right('measures'),
    ],
    [
      row('Huiqi: compiled, counts, money, districts, who', ours, measures),
      row('DuckDB by hand, counts by district', duckdbByDistrict, measures),
      row('DuckDB by hand, counts', duckdbCounts, measures),
      row('DuckDB by hand, counts (some)', sqlForms.byHand, sqlForms.measures),
      row('DuckDB with the SQL of `huiqi sql` (the same)', sqlForms.generated, sqlForms.measures),
      ['DuckDB by hand, many in one scan', '', '', showMs(together.each), `${together.measures}`],
    ],
  )
}

const peerRow = (peer: PeerFigures): readonly string[] => {
  const { name, timedOn, microsecondsPerPair, extrapolatedSeconds, ratio, agreement } = peer
  return [
    name,
    `${showCount(timedOn.measures)} × ${showCount(timedOn.rows)}`,
    microsecondsPerPair.toPrecision(3),
    showSeconds(extrapolatedSeconds),
    showRatio(ratio),
    showShare(agreement.same, agreement.of),
    showCount(agreement.of),
    agreement.undecided === 0 ? '' : showCount(agreement.undecided),
  ]
}

const peerTable = ({ counts, peers }: CityFigures): string => {
  const seconds = counts.ms.median / 1000
  const pairs = counts.rows * counts.measures
  const each = ((counts.ms.median * 1000) / pairs).toPrecision(3)
  const own = ['Huiqi', `${showCount(counts.measures)} × ${showCount(counts.rows)}`, each]
  return formatTable(
    [
      left('engine'),
      right('timed on'),
      right('µs a pair'),
      right('for all'),
      right('times ours'),
      right('agrees'),
      right('of'),
      right('left open'),
    ],
    [[...own, showSeconds(seconds), '1', '', '', ''], ...peers.map(peerRow)],
  )
}

const cityText = ({ city, measuredOn, machine, start, counts }: CityFigures): readonly string[] => {
  const { processor, cores, memoryGb, node } = machine
  const on = `${cores} × ${processor}, ${memoryGb} GB, Node ${node}`
  const columns = `${city.columns} columns (${showMb(city.bytes)})`
  return [
    `Measured on ${measuredOn} in one run: ${on}.`,
    `A generated city of ${showCount(city.rows)} entities as of ${city.day} and`,
    `${showCount(city.measures)} measures derived from the real ones; they read ${columns}.`,
    `${showCount(city.certainPairs)} pairs are met for certain and ${showCount(city.openPairs)} are open.`,
    `Every entity and every measure is synthetic. Medians of ${start.runs} fresh processes for`,
    `the way from disk, in which reading the measures took ${showMs(start.rules)} more, and of`,
    `repeated runs in a process of its own for ${showCount(counts.rows)} rows and parts of them.`,
    'What is measured and how: [README](../README.md).',
  ]
}

/** The report of a run in Markdown. */
export const cityReport = (figures: CityFigures): string => {
  const { growth, agreement } = figures
  const counted = `${showCount(agreement.compared)} counts of DuckDB compared with ours`
  return [
    '# City bench',
    '',
    ...cityText(figures),
    '',
    resultTable(figures),
    '',
    '## Growth',
    '',
    '![Seconds by rows and by measures](city.svg)',
    '',
    growthTable(growth.byRows),
    '',
    growthTable(growth.byMeasures),
    '',
    '## One new measure',
    '',
    `${counted}, by measure and district: ${showCount(agreement.different)} differ.`,
    '',
    oneTable(figures),
    '',
    '## Other engines',
    '',
    'Timed on a part; *for all* is carried on in proportion from there and was not measured.',
    '',
    peerTable(figures),
    '',
  ].join('\n')
}
