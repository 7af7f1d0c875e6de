import {
  type Bilingual,
  type Exact,
  exactToFen,
  type Fen,
  formatExact,
  formatMoney,
  formatRate,
  type Language,
  roundTo,
} from '@huiqi/domain'
import {
  type AmountRange,
  codeLineage,
  type FactDefinition,
  type FactType,
  NEVER,
  type Rulebook,
  type Scalar,
} from '@huiqi/engine'
import { words } from './words.ts'

const HUNDREDTH = { n: 1n, d: 100n }

const formatDecimal = (value: Exact): string => {
  const text = formatExact(value)
  return text.includes('/') ? `≈${formatExact(roundTo(value, HUNDREDTH, 'half-up'))}` : text
}

const formatNumber = (value: Exact): string =>
  value.d === 1n ? value.n.toLocaleString('en-US') : formatDecimal(value)

/** A number in the unit of its type: money in yuan, rates in percent, counts plain. */
export const showExact = (type: FactType, value: Exact, language: Language): string => {
  switch (type) {
    case 'money':
      return formatMoney(exactToFen(value, 'half-up'), language)
    case 'rate':
      return formatRate(value)
    default:
      return formatNumber(value)
  }
}

const isOne = ({ n, d }: Exact): boolean => n === d

const singular = (unit: string): string =>
  unit === 'people' ? 'person' : unit.replace(/(?<=[a-z])s$/, '')

/** A number with its measuring unit: `11 years`, `1 year`, `11 年`. */
export const withUnit = (
  text: string,
  unit: Bilingual | null,
  at: { readonly value: Exact; readonly language: Language },
): string => {
  if (unit === null) return text
  const word = at.language === 'en' && isOne(at.value) ? singular(unit.en) : unit[at.language]
  return `${text} ${word}`
}

const isPublicCode = (code: string): boolean => /\d/.test(code)

/** The name of a code in its list, with the code where it is one in public use (C33, 310112). */
export const showCode = (
  rulebook: Rulebook,
  list: string | null,
  at: { readonly code: string; readonly language: Language },
): string => {
  const index = list === null ? undefined : rulebook.codeLists.get(list)
  if (!index) return at.code
  const listed = codeLineage(index, at.code).find((code) => index.ancestors.has(code))
  const found = index.list.codes.find(({ code }) => code === listed)
  if (!found) return at.code
  const name = found.name[at.language]
  return isPublicCode(at.code)
    ? `${name}${words[at.language].punctuation.inBrackets(at.code)}`
    : name
}

/** A value of a fact, in words. */
export const showScalar = (
  rulebook: Rulebook,
  fact: FactDefinition,
  at: { readonly value: Scalar; readonly language: Language },
): string => {
  const { value, language } = at
  if (typeof value === 'object') {
    return withUnit(showExact(fact.type, value, language), fact.unit, { value, language })
  }
  if (typeof value === 'boolean') return words[language].truth(value)
  if (value === NEVER) return words[language].never
  return fact.type === 'code' ? showCode(rulebook, fact.codes, { code: value, language }) : value
}

/** An amount in words: exact, up to, at least, or between. */
export const showAmount = (amount: AmountRange, language: Language): string =>
  showRange(amount.low, amount.high, language)

/** The same for two ends; an open high end is null. */
export const showRange = (low: Fen, high: Fen | null, language: Language): string => {
  const { amounts } = words[language]
  const money = (fen: Fen): string => formatMoney(fen, language)
  if (high === null) return low === 0 ? amounts.open : amounts.atLeast(money(low))
  if (low === high) return money(low)
  return low === 0 ? amounts.atMost(money(high)) : amounts.between(money(low), money(high))
}
