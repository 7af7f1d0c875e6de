import type { components } from '@huiqi/client'
import { exact, formatRate, parseRate } from '@huiqi/domain'

/** A value as the service has it: a truth, a day, a code, or an exact number as text. */
export type FactValue = components['schemas']['FactValue']

/** What a value is. */
export type FactType = components['schemas']['FactType']

/** A known date that never came. */
export const NEVER = 'never'

/** The units in which amounts are typed, by the text that the service reads, with their fen. */
export const MONEY_UNITS = [
  { unit: '元', fen: 100n },
  { unit: '万元', fen: 1_000_000n },
  { unit: '亿元', fen: 10_000_000_000n },
] as const

/** A unit in which amounts are typed. */
export type MoneyUnit = (typeof MONEY_UNITS)[number]['unit']

/** An amount in the words of a form. */
export interface TypedMoney {
  readonly amount: string
  readonly unit: MoneyUnit
}

const FORTUNE = /^-?\d+$/

/** An amount in fen as it is typed: in 万元 when it is a whole number of them, else in 元. */
export const typedMoney = (fen: string): TypedMoney => {
  if (!FORTUNE.test(fen)) return { amount: '', unit: '万元' }
  const count = BigInt(fen)
  if (count % 1_000_000n === 0n) return { amount: String(count / 1_000_000n), unit: '万元' }
  const digits = String(count < 0n ? -count : count).padStart(3, '0')
  const cents = digits.slice(-2).replace(/0+$/, '')
  const whole = `${count < 0n ? '-' : ''}${digits.slice(0, -2)}`
  return { amount: cents === '' ? whole : `${whole}.${cents}`, unit: '元' }
}

/** A part of one as it is typed, in percent without the sign. */
export const typedRate = (rate: string): string => {
  const part = parseRate(rate) ?? exact(0)
  return formatRate(part).replace(/[≈%]/g, '')
}

/** A value of the service as a form shows it; null where there is none. */
export const typedValue = (type: FactType, value: FactValue | null): string | boolean | null => {
  if (value === null || typeof value === 'boolean') return value
  if (type === 'money') {
    const { amount, unit } = typedMoney(value)
    return amount === '' ? null : amount + unit
  }
  return type === 'rate' ? `${typedRate(value)}%` : value
}

const SPLIT = /^(.*?)(亿元|万元|元)$/

/** The amount and the unit of a typed amount. */
export const splitMoney = (typed: string): TypedMoney => {
  const [, amount = typed, found = '万元'] = SPLIT.exec(typed) ?? []
  return { amount, unit: MONEY_UNITS.find(({ unit }) => unit === found)?.unit ?? '万元' }
}
