import { fen, formatMoney, formatRate, type Language } from '@huiqi/domain'
import type { BenefitKind, Measure } from '@huiqi/engine'
import type { BudgetEnd, SimulationReport, Tally } from '@huiqi/population'
import { words } from '@huiqi/wording'
import { hang, labelled } from '../show/layout.ts'
import { paint } from '../show/paint.ts'
import { showCount, showSum } from './figures.ts'
import { type SimulationPage, wordsOf } from './simulation-page.ts'

const FINANCE: readonly BenefitKind[] = ['loan', 'guarantee', 'investment', 'claim']

/** What the money of a measure is called: a loan or a claim is no cost. */
export const moneyWord = ({ benefit }: Measure): 'cost' | 'volume' =>
  benefit !== null && FINANCE.includes(benefit.kind) ? 'volume' : 'cost'

type Line = string | null

const joined = (language: Language, parts: readonly Line[]): string =>
  words[language].punctuation.clauses(parts.filter((part) => part !== null))

const shiftLine = ({ io, report }: SimulationPage): string => {
  const { language, text } = wordsOf(io)
  const { before, after, gained, lost, kept } = report.comparison
  const { label, list } = words[language].punctuation
  const shifts = [
    gained.count === 0 ? text.noGain : text.gain(showCount(gained.count)),
    lost.count === 0 ? text.noLoss : text.lose(showCount(lost.count)),
    kept.raised === 0 ? null : text.more(showCount(kept.raised)),
    kept.lowered === 0 ? null : text.less(showCount(kept.lowered)),
  ].filter((part) => part !== null)
  const counts = text.shift(showCount(before.certain.count), showCount(after.certain.count))
  return label(counts, list(shifts))
}

const whoLines = (page: SimulationPage): readonly Line[] => {
  const { io, report } = page
  const { text } = wordsOf(io)
  const { certain, open } = report.comparison.after
  return [
    report.isChanged ? shiftLine(page) : text.enterprises(showCount(certain.count)),
    open.count > 0 ? text.open(showCount(open.count)) : null,
  ]
}

/** Two ends of a sum in words; `unbounded` rows count with what they get at least. */
export const showEnds = (
  { low, high, unbounded }: Pick<Tally, 'low' | 'high' | 'unbounded'>,
  language: Language,
): string => {
  const { text } = wordsOf({ language })
  if (unbounded > 0 && high === 0) return text.amountsOpen
  if (unbounded > 0 && low === high) return text.atLeast(showSum(low, language))
  if (low === high) return showSum(high, language)
  return low === 0
    ? text.atMost(showSum(high, language))
    : text.between(showSum(low, language), showSum(high, language))
}

const unknownLine = ({ unknown, unbounded }: Tally, language: Language): Line => {
  const { text } = wordsOf({ language })
  if (unknown + unbounded === 0) return null
  return joined(language, [
    unknown === 0 ? null : text.unknown(showCount(unknown)),
    unbounded === 0 ? null : text.unbounded(showCount(unbounded)),
  ])
}

const costShift = ({ comparison, isChanged }: SimulationReport, language: Language): string => {
  const { text } = wordsOf({ language })
  const { before, after } = comparison
  const now = showEnds(after.certain, language)
  if (!isChanged) return now
  const difference = after.certain.high - before.certain.high
  const sum = showSum(fen(Math.abs(difference)), language)
  const said = difference === 0 ? text.same : difference > 0 ? text.up(sum) : text.down(sum)
  return `${showEnds(before.certain, language)} → ${now}${text.change(said)}`
}

/** Who is assumed to apply. */
export const showTakeUp = (
  { takeUp }: Pick<SimulationReport, 'takeUp'>,
  language: Language,
): string => {
  const { text } = wordsOf({ language })
  return takeUp.n === takeUp.d ? text.everyone : text.share(formatRate(takeUp))
}

const costLines = ({ io, report }: SimulationPage): readonly Line[] => {
  const { language, text } = wordsOf(io)
  if (!report.hasMoney) return [text.noMoney]
  const { takeUp, spending, comparison } = report
  const { label } = words[language].punctuation
  const { unbounded } = comparison.after.certain
  const isPartial = takeUp.n !== takeUp.d && spending.after.high > 0
  return [
    costShift(report, language),
    isPartial
      ? label(showTakeUp(report, language), showEnds({ ...spending.after, unbounded }, language))
      : null,
    unknownLine(comparison.after.certain, language),
  ]
}

const endLine = (
  end: BudgetEnd,
  language: Language,
  said: {
    readonly lasts: (left: string) => string
    readonly out: (day: string, short: string) => string
  },
): string => {
  switch (end.kind) {
    case 'lasts':
      return said.lasts(showSum(end.left, language))
    case 'runs-out':
      return said.out(end.on, showSum(end.short, language))
    case 'no-days':
      return wordsOf({ language }).text.noDays
  }
}

const isSameEnd = (a: BudgetEnd, b: BudgetEnd): boolean =>
  a.kind === b.kind && (a.kind !== 'runs-out' || b.kind !== 'runs-out' || a.on === b.on)

const budgetLines = ({ io, report }: SimulationPage): readonly Line[] => {
  const { language, text } = wordsOf(io)
  const { budget, isChanged, comparison } = report
  if (budget === null || !report.hasMoney) return []
  const { before, after } = budget
  const size = formatMoney(budget.size, language)
  const { certain } = comparison.after
  if (certain.unbounded > 0 && certain.high === 0) return [text.budgetOpen(size)]
  const mainly = endLine(after.high, language, {
    lasts: (left) => text.lasts(size, left),
    out: (day, short) => text.runsOut(size, day, short),
  })
  const earlier = endLine(before.high, language, {
    lasts: () => text.wasLasting,
    out: (day) => text.wasOut(day),
  })
  const least = endLine(after.low, language, {
    lasts: () => text.lowLasts,
    out: (day) => text.lowOut(day),
  })
  const isOpenOut = after.withOpen.kind === 'runs-out' && !isSameEnd(after.withOpen, after.high)
  return [
    joined(language, [mainly, isChanged ? earlier : null]),
    isSameEnd(after.low, after.high) ? null : least,
    isOpenOut ? text.withOpen(after.withOpen.on) : null,
    certain.unbounded === 0 ? null : after.high.kind === 'lasts' ? text.mayRunOut : text.earlier,
  ]
}

const rowsOf = (label: string, lines: readonly Line[]): readonly (readonly [string, string])[] =>
  lines.filter((line) => line !== null).map((line, at) => [at === 0 ? label : '', line])

/** Who gains, what it costs, when the money runs out. */
export const showHeadline = (page: SimulationPage): readonly string[] => {
  const { io, report } = page
  const { text } = wordsOf(io)
  const name = (label: string): string => paint(io, 'strong', label)
  return labelled(io, '  ', [
    ...rowsOf(name(text.who), whoLines(page)),
    ...rowsOf(name(text[moneyWord(report.after)]), costLines(page)),
    ...rowsOf(name(text.budget), budgetLines(page)),
  ])
}

/** A soft line of remarks. */
export const softLine = ({ io }: Pick<SimulationPage, 'io'>, text: string): string =>
  hang(io, '  ', paint(io, 'soft', text))
