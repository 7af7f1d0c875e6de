import type { Column } from './markdown-table.ts'
import { formatTable } from './markdown-table.ts'
import type { ResultRow } from './run-bench.ts'

const COLUMNS: readonly Column[] = [
  { heading: 'engine', align: 'left' },
  { heading: 'evaluations/s', align: 'right' },
  { heading: 'µs each', align: 'right' },
  { heading: 'fastest–slowest', align: 'right' },
  { heading: 'times ours', align: 'right' },
  { heading: 'agrees', align: 'right' },
  { heading: 'of', align: 'right' },
  { heading: 'timed on', align: 'right' },
]

const UNKNOWN_COLUMNS: readonly Column[] = [
  { heading: 'engine', align: 'left' },
  { heading: 'says unknown', align: 'right' },
  { heading: 'says met', align: 'right' },
  { heading: 'says unmet', align: 'right' },
  { heading: 'error', align: 'right' },
  { heading: 'asked', align: 'right' },
]

const count = (value: number): string => Math.round(value).toLocaleString('en-US')

const micros = (value: number): string => (value >= 10 ? value.toFixed(1) : value.toFixed(3))

const ratio = (value: number): string => (value >= 10 ? count(value) : value.toFixed(1))

/** Rounded down, so that 100 % means every one. */
const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${(Math.floor((part / of) * 10_000) / 100).toFixed(2)} %`

/** Times and agreement of all engines. */
export const formatTimes = (rows: readonly ResultRow[]): string => {
  const ours = rows[0]?.timing.median ?? Number.NaN
  return formatTable(
    COLUMNS,
    rows.map(({ name, timing, agreement, rules, enterprises }) => [
      name,
      count(1e6 / timing.median),
      micros(timing.median),
      `${micros(timing.fastest)}–${micros(timing.slowest)}`,
      ratio(timing.median / ours),
      agreement === null ? 'yardstick' : percent(agreement.same, agreement.of),
      agreement === null ? '' : count(agreement.of),
      `${count(rules)} × ${count(enterprises)}`,
    ]),
  )
}

/** What the other engines say where the answer is unknown. */
export const formatUnknowns = (rows: readonly ResultRow[]): string =>
  formatTable(
    UNKNOWN_COLUMNS,
    rows.flatMap(({ name, toUnknown }) => {
      if (toUnknown === null) return []
      const { met, unmet, unknown, error } = toUnknown
      const asked = met + unmet + unknown + error
      const shares = [unknown, met, unmet, error].map((part) => percent(part, asked))
      return [[name, ...shares, count(asked)]]
    }),
  )
