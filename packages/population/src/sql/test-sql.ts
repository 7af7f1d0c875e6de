import { isoDate } from '@huiqi/domain'
import { type DateWord, NEVER, type OrderWord, type Scalar, type Test } from '@huiqi/engine'
import { belongsTo, isWithinCodes } from './code-sql.ts'
import { compareNumbers, fractionOf, type NumberSql } from './fraction.ts'
import { refuse } from './refusal.ts'
import type { ClassSpan, ResolvedSql } from './resolved-sql.ts'
import { operandOf, type Scope } from './scope.ts'
import type { ComparisonSign, Sql } from './sql-node.ts'
import {
  all,
  any,
  choose,
  comparison,
  decided,
  FALSE,
  isKnown,
  not,
  OPEN,
  oneOf,
  TRUE,
} from './truth-sql.ts'

/** How a comparison comes out in every row, and whether the text has a hole there. */
export interface TestSql {
  readonly truth: Sql
  readonly hasGap: boolean
}

const SIGNS: Readonly<Record<OrderWord, ComparisonSign>> = {
  'at-least': '>=',
  'at-most': '<=',
  'more-than': '>',
  'less-than': '<',
}

type NumberResolved = Extract<ResolvedSql, { kind: 'number' }>
type CodeResolved = Extract<ResolvedSql, { kind: 'code' }>

const inOrder = (sign: ComparisonSign, resolved: NumberResolved, bound: NumberSql): Sql => {
  const { range } = resolved
  if (range === null) return compareNumbers(sign, resolved.value, bound)
  const isRising = sign === '>=' || sign === '>'
  const [worst, best] = isRising ? [range.low, range.high] : [range.high, range.low]
  return decided(compareNumbers(sign, worst, bound), not(compareNumbers(sign, best, bound)))
}

const NEVER_DAY: Sql = { kind: 'date', value: 'never' }

const LAST_DAY = '9999-12-31'

const day = (value: Scalar): Sql => {
  if (value === NEVER) return NEVER_DAY
  if (typeof value !== 'string' || value === LAST_DAY) {
    return refuse('not-supported', `the day ${String(value)}`)
  }
  return { kind: 'date', value: isoDate(value) }
}

const onDate = (word: DateWord, value: Sql, bound: Sql): Sql => {
  if (word === 'not-after') return comparison('<=', value, bound)
  return all(comparison('>=', value, bound), comparison('<>', value, NEVER_DAY))
}

const numberOf = (value: Scalar): NumberSql => {
  if (typeof value !== 'object') return refuse('not-supported', `${String(value)} as a number`)
  return { kind: 'fraction', ...fractionOf(value) }
}

const isPlace = (sign: ComparisonSign, place: Sql, at: number): Sql =>
  comparison(sign, place, { kind: 'integer', value: BigInt(at) })

/** Neighbouring places that the test counts as inside, as first and last of each run. */
const runsOf = (inside: readonly boolean[]): readonly (readonly [number, number])[] => {
  const firsts = inside.flatMap((isInside, at) => (isInside && !inside[at - 1] ? [at] : []))
  const lasts = inside.flatMap((isInside, at) => (isInside && !inside[at + 1] ? [at] : []))
  return firsts.map((first, at) => [first, lasts[at] ?? first])
}

/** Whether every class still possible lies in one of the runs. */
const liesIn = ({ best, worst, classes }: ClassSpan, inside: readonly boolean[]): Sql =>
  any(
    ...runsOf(inside).map(([from, to]) =>
      all(
        ...(from === 0 ? [] : [isPlace('>=', best, from)]),
        ...(to === classes.length - 1 ? [] : [isPlace('<=', worst, to)]),
        ...(from === 0 && to === classes.length - 1 ? [isKnown(best)] : []),
      ),
    ),
  )

const amongClasses = (
  { value, span }: CodeResolved,
  byValue: Sql,
  inside: readonly boolean[],
): Sql => {
  if (span === null) return byValue
  const outside = inside.map((isInside) => !isInside)
  const byRange = decided(liesIn(span, inside), liesIn(span, outside))
  return choose([{ when: isKnown(value), gives: byValue }], byRange)
}

interface Sides {
  /** Truth for one code. */
  readonly holds: (code: string) => boolean
  /** Truth where all of several codes are possible; null when they differ. */
  readonly among: (codes: readonly string[]) => boolean | null
}

/** Codes that leave open which one is meant, where the truth is another than their own. */
const coarsely = ({ coarse }: CodeResolved, byValue: Sql, { holds, among }: Sides): Sql => {
  if (coarse === null) return byValue
  const tops = [...coarse.tops].map(([top, below]) => ({ top, truth: among(below) }))
  const branch = (truth: boolean | null): { readonly when: Sql; readonly gives: Sql } => {
    const other = tops.filter((each) => each.truth === truth && holds(each.top) !== truth)
    const when = oneOf(
      coarse.stated,
      other.map(({ top }) => top),
    )
    const gives = truth === null ? OPEN : truth ? TRUE : FALSE
    return { when: other.length === 0 ? FALSE : when, gives }
  }
  return choose([branch(null), branch(true), branch(false)], byValue)
}

const rawOf = ({ coarse, value }: CodeResolved): Sql => coarse?.stated ?? value

const isCode = (resolved: CodeResolved, code: string): Sql => {
  const holds = (other: string): boolean => other === code
  const among = (codes: readonly string[]): boolean | null => {
    if (codes.every(holds)) return true
    return codes.includes(code) ? null : false
  }
  const byValue = coarsely(resolved, oneOf(rawOf(resolved), [code]), { holds, among })
  return amongClasses(resolved, byValue, (resolved.span?.classes ?? []).map(holds))
}

const isListed = (resolved: CodeResolved, values: readonly string[]): Sql => {
  const { index, span } = resolved
  const holds = (code: string): boolean => belongsTo(index, code, values)
  const among = (codes: readonly string[]): boolean | null => {
    if (codes.every(holds)) return true
    return codes.some(holds) ? null : false
  }
  const plain = isWithinCodes(rawOf(resolved), values, index)
  const byValue = coarsely(resolved, plain, { holds, among })
  return amongClasses(resolved, byValue, (span?.classes ?? []).map(holds))
}

const equals = (resolved: ResolvedSql, bound: Scalar): Sql => {
  switch (resolved.kind) {
    case 'number':
      return compareNumbers('=', resolved.value, numberOf(bound))
    case 'date':
      return comparison('=', resolved.value, day(bound))
    case 'truth':
      return bound === true ? resolved.value : not(resolved.value)
    case 'code':
      return isCode(resolved, String(bound))
  }
}

const compared = (
  word: Exclude<Test['word'], 'one-of' | 'none-of'>,
  resolved: ResolvedSql,
  bound: Scalar,
): Sql => {
  if (word === 'is') return equals(resolved, bound)
  if (word === 'is-not') return not(equals(resolved, bound))
  if (word === 'not-before' || word === 'not-after') {
    if (resolved.kind !== 'date') return refuse('not-supported', `${word} on a ${resolved.kind}`)
    return onDate(word, resolved.value, day(bound))
  }
  if (resolved.kind !== 'number') return refuse('not-supported', `${word} on a ${resolved.kind}`)
  return inOrder(SIGNS[word], resolved, numberOf(bound))
}

/** One comparison of a value with its right-hand side on the day. */
export const testSql = (scope: Scope, resolved: ResolvedSql, test: Test): TestSql => {
  if ('values' in test) {
    if (resolved.kind !== 'code')
      return refuse('not-supported', `${test.word} on a ${resolved.kind}`)
    const listed = isListed(resolved, test.values)
    return { truth: test.word === 'one-of' ? listed : not(listed), hasGap: false }
  }
  const bound = operandOf(scope, test.value)
  if (bound === null) return { truth: OPEN, hasGap: true }
  return { truth: compared(test.word, resolved, bound), hasGap: false }
}
