import { exact } from '@huiqi/domain'
import { conditionCase } from './condition-cases.ts'
import {
  atLeast,
  compared,
  group,
  HOLE,
  holds,
  is,
  leaf,
  lessThan,
  parameterNamed,
} from './test-rules.ts'

const REVENUE = 'enterprise.revenue@2024'
const AROUND = { [REVENUE]: [99, 100, 101, null] }
const revenue = 'enterprise.revenue@last'

/** Comparisons of money with figures, parameters, holes and other facts. */
export const NUMBER_CASES = [
  conditionCase('at least', leaf(revenue, atLeast(100)), { columns: AROUND, signs: '-++?' }),
  conditionCase('more than', leaf(revenue, compared('more-than', 100)), {
    columns: AROUND,
    signs: '--+?',
  }),
  conditionCase('at most', leaf(revenue, compared('at-most', 100)), {
    columns: AROUND,
    signs: '++-?',
  }),
  conditionCase('less than', leaf(revenue, lessThan(100)), { columns: AROUND, signs: '+--?' }),
  conditionCase('is a number', leaf(revenue, is(100)), { columns: AROUND, signs: '-+-?' }),
  conditionCase('is not a number', leaf(revenue, compared('is-not', 100)), {
    columns: AROUND,
    signs: '+-+?',
  }),
  conditionCase('a bound between two fen', leaf(revenue, atLeast(exact(199, 2))), {
    columns: AROUND,
    signs: '-++?',
  }),
  conditionCase(
    'a span of which only the lower end is in',
    leaf(revenue, atLeast(100), lessThan(200)),
    {
      columns: { [REVENUE]: [99, 100, 199, 200, null] },
      signs: '-++-?',
    },
  ),
  conditionCase('a span that holds nothing', leaf(revenue, atLeast(200), lessThan(100)), {
    columns: { [REVENUE]: [99, 150, 200, null] },
    signs: '---?',
  }),
  conditionCase('none of a span', group('except', leaf(revenue, atLeast(100), lessThan(200))), {
    columns: { [REVENUE]: [99, 100, 199, 200, null] },
    signs: '+--+?',
  }),
  conditionCase('losses', leaf(revenue, atLeast(-1)), {
    columns: { [REVENUE]: [-2, -1, 0, null] },
    signs: '-++?',
  }),
  conditionCase('a hole in the text', leaf(revenue, atLeast(HOLE)), {
    columns: AROUND,
    signs: '????',
  }),
  conditionCase('a hole beside a test that fails', leaf(revenue, atLeast(HOLE), lessThan(100)), {
    columns: AROUND,
    signs: '?--?',
  }),
  conditionCase('a parameter of the day', leaf(revenue, atLeast(parameterNamed('revenue_floor'))), {
    columns: { [REVENUE]: [100, 199, 200, null] },
    signs: '--+?',
  }),
  conditionCase('a parameter with a hole', leaf(revenue, atLeast(parameterNamed('award'))), {
    columns: AROUND,
    signs: '????',
  }),
  conditionCase('a rate in thirds', leaf('enterprise.share', atLeast(exact(1, 3))), {
    columns: { 'enterprise.share': [3333, 3334, -1, null] },
    signs: '-+-?',
  }),
  conditionCase('a column that the table lacks', leaf('enterprise.employees', atLeast(1)), {
    columns: AROUND,
    signs: '????',
  }),
]

const THREE_YEARS = {
  'enterprise.revenue@2025': [100, 0, 0, null],
  'enterprise.revenue@2024': [0, 100, 0, null],
  'enterprise.revenue@2023': [0, 0, 100, null],
}

/** Years, and facts compared with facts. */
export const FORMULA_CASES = [
  conditionCase('this year', leaf('enterprise.revenue@this', atLeast(100)), {
    columns: THREE_YEARS,
    signs: '+--?',
  }),
  conditionCase('last year', leaf('enterprise.revenue@last', atLeast(100)), {
    columns: THREE_YEARS,
    signs: '-+-?',
  }),
  conditionCase('the year before last', leaf('enterprise.revenue@before-last', atLeast(100)), {
    columns: THREE_YEARS,
    signs: '--+?',
  }),
  conditionCase('a fact above another', holds('last(enterprise.revenue) > enterprise.assets'), {
    columns: {
      [REVENUE]: [99, 100, 101, 100, null],
      'enterprise.assets': [100, 100, 100, null, 100],
    },
    signs: '--+??',
  }),
  conditionCase('a fact at most another', holds('last(enterprise.revenue) <= enterprise.assets'), {
    columns: {
      [REVENUE]: [99, 100, 101, 100, null],
      'enterprise.assets': [100, 100, 100, null, 100],
    },
    signs: '++-??',
  }),
  conditionCase(
    'a fact between two others, the upper end out',
    holds('enterprise.assets in [last(enterprise.revenue, 2)..last(enterprise.revenue))'),
    {
      columns: {
        'enterprise.assets': [9, 10, 19, 20, null, 9, 15],
        'enterprise.revenue@2023': [10, 10, 10, 10, 10, 10, null],
        [REVENUE]: [20, 20, 20, 20, 20, null, 20],
      },
      signs: '-++-???',
    },
  ),
  conditionCase(
    'a quotient of two facts',
    leaf('enterprise.rd_ratio@last', atLeast(exact(3, 100))),
    {
      columns: {
        [REVENUE]: [10_000, 10_000, 10_000, 10_000, null, 0, -10_000],
        'enterprise.rd_spending@2024': [299, 300, 301, null, 300, 300, -300],
      },
      signs: '-++???+',
    },
  ),
  conditionCase(
    'a stated value before its formula',
    leaf('enterprise.rd_ratio@last', atLeast(exact(3, 100))),
    {
      columns: {
        'enterprise.rd_ratio@2024': [299, 300, null, null],
        [REVENUE]: [100, 100, 100, null],
        'enterprise.rd_spending@2024': [50, 1, 3, 3],
      },
      signs: '-++?',
    },
  ),
  conditionCase(
    'growth over last year',
    leaf('enterprise.growth@last', compared('more-than', exact(1, 10))),
    {
      columns: {
        [REVENUE]: [110, 111, 111, 5, null],
        'enterprise.revenue@2023': [100, 100, null, 0, 100],
      },
      signs: '-+???',
    },
  ),
  conditionCase('a truth by formula', leaf('enterprise.is_open', is(true)), {
    columns: {
      'enterprise.is_open': [null, null, null, null, false, true],
      'enterprise.is_listed': [true, false, null, false, true, false],
      'enterprise.is_exporter': [null, null, true, false, true, false],
    },
    signs: '+?+--+',
  }),
]
