import { type Fen, type Language, sumFen } from '@huiqi/domain'
import { benefitKey, type ChosenBenefit, type Match, type Verdict } from '@huiqi/engine'
import { showRange } from './value.ts'
import { words } from './words.ts'

/** What a chosen benefit counts for; null when it is not money. */
export type Counted = ChosenBenefit['counted']

/** Money from several benefits: what has an upper end, and what is open above. */
export interface Total {
  readonly low: Fen
  readonly high: Fen
  readonly count: number
  readonly open: { readonly low: Fen; readonly count: number }
}

const TEXT = {
  zh: { open: (count: number, amount: string) => `另有 ${count} 项${amount}` },
  en: { open: (count: number, amount: string) => `and ${count} more: ${amount}` },
} as const

/** What the benefits of the best legal combination count for, largest first, by their keys. */
export const countedIn = ({ combination }: Match): ReadonlyMap<string, Counted> =>
  new Map(combination.chosen.map(({ candidate, counted }) => [candidate.key, counted]))

/** What some verdicts count for in the best legal combination. */
export const totalOf = (match: Match, verdicts: readonly Verdict[]): Total => {
  const counted = countedIn(match)
  const amounts = verdicts.flatMap((verdict) => counted.get(benefitKey(verdict)) ?? [])
  const ended = amounts.flatMap(({ low, high }) => (high === null ? [] : [{ low, high }]))
  const open = amounts.filter(({ high }) => high === null)
  return {
    low: sumFen(ended.map(({ low }) => low)),
    high: sumFen(ended.map(({ high }) => high)),
    count: ended.length,
    open: { low: sumFen(open.map(({ low }) => low)), count: open.length },
  }
}

/** Whether no money is in it. */
export const isEmptyTotal = ({ count, open }: Total): boolean => count + open.count === 0

/** The total in words: `up to CNY 1,160,000, and 2 more: amount open`. */
export const showTotal = ({ low, high, count, open }: Total, language: Language): string => {
  if (open.count === 0) return showRange(low, high, language)
  const more = showRange(open.low, null, language)
  if (count === 0) return more
  const { list } = words[language].punctuation
  return list([showRange(low, high, language), TEXT[language].open(open.count, more)])
}
