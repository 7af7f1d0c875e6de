import type { Exact } from '@huiqi/domain'
import { exact, fromDayNumber } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFormula } from './check-formula.ts'
import type { FeelLookup } from './compile-formula.ts'
import { compileFormula } from './compile-formula.ts'
import type {
  ArithmeticOperator,
  ComparisonOperator,
  Expression,
  LogicOperator,
  MembershipTest,
} from './feel-ast.ts'
import type { FeelEnvironment, NameDeclaration } from './feel-environment.ts'
import type { FeelType } from './feel-type.ts'
import { isOrdered } from './feel-type.ts'
import type { FeelValue, Known } from './feel-value.ts'
import {
  knownDate,
  knownDays,
  knownMoney,
  knownMonths,
  knownNumber,
  knownText,
  knownTruth,
  unknown,
} from './feel-value.ts'
import { formatFormula } from './format-formula.ts'
import { parseFormula } from './parse-formula.ts'
import { isSame } from './three-valued.ts'

const SPAN = { offset: 0, length: 0 }

const TYPES = ['number', 'money', 'date', 'days', 'months', 'boolean', 'text'] as const
const ORDERED = ['number', 'money', 'date', 'days', 'months'] as const
const NAMES_PER_TYPE = 3

const namesOf = (type: FeelType): readonly string[] =>
  Array.from({ length: NAMES_PER_TYPE }, (_, place) => `${type}.fact_${place}`)

const DECLARATIONS = new Map(
  TYPES.flatMap((type) =>
    namesOf(type).map((name): [string, NameDeclaration] => [name, { type, period: 'point' }]),
  ),
)

const ENVIRONMENT: FeelEnvironment = { context: 'point', names: DECLARATIONS }

const anyExact = fc
  .tuple(fc.bigInt(-10_000n, 10_000n), fc.constantFrom(1n, 2n, 3n, 100n))
  .map(([n, d]): Exact => exact(n, d))

const KNOWN: Readonly<Record<FeelType, fc.Arbitrary<Known>>> = {
  number: anyExact.map(knownNumber),
  money: anyExact.map(knownMoney),
  date: fc.integer({ min: -20_000, max: 40_000 }).map((day) => knownDate(fromDayNumber(day))),
  days: fc.integer({ min: -9999, max: 9999 }).map(knownDays),
  months: fc.integer({ min: -999, max: 999 }).map(knownMonths),
  boolean: fc.boolean().map(knownTruth),
  text: fc.constantFrom('a', 'b', '中"\\\n').map(knownText),
}

const literalOf = (value: Known): Expression => ({ kind: 'literal', value, ...SPAN })

const decimal = fc
  .tuple(fc.bigInt(0n, 10_000n), fc.constantFrom(1n, 10n, 1000n))
  .map(([n, d]) => literalOf(knownNumber(exact(n, d))))

const reference = (type: FeelType): fc.Arbitrary<Expression> =>
  fc
    .constantFrom(...namesOf(type))
    .map((name) => ({ kind: 'reference', name, yearOffset: null, ...SPAN }))

const leaf = (type: FeelType): fc.Arbitrary<Expression> => {
  if (type === 'money') return reference(type)
  const constant = type === 'number' ? decimal : KNOWN[type].map(literalOf)
  return fc.oneof(reference(type), constant)
}

type Tie = (type: FeelType) => fc.Arbitrary<Expression>

const binary = (
  operator: ArithmeticOperator,
  ...[left, right]: readonly [fc.Arbitrary<Expression>, fc.Arbitrary<Expression>]
): fc.Arbitrary<Expression> =>
  fc
    .tuple(left, right)
    .map(([a, b]) => ({ kind: 'arithmetic', operator, left: a, right: b, ...SPAN }))

const call = (name: string, ...args: readonly fc.Arbitrary<Expression>[]) =>
  fc.tuple(...args).map((parts): Expression => ({ kind: 'call', name, args: parts, ...SPAN }))

const negation = (operand: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  operand.map((part) => ({ kind: 'negation', operand: part, ...SPAN }))

const choiceOf = (tie: Tie, type: FeelType): fc.Arbitrary<Expression> =>
  fc.tuple(tie('boolean'), tie(type), tie(type)).map(([condition, consequent, alternative]) => ({
    kind: 'choice',
    condition,
    consequent,
    alternative,
    ...SPAN,
  }))

const relationTo = (tie: Tie, type: FeelType): fc.Arbitrary<MembershipTest> =>
  tie(type).map((operand) => ({ kind: 'relation', operator: '=', operand }))

const intervalOf = (tie: Tie, type: FeelType): fc.Arbitrary<MembershipTest> =>
  fc
    .tuple(tie(type), tie(type), fc.boolean(), fc.boolean())
    .map(([from, to, includesFrom, includesTo]) => ({
      kind: 'interval',
      from,
      to,
      includesFrom,
      includesTo,
    }))

const membership = (
  operand: fc.Arbitrary<Expression>,
  membershipTest: fc.Arbitrary<MembershipTest>,
): fc.Arbitrary<Expression> =>
  fc
    .tuple(operand, fc.array(membershipTest, { minLength: 1, maxLength: 3 }))
    .map(([part, tests]) => ({ kind: 'membership', operand: part, tests, ...SPAN }))

const comparison = (tie: Tie, type: FeelType): fc.Arbitrary<Expression> => {
  const operators: readonly ComparisonOperator[] = isOrdered(type) ? ORDER_SIGNS : EQUALITY_SIGNS
  return fc
    .tuple(fc.constantFrom(...operators), tie(type), tie(type))
    .map(([operator, left, right]) => ({ kind: 'comparison', operator, left, right, ...SPAN }))
}

const EQUALITY_SIGNS = ['=', '!='] as const
const ORDER_SIGNS = [...EQUALITY_SIGNS, '<', '<=', '>', '>='] as const

const logic = (operator: LogicOperator, tie: Tie): fc.Arbitrary<Expression> =>
  fc
    .tuple(tie('boolean'), tie('boolean'))
    .map(([left, right]) => ({ kind: 'logic', operator, left, right, ...SPAN }))

const decimals = fc.integer({ min: 0, max: 4 }).map((count) => literalOf(knownNumber(exact(count))))

const SHAPES: Readonly<Record<FeelType, (tie: Tie) => readonly fc.Arbitrary<Expression>[]>> = {
  number: (tie) => [
    ...(['+', '-', '*', '/'] as const).map((sign) => binary(sign, tie('number'), tie('number'))),
    binary('**', tie('number'), decimals),
    binary('/', tie('money'), tie('money')),
    binary('/', tie('days'), tie('days')),
    binary('/', tie('months'), tie('months')),
    negation(tie('number')),
    call('max', tie('number'), tie('number')),
    call('abs', tie('number')),
    call('round half down', tie('number'), decimals),
    call('floor', tie('number')),
    call('full_months_between', tie('date'), tie('date')),
  ],
  money: (tie) => [
    binary('+', tie('money'), tie('money')),
    binary('-', tie('money'), tie('money')),
    binary('*', tie('money'), tie('number')),
    binary('*', tie('number'), tie('money')),
    binary('/', tie('money'), tie('number')),
    negation(tie('money')),
    call('yuan', tie('number')),
    call('min', tie('money'), tie('money'), tie('money')),
    call('round up', tie('money'), decimals),
  ],
  date: (tie) => [
    binary('+', tie('date'), tie('days')),
    binary('-', tie('date'), tie('days')),
    binary('+', tie('months'), tie('date')),
    binary('-', tie('date'), tie('months')),
    call('min', tie('date'), tie('date')),
  ],
  days: (tie) => [
    binary('-', tie('date'), tie('date')),
    binary('+', tie('days'), tie('days')),
    negation(tie('days')),
    call('sum', tie('days'), tie('days')),
  ],
  months: (tie) => [
    binary('-', tie('months'), tie('months')),
    call('abs', tie('months')),
    negation(tie('months')),
  ],
  boolean: (tie) => [
    ...TYPES.map((type) => comparison(tie, type)),
    ...TYPES.map((type) => membership(tie(type), relationTo(tie, type))),
    ...ORDERED.map((type) => membership(tie(type), intervalOf(tie, type))),
    logic('and', tie),
    logic('or', tie),
    tie('boolean').map((operand): Expression => ({ kind: 'not', operand, ...SPAN })),
  ],
  text: () => [],
}

const GROWN = new Map<string, fc.Arbitrary<Expression>>()

const grow = (type: FeelType, depth: number): fc.Arbitrary<Expression> => {
  const key = `${type} ${depth}`
  const tie: Tie = (part) => grow(part, depth - 1)
  const grown =
    GROWN.get(key) ??
    (depth === 0 ? leaf(type) : fc.oneof(leaf(type), choiceOf(tie, type), ...SHAPES[type](tie)))
  GROWN.set(key, grown)
  return grown
}

const DEPTH = 3

/** A formula without faults, with its type. */
const wellTyped = fc
  .constantFrom(...TYPES)
  .chain((type) => grow(type, DEPTH).map((ast) => ({ type, ast })))

/** Facts of which some may be missing or without value. */
const factsWith = (value: (type: FeelType, name: string) => fc.Arbitrary<FeelValue>) =>
  fc
    .tuple(...[...DECLARATIONS].map(([name, { type }]) => value(type, name)))
    .map((values) => new Map([...DECLARATIONS.keys()].map((name, place) => [name, values[place]])))

type FactTable = ReadonlyMap<string, FeelValue | undefined>

const lookUpIn =
  (facts: FactTable): FeelLookup =>
  ({ name }) =>
    facts.get(name) ?? unknown(name)

const never: FeelValue = { kind: 'undefined', reason: 'never' }

const settledFacts = factsWith((type) =>
  fc.oneof({ weight: 9, arbitrary: KNOWN[type] }, { weight: 1, arbitrary: fc.constant(never) }),
)

const openFacts = factsWith((type, name) =>
  fc.oneof(KNOWN[type], fc.constant(never), fc.constant(unknown(name))),
)

const run = (ast: Expression, facts: FactTable): FeelValue =>
  compileFormula(ast, ENVIRONMENT)(lookUpIn(facts))

const isSameOutcome = (before: FeelValue, after: FeelValue): boolean => {
  if (before.kind === 'known' && after.kind === 'known') return isSame(before, after)
  return before.kind === 'undefined' && after.kind === 'undefined'
}

const withoutSpans = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(withoutSpans)
  if (typeof part !== 'object' || part === null) return part
  const kept = Object.entries(part).filter(([key]) => key !== 'offset' && key !== 'length')
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSpans(value)]))
}

const RUNS = { numRuns: 1000 }

describe('every well-typed formula', () => {
  test('has its type and no issues', () => {
    fc.assert(
      fc.property(wellTyped, ({ type, ast }) => {
        const checked = checkFormula(ast, ENVIRONMENT)
        expect([checked.type, checked.issues]).toEqual([type, []])
      }),
      RUNS,
    )
  })

  test('gives a value of its type, or none, and never fails', () => {
    fc.assert(
      fc.property(wellTyped, settledFacts, ({ type, ast }, facts) => {
        const value = run(ast, facts)
        expect(value.kind === 'known' ? value.type : value.kind).toBe(
          value.kind === 'known' ? type : 'undefined',
        )
      }),
      RUNS,
    )
  })

  test('is read back from its canonical text', () => {
    fc.assert(
      fc.property(wellTyped, ({ ast }) => {
        const parsed = parseFormula(formatFormula(ast))
        expect(parsed.ok && withoutSpans(parsed.ast)).toEqual(withoutSpans(ast))
      }),
      RUNS,
    )
  })

  test('asks only for facts that are missing', () => {
    fc.assert(
      fc.property(wellTyped, openFacts, ({ ast }, facts) => {
        const value = run(ast, facts)
        const missing = value.kind === 'unknown' ? value.missing : []
        expect(missing.filter((name) => facts.get(name)?.kind !== 'unknown')).toEqual([])
        expect(new Set(missing).size).toBe(missing.length)
        expect(value.kind === 'unknown' && missing.length === 0).toBe(false)
      }),
      RUNS,
    )
  })

  test('keeps a definite outcome when a missing fact becomes known', () => {
    fc.assert(
      fc.property(wellTyped, openFacts, settledFacts, ({ ast }, facts, answers) => {
        const before = run(ast, facts)
        fc.pre(before.kind !== 'unknown')
        const filled = new Map(
          [...facts].map(([name, value]) => [
            name,
            value?.kind === 'unknown' ? answers.get(name) : value,
          ]),
        )
        expect(isSameOutcome(before, run(ast, filled))).toBe(true)
      }),
      RUNS,
    )
  })
})
