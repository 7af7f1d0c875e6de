import { exact } from '@huiqi/domain'
import type { Amount } from '@huiqi/engine'
import { figure, guard, number, reference } from './trap-rules.ts'

const REVENUE = reference('enterprise.revenue@last')
const fixed = (fen: number): Amount => ({ kind: 'fixed', value: figure(fen) })
const rate = (share: string, of = REVENUE): Amount => ({
  kind: 'rate',
  rate: figure(number(share)),
  of,
})

type Limited = Extract<Amount, { kind: 'limited' }>
const NO_LIMIT = { cap: null, floor: null, round: null }
const limited = (amount: Amount, rest: Partial<Limited>): Amount => ({
  kind: 'limited',
  amount,
  ...NO_LIMIT,
  ...rest,
})

const listed = guard('enterprise.is_listed', { is: true })
const branded = guard('enterprise.has_own_brand', { is: true })
const judged = guard('enterprise.fills_gap', { is: true })

const byFormula = (formula: string): Amount => ({ kind: 'formula', formula })

/** Every rounding function on gains and losses, lifted above zero to be seen. */
const roundings = Object.fromEntries(
  [
    'floor',
    'ceiling',
    'round up',
    'round down',
    'round half up',
    'round half down',
    'decimal',
  ].flatMap((name) =>
    ['7', '2', '8'].map((divisor): readonly [string, Amount] => [
      `${name} of a ${divisor}th`,
      byFormula(`yuan(90000000000) + ${name}(last(enterprise.net_profit) / ${divisor}, 2)`),
    ]),
  ),
)

/** Amounts at which SQL and the evaluator could part, by what they try. */
export const TRAP_AMOUNTS: Readonly<Record<string, Amount>> = {
  'a share in thirds of a fen': rate('1/3'),
  'a share below a cap': limited(rate('0.05'), { cap: figure(50_000_000) }),
  'a share above a floor': limited(rate('0.05'), { floor: figure(100_000) }),
  'floor and cap': limited(rate('7/9'), { floor: figure(100_000), cap: figure(90_000_000) }),
  'a cap that was not found': limited(rate('0.02'), { cap: figure(null) }),
  'a floor that was not found': limited(rate('0.02'), { floor: figure(null) }),
  'a rate that was not found': { kind: 'rate', rate: figure(null), of: REVENUE },
  'brought down to a step': limited(rate('0.013'), {
    round: { step: exact(10_000), mode: 'down' },
  }),
  'brought up to a step': limited(rate('0.013'), { round: { step: exact(10_000), mode: 'up' } }),
  'half up, then capped': limited(rate('0.0125'), {
    round: { step: exact(2_000_000), mode: 'half-up' },
    cap: figure(33_000_000),
  }),
  'half to even': limited(rate('1/2'), { round: { step: exact(1), mode: 'half-even' } }),
  'per person': {
    kind: 'per-unit',
    value: figure(200_000),
    units: reference('enterprise.employees@last'),
  },
  'a loss counts as nothing': rate('0.1', reference('enterprise.net_profit@last')),
  'a share of a ratio': rate('1000000', reference('enterprise.rd_ratio@last')),
  'a share of a score': rate('12345', reference('score.innovative_2022.growth')),
  'by a formula': byFormula('last(enterprise.revenue) / 3 - yuan(1000)'),
  'by a quotient': byFormula('last(enterprise.revenue) / enterprise.ip_class_two'),
  'whole months, a yuan each': byFormula(
    'yuan(20000 + full_months_between(enterprise.founded_on, enterprise.above_size_entered_on))',
  ),
  'whole years, a yuan each': byFormula(
    'yuan(2000 + full_years_between(enterprise.above_size_entered_on, enterprise.founded_on))',
  ),
  'days, a yuan each': byFormula(
    'yuan(90000 + (enterprise.founded_on + @"P1M" - enterprise.above_size_entered_on) / @"P1D")',
  ),
  ...roundings,
  'a capped quotient': limited(
    { kind: 'formula', formula: 'last(enterprise.revenue) / enterprise.ip_class_two' },
    { cap: figure(5_000_000), round: { step: exact(100), mode: 'half-up' } },
  ),
  'falling bands': {
    kind: 'first',
    bands: [
      { guards: [listed], amount: fixed(40_000_000) },
      { guards: [branded], amount: fixed(20_000_000) },
    ],
  },
  'rising bands': {
    kind: 'first',
    bands: [
      { guards: [listed, judged], amount: fixed(10_000_000) },
      { guards: [branded], amount: fixed(20_000_000) },
      { guards: [], amount: rate('0.01') },
    ],
  },
  'bands that agree': {
    kind: 'first',
    bands: [
      { guards: [listed], amount: fixed(7_000_000) },
      { guards: [], amount: fixed(7_000_000) },
    ],
  },
  'a hole in one band': {
    kind: 'first',
    bands: [
      { guards: [listed], amount: { kind: 'not-found' } },
      { guards: [judged], amount: { kind: 'at-most', amount: fixed(9_000_000) } },
    ],
  },
  'at most a capped share of a missing base': {
    kind: 'at-most',
    amount: limited(rate('0.05'), { cap: figure(50_000_000) }),
  },
  'at least a share': { kind: 'at-least', amount: rate('0.05') },
  'bands within a cap': limited(
    {
      kind: 'first',
      bands: [
        {
          guards: [guard('enterprise.revenue_growth@last', { 'at-least': number('0.2') })],
          amount: rate('0.02'),
        },
        { guards: [], amount: rate('1/70') },
      ],
    },
    { cap: figure(60_000_000), floor: figure(1_000_000) },
  ),
}
