import { exact, type Fen, formatMoney, type Language, ONE, roundTo } from '@huiqi/domain'
import { words } from '@huiqi/wording'

/** A count with its thousands grouped. */
export const showCount = (count: number): string => count.toLocaleString('en-US')

/** A difference with its sign. */
export const showChange = (count: number): string =>
  count > 0 ? `+${showCount(count)}` : showCount(count)

const TENTHS = 1
const HUNDREDTHS = 2

/** `amount` in units of 10^power fen, rounded half up to some decimals. */
const inUnits = (amount: number, power: number, decimals: number): string => {
  const step = 10n ** BigInt(power - decimals)
  const rounded = roundTo(exact(amount), exact(step), 'half-up').n / step
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, -decimals).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${rounded < 0n ? '-' : ''}${whole}.${digits.slice(-decimals)}`
}

const TEN_THOUSAND_YUAN = 6
const MILLION_YUAN = 8
const HUNDRED_MILLION_YUAN = 10
const BILLION_YUAN = 11

const isFrom = (amount: number, power: number): boolean => Math.abs(amount) >= 10 ** power

/** A sum for reading: rounded from 万元 or a million yuan on, exact below. */
export const showSum = (amount: Fen, language: Language): string => {
  if (language === 'zh') {
    if (isFrom(amount, HUNDRED_MILLION_YUAN))
      return `${inUnits(amount, HUNDRED_MILLION_YUAN, HUNDREDTHS)} 亿元`
    return isFrom(amount, TEN_THOUSAND_YUAN)
      ? `${inUnits(amount, TEN_THOUSAND_YUAN, TENTHS)} 万元`
      : formatMoney(amount, language)
  }
  if (isFrom(amount, BILLION_YUAN))
    return `CNY ${inUnits(amount, BILLION_YUAN, HUNDREDTHS)} billion`
  return isFrom(amount, MILLION_YUAN)
    ? `CNY ${inUnits(amount, MILLION_YUAN, HUNDREDTHS)} million`
    : formatMoney(amount, language)
}

/** A sum for a column of a table, in its unit. */
export const showColumnSum = (amount: number, language: Language): string =>
  language === 'zh'
    ? inUnits(amount, TEN_THOUSAND_YUAN, TENTHS)
    : inUnits(amount, MILLION_YUAN, HUNDREDTHS)

/** The same for a difference. */
export const showColumnChange = (amount: number, language: Language): string =>
  `${amount > 0 ? '+' : ''}${showColumnSum(amount, language)}`

/** The unit of the sums in tables. */
export const COLUMN_UNIT: Readonly<Record<Language, string>> = { zh: '万元', en: 'CNY million' }

/** The head of a column of sums, with their unit on a line of its own. */
export const withUnit = (title: string, language: Language): string =>
  `${title}\n${words[language].punctuation.inBrackets(COLUMN_UNIT[language]).trim()}`

const IN_TENTHS = 1000
const TENTHS_OF_ONE = 10n

/** A share of a whole to a tenth of a percent: `33.3%`, `37.0%`; a dash when there is no whole. */
export const showShare = (part: number, of: number): string => {
  if (of === 0) return '–'
  const { n } = roundTo(exact(part * IN_TENTHS, of), ONE, 'half-up')
  return `${n / TENTHS_OF_ONE}.${n % TENTHS_OF_ONE}%`
}
