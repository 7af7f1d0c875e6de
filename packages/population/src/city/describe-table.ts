import { fromDayNumber, type IsoDate, toDayNumber } from '@huiqi/domain'
import { type Column, columnKey, type Table } from '../table.ts'

/** What a column holds, in numbers; worked out on at most `ROWS_LOOKED_AT` rows. */
export interface ColumnSummary {
  readonly key: string
  readonly type: Column['type']
  /** Share of rows that are known. */
  readonly known: number
  readonly content: /** Quantiles of the known values, in the unit of the fact; yuan for money. */
    | {
        readonly kind: 'numbers'
        readonly quantiles: Readonly<Record<(typeof QUANTILES)[number], number>>
      }
    | { readonly kind: 'truths'; readonly share: number }
    /** First and last day; the share of known rows that say never. */
    | {
        readonly kind: 'days'
        readonly first: IsoDate | null
        readonly last: IsoDate | null
        readonly never: number
      }
    /** The commonest codes with their share of the known rows. */
    | {
        readonly kind: 'codes'
        readonly most: readonly { readonly code: string; readonly share: number }[]
      }
}

/** How many holders of a title are valid on a day, counted on all rows. */
export interface TitleSummary {
  readonly title: string
  readonly valid: number
  /** Rows whose days are not both known. */
  readonly open: number
}

export const ROWS_LOOKED_AT = 200_000
export const QUANTILES = ['p10', 'p50', 'p90', 'p99', 'max'] as const
const SHARES = [0.1, 0.5, 0.9, 0.99, 1]
const FEN_PER_YUAN = 100
const MOST_CODES = 5

const lookAt = ({ values, missing }: Column, rows: number) => {
  const step = Math.max(1, Math.ceil(rows / ROWS_LOOKED_AT))
  const known: number[] = []
  let seen = 0
  for (let row = 0; row < rows; row += step) {
    const value = values[row] ?? missing
    seen += 1
    if (value !== missing) known.push(value)
  }
  return { known, seen }
}

const describeNumbers = (
  { unit, type }: Column,
  known: readonly number[],
): ColumnSummary['content'] => {
  const sorted = Float64Array.from(known).sort()
  const perOne = unit.d * (type === 'money' ? FEN_PER_YUAN : 1)
  const at = (share: number): number =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * unit.n) /
    perOne
  const [p10 = 0, p50 = 0, p90 = 0, p99 = 0, max = 0] = SHARES.map(at)
  return { kind: 'numbers', quantiles: { p10, p50, p90, p99, max } }
}

const describeDays = ({ never }: Column, known: readonly number[]): ColumnSummary['content'] => {
  const days = known.filter((value) => value !== never)
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY)
  return {
    kind: 'days',
    first: days.length === 0 ? null : fromDayNumber(first),
    last: days.length === 0 ? null : fromDayNumber(last),
    never: known.length === 0 ? 0 : (known.length - days.length) / known.length,
  }
}

const describeCodes = ({ codes }: Column, known: readonly number[]): ColumnSummary['content'] => {
  const counts = new Map<number, number>()
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = [...counts]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CODES)
    .map(([value, count]) => ({ code: codes?.[value] ?? '', share: count / known.length }))
  return { kind: 'codes', most }
}

const contentOf = (column: Column, known: readonly number[]): ColumnSummary['content'] => {
  switch (column.type) {
    case 'boolean': {
      const yes = known.filter((value) => value === 1).length
      return { kind: 'truths', share: known.length === 0 ? 0 : yes / known.length }
    }
    case 'date':
      return describeDays(column, known)
    case 'code':
      return describeCodes(column, known)
    default:
      return describeNumbers(column, known)
  }
}

/** Looks at a column. */
export const describeColumn = (column: Column, rows: number): ColumnSummary => {
  const { known, seen } = lookAt(column, rows)
  const share = seen === 0 ? 0 : known.length / seen
  return {
    key: columnKey(column),
    type: column.type,
    known: share,
    content: contentOf(column, known),
  }
}

const GRANTED = /^qualification\.(.+)\.granted_on$/

const countTitle = (
  {
    title,
    granted,
    until,
  }: { readonly title: string; readonly granted: Column; readonly until: Column },
  { rows, day }: { readonly rows: number; readonly day: number },
): TitleSummary => {
  let valid = 0
  let open = 0
  for (let row = 0; row < rows; row += 1) {
    const from = granted.values[row] ?? granted.missing
    const to = until.values[row] ?? until.missing
    if (from === granted.never || to === until.never) continue
    if (from === granted.missing || to === until.missing) open += 1
    else if (from <= day && day <= to) valid += 1
  }
  return { title, valid, open }
}

/** Counts the titles whose days the table has. */
export const countTitles = ({ columns, rows }: Table, asOf: IsoDate): readonly TitleSummary[] =>
  columns.flatMap((granted) => {
    const title = GRANTED.exec(granted.fact)?.[1]
    const until = columns.find(({ fact }) => fact === `qualification.${title}.valid_until`)
    if (title === undefined || until === undefined) return []
    return [countTitle({ title, granted, until }, { rows, day: toDayNumber(asOf) })]
  })
