import { exact } from '@huiqi/domain'
import fc from 'fast-check'
import { type Condition, NEVER, type Operand, type Scalar, type Test } from '../model.ts'
import { group, HOLE, leaf, literal, parameterNamed, yuan } from '../testing/test-condition.ts'
import { stated, yearly } from '../testing/test-enterprise.ts'

const ratio = (text: number): Scalar => exact(text, 100)
const pick = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

const MONEY = pick(...[0, 1, 2, 99, 100, 101, 200, 20_000_000].map(yuan))
const RATE = pick<Scalar>(...[-10, 0, 3, 5, 30].map(ratio))
const COUNT = pick<Scalar>(...[0, 19, 20, 300, 1000].map((count) => exact(count)))
const DATE = pick<Scalar>('2023-12-31', '2024-01-01', '2025-05-31', '2025-06-01', '2026-01-01')
const TRUTH = fc.boolean()
const SIZE = pick('large', 'medium', 'small', 'micro')
const INDUSTRY = pick('A', 'C', '40', '4011', '4012', 'K', '70', '701', '7010', 'X')
const DISTRICT = pick('310101', '310115', '310104')

const operandOf = (values: fc.Arbitrary<Scalar>): fc.Arbitrary<Operand> =>
  fc.oneof(
    { weight: 12, arbitrary: values.map(literal) },
    { weight: 1, arbitrary: fc.constant(HOLE) },
  )

const ordered = (values: fc.Arbitrary<Scalar>): fc.Arbitrary<Test> =>
  fc.record({
    word: pick('at-least', 'at-most', 'more-than', 'less-than', 'is', 'is-not'),
    value: operandOf(values),
  })

const MONEY_TEST = fc.oneof(
  { weight: 5, arbitrary: ordered(MONEY) },
  {
    weight: 1,
    arbitrary: pick('at-least', 'less-than').map((word) => ({
      word,
      value: parameterNamed('revenue_floor'),
    })),
  },
)

const DATE_TEST: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ word: pick('not-before', 'not-after'), value: operandOf(DATE) }),
  fc.record({ word: pick('is', 'is-not'), value: operandOf(pick<Scalar>(NEVER, '2024-01-01')) }),
)

const TRUTH_TEST: fc.Arbitrary<Test> = fc.record({
  word: pick('is', 'is-not'),
  value: operandOf(TRUTH),
})

const codeTest = (codes: fc.Arbitrary<string>): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({ word: pick('is', 'is-not'), value: operandOf(codes) }),
    fc.record({
      word: pick('one-of', 'none-of'),
      values: fc.uniqueArray(codes, { minLength: 1, maxLength: 3 }),
    }),
  )

const leafOn = (
  references: readonly string[],
  tests: fc.Arbitrary<Test>,
): fc.Arbitrary<Condition> =>
  fc
    .tuple(pick(...references), fc.array(tests, { minLength: 1, maxLength: 2 }))
    .map(([input, chosen]) => leaf(input, ...chosen))

const LEAF = fc.oneof(
  leafOn(
    ['enterprise.revenue@last', 'enterprise.revenue@before-last', 'enterprise.assets'],
    MONEY_TEST,
  ),
  leafOn(['enterprise.rd_ratio@last', 'enterprise.growth@last'], ordered(RATE)),
  leafOn(['enterprise.employees', 'enterprise.patents', 'score.sample'], ordered(COUNT)),
  leafOn(['enterprise.founded_on', 'enterprise.entered_on'], DATE_TEST),
  leafOn(
    ['enterprise.is_listed', 'enterprise.is_advanced', 'qualification.innovative'],
    TRUTH_TEST,
  ),
  leafOn(['enterprise.size_class'], codeTest(SIZE)),
  leafOn(['enterprise.industry'], codeTest(INDUSTRY)),
  leafOn(['enterprise.district'], codeTest(DISTRICT)),
  leafOn(['project.investment'], MONEY_TEST),
)

/** Conditions over the sample vocabulary, up to three groups deep. */
export const RANDOM_CONDITION: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>(
  (tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      LEAF,
      fc
        .tuple(pick('all', 'any', 'except'), fc.array(tie('condition'), { maxLength: 4 }))
        .map(([kind, parts]) => group(kind, parts)),
    ),
  }),
).condition

const yearsOf = (values: fc.Arbitrary<Scalar>) =>
  fc.record({ 2023: values, 2024: values }, { requiredKeys: [] }).map((byYear) => yearly(byYear))

const one = (values: fc.Arbitrary<Scalar>) => values.map((value) => [stated(value)])

/** Facts of an enterprise, each of which may be absent. */
export const RANDOM_FACTS = fc.record(
  {
    'enterprise.revenue': yearsOf(MONEY),
    'enterprise.rd_spending': yearsOf(MONEY),
    'enterprise.growth': yearsOf(RATE),
    'enterprise.assets': one(MONEY),
    'enterprise.employees': one(COUNT),
    'enterprise.patents': one(COUNT),
    'enterprise.founded_on': one(DATE),
    'enterprise.entered_on': one(fc.oneof(DATE, fc.constant<Scalar>(NEVER))),
    'enterprise.is_listed': one(TRUTH),
    'enterprise.is_advanced': one(TRUTH),
    'enterprise.industry': one(INDUSTRY),
    'enterprise.district': one(DISTRICT),
    'qualification.innovative': one(TRUTH),
    'qualification.giant.granted_on': one(DATE),
    'qualification.giant.valid_until': one(DATE),
  },
  { requiredKeys: [] },
)

/** Facts of a project. */
export const RANDOM_PROJECT = fc.option(
  fc.record({ 'project.investment': one(MONEY) }, { requiredKeys: [] }),
)
