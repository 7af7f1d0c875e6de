import { formatExact } from '@huiqi/domain'
import { NOT_FOUND, type Scalar } from '@huiqi/engine'
import type { Comparison, Side } from './compare-reach.ts'
import type { PlaceValue } from './place.ts'
import type { SimulationReport, SweepPoint } from './simulation-report.ts'
import type { BudgetEnd } from './spending.ts'
import type { Tally } from './tally.ts'

/** The columns of the file, in this order; money in fen. */
export const CSV_COLUMNS = [
  'table',
  'key',
  'before_certain',
  'before_open',
  'after_certain',
  'after_open',
  'gained',
  'lost',
  'before_low_fen',
  'before_high_fen',
  'before_amount_unknown',
  'before_amount_unbounded',
  'after_low_fen',
  'after_high_fen',
  'after_amount_unknown',
  'after_amount_unbounded',
  'runs_out_on',
] as const

type Row = Partial<Readonly<Record<(typeof CSV_COLUMNS)[number], string | number>>>

const scalarText = (value: Scalar): string =>
  typeof value === 'object' ? formatExact(value) : String(value)

/** A value of a place for machines: exact numbers as text (money in fen), codes with commas. */
export const placeValueText = (value: PlaceValue): string => {
  switch (value.kind) {
    case 'figure':
      if (value.operand.kind === 'literal') return scalarText(value.operand.value)
      return value.operand.kind === 'parameter' ? value.operand.parameter : NOT_FOUND
    case 'codes':
      return value.codes.join(',')
    case 'day':
      return value.day
    default:
      return value.kind
  }
}

const money = (version: 'before' | 'after', { low, high, unknown, unbounded }: Tally): Row => ({
  [`${version}_low_fen`]: low,
  [`${version}_high_fen`]: high,
  [`${version}_amount_unknown`]: unknown,
  [`${version}_amount_unbounded`]: unbounded,
})

const side = (version: 'before' | 'after', { certain, open }: Side): Row => ({
  [`${version}_certain`]: certain.count,
  [`${version}_open`]: open.count,
  ...money(version, certain),
})

const comparisonRow = ({ before, after, gained, lost }: Comparison): Row => ({
  ...side('before', before),
  ...side('after', after),
  gained: gained.count,
  lost: lost.count,
})

const runsOutOn = (end: BudgetEnd | undefined): Row =>
  end?.kind === 'runs-out' ? { runs_out_on: end.on } : {}

const sweepRow = ({ value, side: after, gained, lost, budget }: SweepPoint): Row => ({
  table: 'sweep',
  key: placeValueText(value),
  ...side('after', after),
  gained: gained.count,
  lost: lost.count,
  ...runsOutOn(budget?.high),
})

const monthRows = ({ spending: { before, after } }: SimulationReport): readonly Row[] =>
  before.months.map(({ month, low, high }, at) => ({
    table: 'month',
    key: month,
    before_low_fen: low,
    before_high_fen: high,
    after_low_fen: after.months[at]?.low ?? 0,
    after_high_fen: after.months[at]?.high ?? 0,
  }))

const rowsOf = (report: SimulationReport): readonly Row[] => [
  {
    table: 'all',
    key: '',
    ...comparisonRow(report.comparison),
    ...runsOutOn(report.budget?.after.high),
  },
  ...report.breakdowns.flatMap(({ grouping, groups }) =>
    groups.map(({ label, comparison }) => ({
      table: grouping.kind === 'ladder' ? grouping.ladder : grouping.fact,
      key: label ?? '',
      ...comparisonRow(comparison),
    })),
  ),
  ...monthRows(report),
  ...(report.sweep?.points.map(sweepRow) ?? []),
]

const cell = (value: string | number | undefined): string => {
  const text = value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The figures of a report as CSV: totals, groups, months at the take-up assumed, steps of a sweep. */
export const simulationCsv = (report: SimulationReport): string =>
  [CSV_COLUMNS, ...rowsOf(report).map((row) => CSV_COLUMNS.map((column) => row[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\n`)
    .join('')
