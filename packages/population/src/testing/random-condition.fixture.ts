import { exact } from '@huiqi/domain'
import type { Condition, Scalar, Test } from '@huiqi/engine'
import fc from 'fast-check'
import { compared, type Given, group, HOLE, holds, leaf, parameterNamed } from './test-rules.ts'

const pick = <const Value>(...values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(...values)

const ORDER = ['at-least', 'at-most', 'more-than', 'less-than', 'is', 'is-not'] as const

const withHoles = (values: fc.Arbitrary<Given>): fc.Arbitrary<Given> =>
  fc.oneof({ weight: 15, arbitrary: values }, { weight: 1, arbitrary: fc.constant(HOLE) })

const ordered = (...bounds: readonly Given[]): fc.Arbitrary<Test> =>
  fc.tuple(pick(...ORDER), withHoles(pick(...bounds))).map(([word, given]) => compared(word, given))

const money = ordered(
  0,
  1,
  300,
  20_000,
  5_000_000,
  exact(1_000_001, 3),
  parameterNamed('revenue_floor'),
)
const rates = ordered(exact(-1, 10), 0, exact(3, 100), exact(1, 3), 1)
const counts = ordered(0, 1, 10, 20, 59, 300)
const scores = ordered(0, 4, 5, 10, 14, 18)

const days = fc.oneof(
  fc
    .tuple(pick('not-before', 'not-after'), withHoles(pick<Given>('2020-01-01', '2024-12-31')))
    .map(([word, given]) => compared(word, given)),
  fc
    .tuple(pick('is', 'is-not'), withHoles(pick<Given>('never', '2024-01-01')))
    .map(([word, given]) => compared(word, given)),
)

const truths = fc
  .tuple(pick('is', 'is-not'), withHoles(fc.boolean()))
  .map(([word, given]) => compared(word, given))

const codes = (...listed: readonly string[]): fc.Arbitrary<Test> =>
  fc.oneof(
    fc
      .tuple(pick('is', 'is-not'), withHoles(pick<Scalar>(...listed)))
      .map(([word, given]) => compared(word, given)),
    fc.record({
      word: pick('one-of', 'none-of'),
      values: fc.uniqueArray(pick(...listed), { minLength: 1, maxLength: 3 }),
    }),
  )

const leafOn = (tests: fc.Arbitrary<Test>, ...references: readonly string[]) =>
  fc
    .tuple(pick(...references), fc.array(tests, { minLength: 1, maxLength: 2 }))
    .map(([reference, chosen]): Condition => leaf(reference, ...chosen))

const FORMULAS = pick(
  'last(enterprise.revenue) > enterprise.assets',
  'enterprise.assets in [last(enterprise.rd_spending)..last(enterprise.revenue))',
  'last(enterprise.revenue) - last(enterprise.rd_spending) >= yuan(100) or enterprise.is_listed',
  'not(enterprise.is_listed and enterprise.founded_on <= as_of)',
  'enterprise.founded_on < enterprise.entered_on',
  'last(enterprise.rd_spending) / last(enterprise.revenue) in (< 0.03, [0.1..0.5], > 2)',
  'enterprise.size_class = "small" or enterprise.industry != "40"',
  'floor(enterprise.employees / 7) = 3',
)

const LEAF = fc.oneof(
  leafOn(money, 'enterprise.revenue@last', 'enterprise.revenue@before-last', 'enterprise.assets'),
  leafOn(rates, 'enterprise.rd_ratio@last', 'enterprise.growth@last', 'enterprise.share'),
  leafOn(counts, 'enterprise.employees'),
  leafOn(scores, 'score.sample', 'score.sample.growth'),
  leafOn(days, 'enterprise.founded_on', 'qualification.giant.granted_on'),
  leafOn(truths, 'enterprise.is_listed', 'enterprise.is_advanced', 'enterprise.is_open'),
  leafOn(truths, 'qualification.innovative', 'qualification.giant'),
  leafOn(codes('A', 'C', '40', '4011', 'K', '70', '701'), 'enterprise.industry'),
  leafOn(codes('large', 'medium', 'small', 'micro'), 'enterprise.size_class'),
  FORMULAS.map(holds),
)

/** Conditions on enterprises over the vocabulary of the tests, up to three groups deep. */
export const RANDOM_CONDITION: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>(
  (tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      LEAF,
      fc
        .tuple(pick('all', 'any', 'except'), fc.array(tie('condition'), { maxLength: 4 }))
        .map(([kind, parts]) => group(kind, ...parts)),
    ),
  }),
).condition

/** Conditions that ask about a project as well. */
export const RANDOM_PROJECT_CONDITION: fc.Arbitrary<Condition> = fc
  .tuple(
    pick('all', 'any', 'except'),
    RANDOM_CONDITION,
    leafOn(money, 'project.investment'),
    leafOn(truths, 'project.is_green'),
  )
  .map(([kind, ...parts]) => group(kind, ...parts))
