import type { IsoDate } from '@huiqi/domain'
import { exact, fullMonthsBetween, fullYearsBetween, multiply } from '@huiqi/domain'
import { ORDERS } from './comparison-rules.ts'
import type { FeelType } from './feel-type.ts'
import { isOrdered } from './feel-type.ts'
import type { Known } from './feel-value.ts'
import { dateOf, exactOf, knownMoney, knownNumber } from './feel-value.ts'
import { absoluteQuantity, addQuantities, isQuantity } from './quantity.ts'
import type { DecimalRounding } from './round-decimals.ts'
import { roundDecimals, stepOfDecimals } from './round-decimals.ts'

/** A built-in function; all are strict. */
export interface FeelFunction {
  readonly fewestArguments: number
  readonly mostArguments: number
  /** The place of the argument that must be an integer constant, or null. */
  readonly constantAt: number | null
  /** The type of the result, or null when the function does not take these types. */
  readonly resultType: (types: readonly FeelType[]) => FeelType | null
  /** The result for arguments that were accepted. */
  readonly apply: (args: readonly Known[]) => Known
}

const FEN_PER_YUAN = exact(100)

const argument = (args: readonly Known[], place: number): Known => {
  const value = args[place]
  if (value === undefined) throw new TypeError(`argument ${place + 1} is missing`)
  return value
}

/** Takes any number of arguments of one accepted type and gives that type. */
const folding = (
  accepts: (type: FeelType) => boolean,
  combine: (left: Known, right: Known) => Known,
): FeelFunction => ({
  fewestArguments: 1,
  mostArguments: Number.POSITIVE_INFINITY,
  constantAt: null,
  resultType: ([first, ...rest]) =>
    first !== undefined && accepts(first) && rest.every((type) => type === first) ? first : null,
  apply: (args) => args.reduce(combine),
})

const order = (left: Known, right: Known): number => {
  if (!isOrdered(left.type)) throw new TypeError(`${left.type} has no order`)
  return ORDERS[left.type](left, right)
}

const absolute: FeelFunction = {
  fewestArguments: 1,
  mostArguments: 1,
  constantAt: null,
  resultType: ([type]) => (type !== undefined && isQuantity(type) ? type : null),
  apply: (args) => absoluteQuantity(argument(args, 0)),
}

const yuan: FeelFunction = {
  fewestArguments: 1,
  mostArguments: 1,
  constantAt: null,
  resultType: ([type]) => (type === 'number' ? 'money' : null),
  apply: (args) => knownMoney(multiply(exactOf(argument(args, 0)), FEN_PER_YUAN)),
}

/** The decimals of money are those of a yuan: -4 rounds to whole 10,000 yuan. */
const rounding = (mode: DecimalRounding, fewestArguments: 1 | 2): FeelFunction => ({
  fewestArguments,
  mostArguments: 2,
  constantAt: 1,
  resultType: ([type, decimals = 'number']) =>
    (type === 'number' || type === 'money') && decimals === 'number' ? type : null,
  apply: (args) => {
    const value = argument(args, 0)
    const decimals = args.length > 1 ? Number(exactOf(argument(args, 1)).n) : 0
    const step = stepOfDecimals(decimals)
    if (value.type !== 'money') return knownNumber(roundDecimals(exactOf(value), step, mode))
    return knownMoney(roundDecimals(value.value, multiply(step, FEN_PER_YUAN), mode))
  },
})

const elapsed = (count: (from: IsoDate, to: IsoDate) => number): FeelFunction => ({
  fewestArguments: 2,
  mostArguments: 2,
  constantAt: null,
  resultType: (types) => (types.every((type) => type === 'date') ? 'number' : null),
  apply: (args) => knownNumber(exact(count(dateOf(argument(args, 0)), dateOf(argument(args, 1))))),
})

/** Every function of the profile by its name; `not`, literals and the year accessors are syntax. */
export const FEEL_FUNCTIONS: ReadonlyMap<string, FeelFunction> = new Map([
  ['min', folding(isOrdered, (left, right) => (order(right, left) < 0 ? right : left))],
  ['max', folding(isOrdered, (left, right) => (order(right, left) > 0 ? right : left))],
  ['sum', folding(isQuantity, addQuantities)],
  ['abs', absolute],
  ['floor', rounding('floor', 1)],
  ['ceiling', rounding('ceiling', 1)],
  ['round up', rounding('up', 2)],
  ['round down', rounding('down', 2)],
  ['round half up', rounding('half-up', 2)],
  ['round half down', rounding('half-down', 2)],
  ['decimal', rounding('half-even', 2)],
  ['yuan', yuan],
  ['full_years_between', elapsed(fullYearsBetween)],
  ['full_months_between', elapsed(fullMonthsBetween)],
])

/** Functions of the FEEL standard that the profile leaves out. */
export const OUTSIDE_FUNCTIONS: ReadonlySet<string> = new Set([
  'today',
  'now',
  'time',
  'date and time',
  'years and months duration',
  'day of year',
  'day of week',
  'month of year',
  'week of year',
  'string',
  'number',
  'substring',
  'string length',
  'upper case',
  'lower case',
  'substring before',
  'substring after',
  'replace',
  'contains',
  'starts with',
  'ends with',
  'matches',
  'split',
  'string join',
  'count',
  'mean',
  'median',
  'mode',
  'stddev',
  'product',
  'all',
  'any',
  'list contains',
  'list replace',
  'sublist',
  'append',
  'concatenate',
  'insert before',
  'remove',
  'reverse',
  'index of',
  'union',
  'distinct values',
  'duplicate values',
  'flatten',
  'sort',
  'get value',
  'get entries',
  'context',
  'context put',
  'context merge',
  'is',
  'before',
  'after',
  'meets',
  'met by',
  'overlaps',
  'overlaps before',
  'overlaps after',
  'finishes',
  'finished by',
  'includes',
  'during',
  'starts',
  'started by',
  'coincides',
  'range',
  'modulo',
  'sqrt',
  'log',
  'exp',
  'odd',
  'even',
])
