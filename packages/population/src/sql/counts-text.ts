import type { Language } from '@huiqi/domain'
import type { Dialect } from './dialect.ts'
import { remark } from './print-sql.ts'
import { REMARKS } from './remark-words.ts'

const OUTCOMES = [
  ['met', 'met'],
  ['unmet', 'unmet'],
  ['unknown', 'unknown'],
  ['needs-review', 'needs_review'],
  ['not-in-force', 'not_in_force'],
] as const

const count = (condition: string, name: string): string =>
  `COUNT(CASE WHEN ${condition} THEN 1 END) AS ${name}`

const MET = "verdict = 'met'"

const totals = (dialect: Dialect, language: Language): readonly string[] => {
  const { wide } = dialect.types
  const sum = (column: string): string =>
    `SUM(CASE WHEN ${MET} THEN CAST(${column} AS ${wide}) ELSE 0 END)`
  return [
    remark(REMARKS[language].totals),
    `COALESCE(\n  ${sum('amount_low')},\n  0\n) AS amount_low_total`,
    [
      'CASE',
      `  WHEN COUNT(CASE WHEN ${MET} AND amount_high IS NULL THEN 1 END) = 0`,
      `    THEN COALESCE(\n      ${sum('amount_high')},\n      0\n    )`,
      'END AS amount_high_total',
    ].join('\n'),
    count(`${MET} AND amount_status = 'unknown'`, 'amount_unknown'),
  ]
}

const nothing = ({ types }: Dialect): readonly string[] => [
  `CAST(NULL AS ${types.wide}) AS amount_low_total`,
  `CAST(NULL AS ${types.wide}) AS amount_high_total`,
  '0 AS amount_unknown',
]

/** Counts of every verdict and the totals of the amounts, for a query over the amounts. */
export const countsText = (
  dialect: Dialect,
  money: 'with-amounts' | 'without-amounts',
  language: Language,
): string => {
  const verdicts = OUTCOMES.map(([verdict, name]) => count(`verdict = '${verdict}'`, name))
  const amounts = money === 'with-amounts' ? totals(dialect, language) : nothing(dialect)
  return ['COUNT(*) AS answered', ...verdicts, ...amounts]
    .map((line, at, lines) =>
      line.startsWith('--') || at === lines.length - 1 ? line : `${line},`,
    )
    .join('\n')
}
