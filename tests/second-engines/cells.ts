import {
  type Clock,
  decide,
  type Measure,
  type Rulebook,
  situationOf,
  type Verdict,
} from '@huiqi/engine'
import { type DialectName, measureSql } from '@huiqi/population'
import type { SampleRow } from './random-rows.ts'
import type { SecondEngine } from './second-engine.ts'

/** One answer as text: verdict, low and high amount in fen, how the amount is known. */
export type Cell = string

const statusOf = ({ amount }: Verdict): string => {
  if (amount === null) return 'null'
  if (amount.low === amount.high) return 'exact'
  const { missing, reviews, gaps } = amount.why
  return missing.length + reviews.length + gaps.length > 0 ? 'unknown' : 'by-officer'
}

const toCell = (parts: readonly unknown[]): Cell => parts.map(String).join(' ')

/** What the evaluator answers for each row. */
export const evaluatorCells = (
  rulebook: Rulebook,
  measure: Measure,
  { rows, clock }: { readonly rows: readonly SampleRow[]; readonly clock: Clock },
): readonly Cell[] =>
  rows.map(({ key, enterprise, thing }) => {
    const about = measure.about === 'enterprise' ? null : thing
    const verdict = decide(measure, situationOf(rulebook, enterprise, { clock, thing: about }))
    const { amount, outcome } = verdict
    const figures = [amount?.low ?? null, amount?.high ?? null]
    return toCell([key, outcome, ...figures, statusOf(verdict)])
  })

/** The SQL of a measure that must have one. Throws when it is refused. */
export const sqlOf = (
  rulebook: Rulebook,
  measure: string,
  {
    dialect,
    clock,
    select,
  }: {
    readonly dialect: DialectName
    readonly clock: Clock
    readonly select: 'amounts' | 'counts' | 'verdict' | 'breakdown'
  },
): string => {
  const found = measureSql(rulebook, measure, { dialect, clock, select, language: 'en' })
  if (found.ok) return found.sql
  throw new RangeError(`${measure}: ${found.refusal.code} ${found.refusal.what}`)
}

/** What a second engine answers for each row, in the order of the rows. */
export const engineCells = async (
  engine: SecondEngine,
  sql: string,
  rows: readonly SampleRow[],
): Promise<readonly Cell[]> => {
  const found = await engine.rows(sql)
  const byKey = new Map(
    found.map((row) => {
      const [key, ...rest] = row.length === 6 ? [row[0], ...row.slice(2)] : row
      return [String(key), toCell([key, ...rest])]
    }),
  )
  return rows.map(({ key }) => byKey.get(key) ?? `${key} no row`)
}

/** The verdicts in the order in which they are counted. */
export const VERDICTS = ['met', 'unmet', 'unknown', 'needs-review', 'not-in-force'] as const

/** Rows of a result with every value as text. */
export const asTexts = (rows: readonly (readonly unknown[])[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map(String))

const ADDED = ['low', 'high'] as const

/** What `counts` must give for the answers: rows, verdicts, totals of the met amounts, unknown amounts. */
export const tallyOf = (cells: readonly Cell[]): readonly string[] => {
  const answers = cells.map((cell) => {
    const [, verdict = '', low = '', high = '', status = ''] = cell.split(' ')
    return { verdict, low, high, status }
  })
  const met = answers.filter(({ verdict }) => verdict === 'met')
  const hasAmount = answers.some(({ low }) => low !== 'null')
  const total = (end: (typeof ADDED)[number]): string => {
    if (!hasAmount || met.some((answer) => answer[end] === 'null')) return 'null'
    return String(met.reduce((sum, answer) => sum + BigInt(answer[end]), 0n))
  }
  const count = (verdict: string): string =>
    String(answers.filter((answer) => answer.verdict === verdict).length)
  return [
    String(cells.length),
    ...VERDICTS.map(count),
    ...ADDED.map(total),
    String(met.filter(({ status }) => status === 'unknown').length),
  ]
}
