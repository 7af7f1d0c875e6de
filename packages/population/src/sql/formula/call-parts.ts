import { exact, multiply } from '@huiqi/domain'
import { fractionOf, multiplyFractions, wholeFraction } from '../fraction.ts'
import { refuse } from '../refusal.ts'
import type { Sql } from '../sql-node.ts'
import { comparison } from '../truth-sql.ts'
import { constant, constantOf, type Whole } from '../whole.ts'
import { calculate, negatePart } from './arithmetic-parts.ts'
import { compareParts } from './compare-parts.ts'
import { fullMonths, fullYears } from './date-parts.ts'
import { pickPart } from './logic-parts.ts'
import { fractionIn, type Part, sqlIn, strictly } from './part.ts'
import { roundByName } from './round-parts.ts'

const FEN_PER_YUAN = exact(100)

const argument = (args: readonly Part[], place: number): Part => {
  const part = args[place]
  if (part === undefined) throw new TypeError(`argument ${place + 1} is missing`)
  return part
}

const outermost =
  (holds: '<=' | '>=', fails: '<' | '>') =>
  (left: Part, right: Part): Part => ({
    ...pickPart([
      { when: compareParts(holds, left, right), gives: left },
      { when: compareParts(fails, right, left), gives: right },
    ]),
    ...strictly([left, right]),
  })

const sizeIn = (part: Part): Whole => {
  if (part.type === 'days' || part.type === 'months') return part.value
  return fractionIn(part).n
}

const absolute = (part: Part): Part => {
  const size = sizeIn(part).sql
  return pickPart([
    { when: comparison('>=', size, constant(0).sql), gives: part },
    { when: comparison('<', size, constant(0).sql), gives: negatePart(part) },
  ])
}

const decimalsIn = (args: readonly Part[]): number => {
  const [, decimals] = args
  if (decimals === undefined) return 0
  const value = constantOf(fractionIn(decimals).n)
  return value === null ? refuse('not-supported', 'decimals that vary') : Number(value)
}

const rounding = (name: string, args: readonly Part[]): Part => {
  const number = argument(args, 0)
  const decimals = decimalsIn(args)
  const unit = decimals < 0 ? exact(10n ** BigInt(-decimals)) : exact(1n, 10n ** BigInt(decimals))
  const type = number.type === 'money' ? 'money' : 'number'
  const step = type === 'money' ? multiply(unit, FEN_PER_YUAN) : unit
  return { ...number, type, value: roundByName(name, fractionIn(number), step) }
}

const elapsed = (args: readonly Part[], count: (from: Sql, to: Sql) => Whole): Part => {
  const passed = count(sqlIn(argument(args, 0)), sqlIn(argument(args, 1)))
  return { ...strictly(args), type: 'number', value: wholeFraction(passed) }
}

const yuan = (args: readonly Part[]): Part => {
  const number = argument(args, 0)
  const value = multiplyFractions(fractionIn(number), fractionOf(FEN_PER_YUAN))
  return { ...number, type: 'money', value }
}

/** A function of the formula language applied to its arguments. */
export const callFunction = (name: string, args: readonly Part[]): Part => {
  switch (name) {
    case 'min':
      return args.reduce(outermost('<=', '<'))
    case 'max':
      return args.reduce(outermost('>=', '>'))
    case 'sum':
      return args.reduce((left, right) => calculate('+', left, right))
    case 'abs':
      return absolute(argument(args, 0))
    case 'yuan':
      return yuan(args)
    case 'full_years_between':
      return elapsed(args, fullYears)
    case 'full_months_between':
      return elapsed(args, fullMonths)
    default:
      return rounding(name, args)
  }
}
