import { exact } from '@huiqi/domain'
import type { Amount, Measure } from '@huiqi/engine'
import type { Rules } from '../compile/program.ts'
import type { Table } from '../table.ts'
import { createRandom } from './random.ts'
import { randomTable } from './random-table.ts'
import {
  atLeast,
  CLOCK,
  compared,
  group,
  guard,
  HOLE,
  holds,
  is,
  leaf,
  lessThan,
  measureWith,
  oneOf,
  operand,
  reference,
  rulesWith,
} from './test-rules.ts'

const listed = leaf('enterprise.is_listed', is(true))
const revenue = leaf('enterprise.revenue@last', atLeast(1000))
const anyone = group('all')

const rate = (of: string, share: readonly [number, number]): Amount => ({
  kind: 'rate',
  rate: operand(exact(...share)),
  of: reference(of),
})

const limited = (
  amount: Amount,
  cap: number | null,
  rest: Partial<Extract<Amount, { kind: 'limited' }>> = {},
): Amount => ({
  kind: 'limited',
  amount,
  cap: cap === null ? null : operand(cap),
  floor: null,
  round: null,
  ...rest,
})

const fixed = (fen: number): Amount => ({ kind: 'fixed', value: operand(fen) })

const RD = rate('enterprise.rd_spending@last', [1, 7])

/** Amounts of every kind. */
export const SAMPLE_AMOUNTS: Readonly<Record<string, Amount>> = {
  fixed: fixed(1001),
  'a hole': { kind: 'not-found' },
  'a figure with a hole': { kind: 'fixed', value: HOLE },
  'a rate': RD,
  'a rate with a hole': {
    kind: 'rate',
    rate: HOLE,
    of: reference('enterprise.rd_spending@last'),
  },
  'up to a cap': limited(RD, 3001),
  'at least a floor': limited(RD, null, { floor: operand(777) }),
  'between floor and cap': limited(RD, 9999, { floor: operand(10) }),
  'a cap below the floor': limited(RD, 10, { floor: operand(20) }),
  'a cap with a hole': limited(RD, null, { cap: HOLE }),
  'a floor with a hole': limited(RD, null, { floor: HOLE }),
  'in steps, down': limited(RD, 50_000, { round: { step: exact(1000), mode: 'down' } }),
  'in steps, up': limited(RD, 50_500, { round: { step: exact(1000), mode: 'up' } }),
  'in steps, half up': limited(RD, null, { round: { step: exact(100), mode: 'half-up' } }),
  'for each': { kind: 'per-unit', value: operand(333), units: reference('enterprise.employees') },
  'at most a rate': { kind: 'at-most', amount: limited(RD, 5000) },
  'at least a rate': { kind: 'at-least', amount: RD },
  'a formula': { kind: 'formula', formula: 'last(enterprise.revenue) - enterprise.assets' },
  'a formula for the plain evaluator': {
    kind: 'formula',
    formula: 'max(last(enterprise.revenue), enterprise.assets) / 3',
  },
  'a part of a derived ratio': rate('enterprise.rd_ratio@last', [1000, 1]),
  bands: {
    kind: 'first',
    bands: [
      { guards: [guard('enterprise.employees', atLeast(30))], amount: fixed(500) },
      { guards: [guard('enterprise.is_listed', is(true))], amount: RD },
      {
        guards: [
          guard('enterprise.employees', atLeast(10)),
          guard('enterprise.industry', oneOf('C')),
        ],
        amount: fixed(100),
      },
    ],
  },
  'bands with a last one for all': limited(
    {
      kind: 'first',
      bands: [
        { guards: [guard('score.sample', atLeast(10))], amount: fixed(900) },
        { guards: [], amount: rate('enterprise.revenue@last', [1, 100]) },
      ],
    },
    5000,
  ),
}

const MONEY_MEASURES: readonly Measure[] = Object.entries(SAMPLE_AMOUNTS).flatMap(
  ([id, amount]) => [
    measureWith(`${id} for all`, anyone, amount),
    measureWith(`${id} for some`, group('any', listed, revenue), amount),
  ],
)

const MEASURES: readonly Measure[] = [
  ...MONEY_MEASURES,
  measureWith('no rule', null),
  measureWith('nobody', group('any')),
  { ...measureWith('with a project', listed, fixed(7)), about: 'project' },
  measureWith('small', leaf('enterprise.size_class', oneOf('small', 'micro'))),
  measureWith('score', leaf('score.sample', atLeast(10), lessThan(15))),
  measureWith('title', leaf('qualification.innovative', is(true))),
  measureWith('growth', leaf('enterprise.growth@last', compared('more-than', exact(1, 10)))),
  measureWith(
    'for the plain evaluator',
    holds('floor(enterprise.assets / yuan(7)) >= 10'),
    fixed(3),
  ),
]

/** Rules with a measure for each kind of amount and some kinds of conditions. */
export const SAMPLE_RULES: Rules = { rulebook: rulesWith(...MEASURES), clock: CLOCK }

/** The measures of the sample rules that only the plain evaluator can answer. */
export const ENGINE_MEASURES = MEASURES.filter(({ id }) => id.includes('for the plain evaluator'))

/** Random rows for the sample rules with 30 % of the values missing. */
export const sampleTable = (rows: number, seed = 1): Table =>
  randomTable({
    rulebook: SAMPLE_RULES.rulebook,
    rows,
    year: 2025,
    missing: 0.3,
    random: createRandom(seed),
  })
