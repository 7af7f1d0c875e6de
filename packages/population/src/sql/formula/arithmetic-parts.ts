import { ONE as EXACTLY_ONE } from '@huiqi/domain'
import type { ArithmeticOperator } from '@huiqi/engine'
import {
  addFractions,
  divideFractions,
  type Fraction,
  fractionOf,
  multiplyFractions,
  negateFraction,
  subtractFractions,
  wholeFraction,
} from '../fraction.ts'
import { refuse } from '../refusal.ts'
import type { Sql } from '../sql-node.ts'
import { all, comparison, FALSE, isKnown, isTrue } from '../truth-sql.ts'
import { constant, constantOf, minus, negated, pick, plus, type Whole } from '../whole.ts'
import { daysApart, type ShiftedDate, shiftDays, shiftMonths } from './date-parts.ts'
import { fractionIn, type Part, sqlIn, strictly, wholeOf, witness } from './part.ts'

type Operator = Exclude<ArithmeticOperator, '**'>
type Amount = 'number' | 'money'

const isAmount = ({ type }: Part): boolean => type === 'number' || type === 'money'
const isSpan = ({ type }: Part): boolean => type === 'days' || type === 'months'

const amountType = (operator: Operator, left: Part, right: Part): Amount => {
  if (operator === '/' && left.type === right.type) return 'number'
  return left.type === 'money' || right.type === 'money' ? 'money' : 'number'
}

const isZero = (whole: Whole): Sql => comparison('=', whole.sql, constant(0).sql)

/** Both known and the divisor zero: nothing that becomes known gives a value. */
const isDividedByZero = (left: Part, divisor: Whole): Sql =>
  isTrue(all(isKnown(witness(left)), isKnown(divisor.sql), isZero(divisor)))

const OPERATIONS: Readonly<Record<Operator, (a: Fraction, b: Fraction) => Fraction>> = {
  '+': addFractions,
  '-': subtractFractions,
  '*': multiplyFractions,
  '/': divideFractions,
}

const ofAmounts = (operator: Operator, left: Part, right: Part): Part => {
  const [a, b] = [fractionIn(left), fractionIn(right)]
  const isUndefined = operator === '/' ? isDividedByZero(left, b.n) : FALSE
  const open = strictly([left, right], isUndefined)
  return { ...open, type: amountType(operator, left, right), value: OPERATIONS[operator](a, b) }
}

const ofSpans = (operator: Operator, left: Part, right: Part): Part => {
  const [a, b] = [wholeOf(left), wholeOf(right)]
  if (operator === '/') {
    const open = strictly([left, right], isDividedByZero(left, b))
    const value = divideFractions(wholeFraction(a), wholeFraction(b))
    return { ...open, type: 'number', value }
  }
  const type = left.type === 'days' ? 'days' : 'months'
  const value = operator === '+' ? plus(a, b) : minus(a, b)
  return { ...strictly([left, right]), type, value }
}

const shift = (date: Part, span: Part, sign: 1 | -1): ShiftedDate => {
  const count = sign === 1 ? wholeOf(span) : negated(wholeOf(span))
  if (span.type === 'days') return shiftDays(sqlIn(date), count)
  const months = constantOf(count)
  if (months === null) return refuse('not-supported', 'a date moved by months that vary')
  return shiftMonths(sqlIn(date), Number(months))
}

const ofDates = (operator: Operator, left: Part, right: Part): Part => {
  if (left.type === 'date' && right.type === 'date') {
    const value = daysApart(sqlIn(right), sqlIn(left))
    return { ...strictly([left, right]), type: 'days', value }
  }
  const [date, span] = left.type === 'date' ? [left, right] : [right, left]
  const { value, isOutside } = shift(date, span, operator === '-' ? -1 : 1)
  return { ...strictly([left, right], isOutside), type: 'date', value }
}

/** A sum, difference, product or quotient. */
export const calculate = (operator: Operator, left: Part, right: Part): Part => {
  if (isAmount(left) && isAmount(right)) return ofAmounts(operator, left, right)
  if (isSpan(left) && isSpan(right)) return ofSpans(operator, left, right)
  return ofDates(operator, left, right)
}

/** `-x` */
export const negatePart = (part: Part): Part => {
  switch (part.type) {
    case 'number':
    case 'money':
      return { ...part, value: negateFraction(part.value) }
    case 'days':
    case 'months':
      return { ...part, value: negated(part.value) }
    default:
      return refuse('not-supported', `-${part.type}`)
  }
}

const repeated = (base: Fraction, times: number): Fraction =>
  Array.from({ length: times - 1 }, () => base).reduce(multiplyFractions, base)

const ONE: Fraction = fractionOf(EXACTLY_ONE)

/** `x ** n` with a constant exponent. */
export const raise = (part: Part, exponent: number): Part => {
  const base = fractionIn(part)
  if (exponent === 0) {
    const n = pick([{ when: isKnown(base.n.sql), gives: ONE.n }], null)
    return { ...part, type: 'number', value: { n, d: ONE.d } }
  }
  const power = repeated(base, Math.abs(exponent))
  if (exponent > 0) return { ...part, type: 'number', value: power }
  const open = strictly([part], isTrue(isZero(base.n)))
  return { ...open, type: 'number', value: divideFractions(ONE, power) }
}
