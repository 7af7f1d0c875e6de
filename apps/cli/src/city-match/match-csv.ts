import type { MeasureMatch, MoneyTotal } from '@huiqi/population'
import { showLabel } from '../simulation/show-groups.ts'
import { groupCounts, type MatchPage } from './match-page.ts'

const HEAD = [
  'measure',
  'name',
  'status',
  'by',
  'label',
  'label_name',
  'rows',
  'certain',
  'open',
  'amount_low_yuan',
  'amount_high_yuan',
  'amount_unbounded',
  'amount_unknown',
]

const FEN_DIGITS = 2

/** Fen as yuan, exactly. */
const yuanText = (fen: bigint): string => {
  const digits = fen.toString().padStart(FEN_DIGITS + 1, '0')
  return `${digits.slice(0, -FEN_DIGITS)}.${digits.slice(-FEN_DIGITS)}`
}

const moneyCells = (money: MoneyTotal | null): readonly string[] => {
  if (money === null) return ['', '', '', '']
  const { low, high, unbounded, unknown } = money
  return [yuanText(low), yuanText(high), String(unbounded), String(unknown)]
}

const cellText = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const linesOf = (page: MatchPage, found: MeasureMatch, place: number): readonly string[][] => {
  const { rulebook, match, io } = page
  const { language } = io
  const { measure, status, certain, possible, money } = found
  const named = [measure.id, measure.name[language], status]
  const counts = [match.rows, certain, possible - certain].map(String)
  const groups = groupCounts(page, place).flatMap(({ name, grouping, labels }) =>
    labels.map(({ label, rows, certain: sure, open }) => [
      ...named,
      name,
      label ?? '',
      showLabel(rulebook, grouping, { label, language }),
      ...[rows, sure, open].map(String),
      ...moneyCells(null),
    ]),
  )
  return [[...named, '', '', '', ...counts, ...moneyCells(money)], ...groups]
}

/** All figures as CSV: a line for each measure and each label of its breakdowns; money in yuan. */
export const matchCsv = (page: MatchPage): string => {
  const lines = page.match.measures.flatMap((found, place) => linesOf(page, found, place))
  return [HEAD, ...lines].map((cells) => `${cells.map(cellText).join(',')}\n`).join('')
}
