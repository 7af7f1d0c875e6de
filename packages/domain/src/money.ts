import type { Exact, RoundingMode } from './exact.ts'
import { exact, roundTo } from './exact.ts'
import type { Language } from './text.ts'
import { toHalfWidth } from './text.ts'

declare const fenBrand: unique symbol

/** An amount of money as a whole number of fen (1 yuan = 100 fen), within the safe integers. */
export type Fen = number & { readonly [fenBrand]: 'fen' }

/** `count` fen. Throws RangeError when it is not a safe integer. */
export const fen = (count: number | bigint): Fen => {
  const value = Number(count)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe number of fen: ${count}`)
  return (value + 0) as Fen
}

/** Why a text is not an amount: each is a fault of its own, none is repaired. */
export type MoneyFault =
  | 'empty'
  | 'not-a-number'
  | 'not-finite'
  | 'exponent'
  | 'grouping'
  | 'unknown-unit'
  | 'fraction-of-fen'
  | 'too-large'

/** An amount, or the reason why there is none. */
export type ParsedMoney =
  | { readonly ok: true; readonly fen: Fen }
  | { readonly ok: false; readonly reason: MoneyFault }

/** Powers of ten from a unit to one fen. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 2],
  ['千', 5],
  ['万', 6],
  ['百万', 8],
  ['千万', 9],
  ['亿', 10],
  ['thousand', 5],
  ['million', 8],
  ['billion', 11],
])

const CURRENCY = /^(?:¥|cny|rmb|人民币)/
const YUAN = /(?:元|yuan|cny|rmb)$/
const SIGN = /^[-\u2212]/
const NUMBER = /^(\d[\d,]*)(?:\.(\d+))?(?![\d.,])/
const GROUPED = /^\d{1,3}(?:,\d{3})+$/
const EXPONENT = /^\d[\d,.]*e[-+]?\d/

const refuse = (reason: MoneyFault): ParsedMoney => ({ ok: false, reason })

const parseAmount = (text: string, isNegative: boolean): ParsedMoney => {
  if (EXPONENT.test(text)) return refuse('exponent')
  const match = NUMBER.exec(text)
  if (match === null) return refuse('not-a-number')
  const [number, whole = '', fraction = ''] = match
  if (whole.includes(',') && !GROUPED.test(whole)) return refuse('grouping')
  const power = UNITS.get(text.slice(number.length).replace(YUAN, ''))
  if (power === undefined) return refuse('unknown-unit')
  if (fraction.length > power) return refuse('fraction-of-fen')
  const count = BigInt(whole.replaceAll(',', '') + fraction.padEnd(power, '0'))
  if (count > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('too-large')
  return { ok: true, fen: fen(isNegative ? -count : count) }
}

/**
 * Reads an amount such as `8,600万元`, `1.2亿元`, `¥86,000,000.00`, `86 million yuan` or a plain number
 * of yuan; commas group by three, a number counts by its shortest decimal text, digits below one
 * fen are refused even when zero.
 */
export const parseMoney = (input: string | number): ParsedMoney => {
  if (typeof input === 'number' && !Number.isFinite(input)) return refuse('not-finite')
  const text = toHalfWidth(String(input)).toLowerCase().replace(/\s+/g, '')
  if (text === '') return refuse('empty')
  if (/^[-+\u2212]?(?:nan|infinity|inf|∞)$/.test(text)) return refuse('not-finite')
  const unsigned = text.replace(SIGN, '')
  const amount = unsigned.replace(CURRENCY, '')
  const bare = unsigned === text ? amount.replace(SIGN, '') : amount
  return parseAmount(bare, bare.length < amount.length || unsigned.length < text.length)
}

/** How an amount is written: `auto` uses 万元 and 亿元 where that is exact, `yuan` never does. */
export interface MoneyFormat {
  readonly unit: 'auto' | 'yuan'
}

const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `count` units of 10^power fen with as many decimals as it takes, at most `power`. */
const formatCount = (count: bigint, power: number): string => {
  const digits = count.toString().padStart(power + 1, '0')
  const fraction = digits.slice(-power).replace(/0+$/, '')
  const whole = groupThousands(digits.slice(0, -power))
  return fraction === '' ? whole : `${whole}.${fraction}`
}

const formatYuan = (count: bigint): string => {
  const text = formatCount(count, 2)
  return /\.\d$/.test(text) ? `${text}0` : text
}

const LARGE_UNITS = [
  { name: '亿元', power: 10 },
  { name: '万元', power: 6 },
] as const

const formatChinese = (count: bigint, unit: MoneyFormat['unit']): string => {
  const large = LARGE_UNITS.find(
    ({ power }) => count >= 10n ** BigInt(power) && count % 10n ** BigInt(power - 2) === 0n,
  )
  if (large === undefined || unit === 'yuan') return `${formatYuan(count)} 元`
  return `${formatCount(count, large.power)} ${large.name}`
}

/**
 * The exact amount for people: `8,600 万元`, `1.2 亿元` (at most two decimals of the larger unit, else
 * full yuan `12,345.67 元`) or `CNY 86,000,000`.
 */
export const formatMoney = (
  amount: Fen,
  language: Language,
  { unit }: MoneyFormat = { unit: 'auto' },
): string => {
  const count = BigInt(Math.abs(amount))
  const text = language === 'zh' ? formatChinese(count, unit) : `CNY ${formatYuan(count)}`
  return amount < 0 ? `-${text}` : text
}

/** The sum. Throws RangeError when it leaves the safe integers. */
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0n
  for (const amount of amounts) total += BigInt(amount)
  return fen(total)
}

/** `amount` as an exact count of fen. */
export const fenToExact = (amount: Fen): Exact => exact(amount)

/**
 * An exact count of fen brought to whole fen. Throws RangeError when it leaves the safe integers.
 */
export const exactToFen = (count: Exact, mode: RoundingMode): Fen =>
  fen(roundTo(count, exact(1), mode).n)

/** `amount` as an exact count of yuan. */
export const fenToYuan = (amount: Fen): Exact => exact(amount, 100)

/**
 * An exact count of yuan brought to whole fen. Throws RangeError when it leaves the safe integers.
 */
export const yuanToFen = (yuan: Exact, mode: RoundingMode): Fen =>
  exactToFen(exact(yuan.n * 100n, yuan.d), mode)
