import type { Exact, IsoDate } from '@huiqi/domain'
import {
  add,
  addDays,
  addMonths,
  daysBetween,
  divide,
  exact,
  isoDate,
  multiply,
  subtract,
  toDayNumber,
} from '@huiqi/domain'
import type { ArithmeticOperator } from './feel-ast.ts'
import type { FeelType } from './feel-type.ts'
import type { FeelValue, Known } from './feel-value.ts'
import {
  DATE_OUT_OF_RANGE,
  DIVISION_BY_ZERO,
  dateOf,
  exactOf,
  knownDate,
  knownDays,
  wholeOf,
} from './feel-value.ts'

/** What an operator gives for operands of two types. */
export interface ArithmeticRule {
  readonly type: FeelType
  readonly apply: (left: Known, right: Known) => FeelValue
}

type Amount = 'number' | 'money'
type Span = 'days' | 'months'

const exactly = (type: Amount, combine: (a: Exact, b: Exact) => Exact): ArithmeticRule => ({
  type,
  apply: (left, right) => ({
    kind: 'known',
    type,
    value: combine(exactOf(left), exactOf(right)),
  }),
})

const quotient = (type: Amount): ArithmeticRule => ({
  type,
  apply: (left, right) => {
    const value = divide(exactOf(left), exactOf(right))
    return value === null ? DIVISION_BY_ZERO : { kind: 'known', type, value }
  },
})

const wholly = (type: Span, combine: (a: number, b: number) => number): ArithmeticRule => ({
  type,
  apply: (left, right) => ({
    kind: 'known',
    type,
    value: combine(wholeOf(left), wholeOf(right)),
  }),
})

const ratioOfSpans: ArithmeticRule = {
  type: 'number',
  apply: (left, right) => {
    const divisor = wholeOf(right)
    if (divisor === 0) return DIVISION_BY_ZERO
    return { kind: 'known', type: 'number', value: exact(wholeOf(left), divisor) }
  },
}

const FIRST_DAY = toDayNumber(isoDate('0001-01-01'))
const LAST_DAY = toDayNumber(isoDate('9999-12-31'))
const FIRST_MONTH = 12
const LAST_MONTH = 9999 * 12 + 11

const shiftByDays = (date: IsoDate, days: number): FeelValue => {
  const day = toDayNumber(date) + days
  return day < FIRST_DAY || day > LAST_DAY ? DATE_OUT_OF_RANGE : knownDate(addDays(date, days))
}

const shiftByMonths = (date: IsoDate, months: number): FeelValue => {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const isOutside = month < FIRST_MONTH || month > LAST_MONTH
  return isOutside ? DATE_OUT_OF_RANGE : knownDate(addMonths(date, months))
}

const plus = (a: number, b: number): number => a + b
const minus = (a: number, b: number): number => a - b

const shifted = (
  shift: (date: IsoDate, count: number) => FeelValue,
  sign: 1 | -1,
): ArithmeticRule => ({
  type: 'date',
  apply: (date, span) => shift(dateOf(date), sign * wholeOf(span)),
})

const swapped = ({ type, apply }: ArithmeticRule): ArithmeticRule => ({
  type,
  apply: (left, right) => apply(right, left),
})

const daysApart: ArithmeticRule = {
  type: 'days',
  apply: (left, right) => knownDays(daysBetween(dateOf(right), dateOf(left))),
}

/** The unit algebra: every pair of operand types that an operator accepts; powers stand apart. */
export const ARITHMETIC_RULES: ReadonlyMap<string, ArithmeticRule> = new Map([
  ['number + number', exactly('number', add)],
  ['number - number', exactly('number', subtract)],
  ['number * number', exactly('number', multiply)],
  ['number / number', quotient('number')],
  ['money + money', exactly('money', add)],
  ['money - money', exactly('money', subtract)],
  ['money * number', exactly('money', multiply)],
  ['number * money', exactly('money', multiply)],
  ['money / number', quotient('money')],
  ['money / money', quotient('number')],
  ['days + days', wholly('days', plus)],
  ['days - days', wholly('days', minus)],
  ['days / days', ratioOfSpans],
  ['months + months', wholly('months', plus)],
  ['months - months', wholly('months', minus)],
  ['months / months', ratioOfSpans],
  ['date - date', daysApart],
  ['date + days', shifted(shiftByDays, 1)],
  ['days + date', swapped(shifted(shiftByDays, 1))],
  ['date - days', shifted(shiftByDays, -1)],
  ['date + months', shifted(shiftByMonths, 1)],
  ['months + date', swapped(shifted(shiftByMonths, 1))],
  ['date - months', shifted(shiftByMonths, -1)],
])

/** The rule for an operator between two types, or null when the units do not allow it. */
export const findArithmeticRule = (
  operator: ArithmeticOperator,
  left: FeelType,
  right: FeelType,
): ArithmeticRule | null => ARITHMETIC_RULES.get(`${left} ${operator} ${right}`) ?? null
