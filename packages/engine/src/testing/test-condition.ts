import type { Bilingual, Exact } from '@huiqi/domain'
import { exact, parseExact, parseRate } from '@huiqi/domain'
import type {
  Condition,
  DateWord,
  FactType,
  Group,
  Guard,
  Leaf,
  Operand,
  OrderWord,
  Reference,
  Scalar,
  Test,
  YearReference,
} from '../model.ts'

/** What a test may write for a value: a number means an exact one. */
export type ScalarInput = Scalar | number

/** A reference written as `enterprise.revenue`, `enterprise.revenue@last`, or in full. */
export type ReferenceInput = string | Reference

/** The same words in both languages. */
export const words = (text: string): Bilingual => ({ zh: text, en: text })

/** Money in fen from yuan: `yuan('0.01')` is one fen. */
export const yuan = (amount: number | string): Exact => {
  const parsed = parseExact(String(amount))
  if (parsed === null) throw new RangeError(`not an amount of yuan: ${amount}`)
  return exact(parsed.n * 100n, parsed.d)
}

/** A rate from `5%`. */
export const percent = (text: string): Exact => {
  const parsed = parseRate(text)
  if (parsed === null) throw new RangeError(`not a rate: ${text}`)
  return parsed
}

/** A plain number as an exact one; anything else as it is. */
export const toScalar = (value: ScalarInput): Scalar =>
  typeof value === 'number' ? exact(value) : value

/** A hole in the text. */
export const HOLE: Operand = { kind: 'not-found' }

/** A literal right-hand side. */
export const literal = (value: ScalarInput): Operand => ({
  kind: 'literal',
  value: toScalar(value),
})

/** A dated parameter as the right-hand side. */
export const parameterNamed = (parameter: string): Operand => ({ kind: 'parameter', parameter })

const isOperand = (value: ScalarInput | Operand): value is Operand =>
  typeof value === 'object' && 'kind' in value

/** A right-hand side: a value means a literal. */
export const operand = (value: ScalarInput | Operand): Operand =>
  isOperand(value) ? value : literal(value)

/** One comparison with an order word, a date word, `is` or `is-not`. */
export const compared = (
  word: OrderWord | DateWord | 'is' | 'is-not',
  value: ScalarInput | Operand,
): Test => ({ word, value: operand(value) })

/** `at-least` */
export const atLeast = (value: ScalarInput | Operand): Test => compared('at-least', value)

/** `less-than` */
export const lessThan = (value: ScalarInput | Operand): Test => compared('less-than', value)

/** `is` */
export const is = (value: ScalarInput | Operand): Test => compared('is', value)

/** `one-of` */
export const oneOf = (...values: readonly string[]): Test => ({ word: 'one-of', values })

/** `none-of` */
export const noneOf = (...values: readonly string[]): Test => ({ word: 'none-of', values })

const YEARS: readonly YearReference[] = ['this', 'last', 'before-last']

/** A left-hand side. */
export const reference = (input: ReferenceInput): Reference => {
  if (typeof input !== 'string') return input
  const [fact = '', year = null] = input.split('@')
  return { kind: 'fact', fact, year: YEARS.find((known) => known === year) ?? null }
}

/** A formula as the left-hand side. */
export const formulaOf = (formula: string, type: FactType = 'number'): Reference => ({
  kind: 'formula',
  formula,
  type,
  unit: null,
})

/** Tests on a value, without a statement. */
export const guard = (input: ReferenceInput, ...tests: readonly Test[]): Guard => ({
  reference: reference(input),
  tests,
})

const textOf = (input: ReferenceInput): string => {
  if (typeof input === 'string') return input
  return input.kind === 'fact' ? input.fact : input.formula
}

/** A leaf whose path is its reference as written. */
export const leaf = (input: ReferenceInput, ...tests: readonly Test[]): Leaf => ({
  ...guard(input, ...tests),
  kind: 'leaf',
  path: textOf(input),
  provision: 'art-1',
  says: words(textOf(input)),
})

/** A node over parts. */
export const group = (kind: Group['kind'], parts: readonly Condition[]): Group => ({
  kind,
  path: kind,
  provision: 'art-1',
  says: words(kind),
  parts,
})

/** Every part holds. */
export const all = (...parts: readonly Condition[]): Group => group('all', parts)

/** At least one part holds. */
export const any = (...parts: readonly Condition[]): Group => group('any', parts)

/** None of the parts holds. */
export const except = (...parts: readonly Condition[]): Group => group('except', parts)
