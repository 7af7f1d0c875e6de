import { exact, type Language, roundTo } from '@huiqi/domain'
import type { MeasureMatch, MoneyTotal } from '@huiqi/population'
import { CITY_TEXT } from '../commands/city-text.ts'
import { wrap } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { alignedTable } from '../simulation/aligned-table.ts'
import { showCount, withUnit } from '../simulation/figures.ts'
import { showLabel } from '../simulation/show-groups.ts'
import { type GroupCounts, groupCounts, type MatchPage } from './match-page.ts'
import { MATCH_TEXT } from './match-text.ts'

/** Fen in the unit of tables, 万元 or a million yuan, and how many decimals are shown. */
const UNITS: Readonly<Record<Language, { readonly power: number; readonly decimals: number }>> = {
  zh: { power: 6, decimals: 1 },
  en: { power: 8, decimals: 2 },
}

/** A sum of fen in the unit of tables, rounded half up. */
export const showBigSum = (fen: bigint, language: Language): string => {
  const { power, decimals } = UNITS[language]
  const step = 10n ** BigInt(power - decimals)
  const rounded = roundTo(exact(fen), exact(step), 'half-up').n / step
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, -decimals).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${whole}.${digits.slice(-decimals)}`
}

const moneyText = (money: MoneyTotal, language: Language): string => {
  const { low, high, unbounded } = money
  const [least, most] = [showBigSum(low, language), showBigSum(high, language)]
  if (unbounded > 0) return MATCH_TEXT[language].atLeast(least)
  return least === most ? least : `${least} – ${most}`
}

const rowOf = (language: Language, found: MeasureMatch): readonly string[] => {
  const { measure, certain, possible, money } = found
  const sums =
    money === null || certain === 0
      ? ['', '']
      : [moneyText(money, language), money.unknown === 0 ? '' : showCount(money.unknown)]
  return [measure.name[language], showCount(certain), showCount(possible - certain), ...sums]
}

const labelTable = (
  { io, rulebook }: MatchPage,
  { name, grouping, labels }: GroupCounts,
): readonly string[] => {
  const { language } = io
  const text = MATCH_TEXT[language]
  const titles: Readonly<Record<string, string>> = text.groups
  const shown = labels.filter(({ certain }) => certain > 0)
  const hidden = labels.filter(({ certain, rows }) => certain === 0 && rows > 0).length
  if (shown.length === 0) return []
  const rows = shown.map(({ label, rows: all, certain, open }) => [
    showLabel(rulebook, grouping, { label, language }),
    ...[all, certain, open].map(showCount),
  ])
  const head = [titles[name] ?? name, text.groupRows, text.certain, text.open]
  const rest = hidden === 0 ? [] : [`  ${paint(io, 'soft', text.hidden(showCount(hidden)))}`]
  return [...alignedTable(io, head, rows), ...rest]
}

const showBreakdowns = (page: MatchPage): readonly string[] =>
  page.match.measures.flatMap(({ measure }, place) => {
    const tables = groupCounts(page, place).flatMap((group) => {
      const lines = labelTable(page, group)
      return lines.length === 0 ? [] : ['', ...lines]
    })
    if (tables.length === 0) return []
    return ['', paint(page.io, 'strong', measure.name[page.io.language]), ...tables]
  })

const softLines = ({ io }: MatchPage, text: string): readonly string[] =>
  wrap(text, io.columns).map((line) => paint(io, 'soft', line))

const leftOut = (page: MatchPage): readonly string[] => {
  const text = MATCH_TEXT[page.io.language]
  const count = (status: MeasureMatch['status']): number =>
    page.match.measures.filter((found) => found.status === status).length
  const [without, notInForce] = [count('without-rule'), count('not-in-force')]
  return [
    ...(without === 0 ? [] : [text.without(without)]),
    ...(notInForce === 0 ? [] : [text.notInForce(notInForce)]),
  ].flatMap((line) => softLines(page, line))
}

/** The page of a city answered: a line for each measure, then the breakdowns asked for. */
export const showMatch = (page: MatchPage): string => {
  const { io, head, clock, match } = page
  const { language } = io
  const text = MATCH_TEXT[language]
  const kind = CITY_TEXT[language][head.synthetic ? 'synthetic' : 'real']
  const titles = [text.measure, text.certain, text.open, withUnit(text.total, language)]
  const rows = match.measures.filter(({ status }) => status === 'rule')
  const table = alignedTable(
    io,
    [...titles, text.unknown],
    rows.map((found) => rowOf(language, found)),
  )
  return [
    paint(io, 'strong', `${kind} · ${text.rows(showCount(match.rows))}`),
    text.days(clock.asOf, clock.submittedOn),
    '',
    ...table,
    '',
    ...leftOut(page),
    ...softLines(page, text.legend),
    ...showBreakdowns(page),
  ].join('\n')
}
