import { add, exact, ONE, parseDate, toDayNumber, ZERO } from '@huiqi/domain'
import { type FactType, NEVER, type Operand, type Scalar, type Test } from '@huiqi/engine'
import { AFTER_NEVER, above, below, type Cut, cutKey } from './cut.ts'

/** Values between two cuts; an end that is null is open. */
export interface SpanTest {
  readonly kind: 'span'
  readonly from: Cut | null
  readonly to: Cut | null
  readonly isNegated: boolean
}

/** Codes that are listed, or belong to a listed one when `hasDescendants`. */
export interface MemberTest {
  readonly kind: 'member'
  readonly values: readonly string[]
  readonly hasDescendants: boolean
  readonly isNegated: boolean
}

/** One comparison with its right-hand side on the day; `gap` where the text or a parameter has a hole. */
export type BoundTest = SpanTest | MemberTest | { readonly kind: 'gap' }

/** A span; ends that are not given are open. */
export const spanTest = (ends: Partial<Omit<SpanTest, 'kind'>>): SpanTest => ({
  kind: 'span',
  from: null,
  to: null,
  isNegated: false,
  ...ends,
})

const span = (from: Cut | null, to: Cut | null): SpanTest => spanTest({ from, to })

const dayOf = (text: string) => {
  const date = parseDate(text)
  if (date === null) throw new TypeError(`a date was expected, found ${text}`)
  return exact(toDayNumber(date))
}

/** Truth stands among numbers as 0 and 1, dates as their day numbers; null for `never`. */
export const orderedValue = (value: Scalar) => {
  if (typeof value === 'object') return value
  if (typeof value === 'boolean') return value ? ONE : ZERO
  return value === NEVER ? null : dayOf(value)
}

/** The span of exactly one value; the truth values need a single cut. */
const exactly = (value: Scalar): SpanTest => {
  if (typeof value === 'boolean') return value ? span(below(ONE), null) : span(null, below(ONE))
  const ordered = orderedValue(value)
  if (ordered === null) return span(null, AFTER_NEVER)
  if (typeof value === 'string') return span(below(ordered), below(add(ordered, ONE)))
  return span(below(ordered), above(ordered))
}

const ordered = (word: Exclude<Test['word'], 'one-of' | 'none-of'>, value: Scalar): SpanTest => {
  const bound = orderedValue(value)
  if (bound === null) throw new TypeError(`${word} needs a number or a date`)
  switch (word) {
    case 'at-least':
    case 'not-before':
      return span(below(bound), null)
    case 'more-than':
      return span(above(bound), null)
    case 'less-than':
      return span(null, below(bound))
    case 'at-most':
      return span(null, above(bound))
    case 'not-after':
      return span(AFTER_NEVER, below(add(bound, ONE)))
    default:
      throw new TypeError(`${word} is no order`)
  }
}

/** A comparison of a value of the type with its right-hand side worked out by `resolve`. */
export const bindTest = (
  test: Test,
  type: FactType,
  resolve: (operand: Operand) => Scalar | null,
): BoundTest => {
  if ('values' in test) {
    const isNegated = test.word === 'none-of'
    return { kind: 'member', values: test.values, hasDescendants: true, isNegated }
  }
  const value = resolve(test.value)
  if (value === null) return { kind: 'gap' }
  const isNegated = test.word === 'is-not'
  if (!isNegated && test.word !== 'is') return ordered(test.word, value)
  if (type === 'code') {
    return { kind: 'member', values: [String(value)], hasDescendants: false, isNegated }
  }
  return { ...exactly(value), isNegated }
}

/** The same for tests that always come out the same. */
export const boundTestKey = (test: BoundTest): string => {
  if (test.kind === 'gap') return 'gap'
  const sign = test.isNegated ? '!' : ''
  if (test.kind === 'member') {
    return `${sign}${test.hasDescendants ? 'in' : 'is'} ${test.values.join(',')}`
  }
  const end = (cut: Cut | null): string => (cut === null ? '' : cutKey(cut))
  return `${sign}${end(test.from)}..${end(test.to)}`
}
