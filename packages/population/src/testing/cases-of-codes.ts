import { conditionCase } from './condition-cases.ts'
import { atLeast, compared, group, holds, is, leaf, lessThan, noneOf, oneOf } from './test-rules.ts'

const industry = (...codes: readonly (string | null)[]) => ({ 'enterprise.industry': codes })
const SEVEN = industry('C', '40', '4011', '41', 'K', 'X', null)

/** Codes: hierarchies, unlisted codes below listed ones, sections that leave the division open. */
export const CODE_CASES = [
  conditionCase('a section', leaf('enterprise.industry', oneOf('C')), {
    columns: SEVEN,
    signs: '++++--?',
  }),
  conditionCase('one division', leaf('enterprise.industry', oneOf('40')), {
    columns: SEVEN,
    signs: '?++---?',
  }),
  conditionCase('every division of a section', leaf('enterprise.industry', oneOf('40', '41')), {
    columns: SEVEN,
    signs: '++++--?',
  }),
  conditionCase('not one division', leaf('enterprise.industry', noneOf('40')), {
    columns: SEVEN,
    signs: '?--+++?',
  }),
  conditionCase(
    'none of a division, the other way round',
    group('except', leaf('enterprise.industry', oneOf('40'))),
    {
      columns: SEVEN,
      signs: '?--+++?',
    },
  ),
  conditionCase('a class below a division', leaf('enterprise.industry', oneOf('4011')), {
    columns: industry('C', '40', '401', '4011', '40111', '4012', null),
    signs: '---++-?',
  }),
  conditionCase('exactly a division', leaf('enterprise.industry', is('40')), {
    columns: SEVEN,
    signs: '?+----?',
  }),
  conditionCase('exactly a section', leaf('enterprise.industry', is('C')), {
    columns: SEVEN,
    signs: '------?',
  }),
  conditionCase('anything but a division', leaf('enterprise.industry', compared('is-not', '40')), {
    columns: SEVEN,
    signs: '?-++++?',
  }),
  conditionCase('a section without divisions', leaf('enterprise.industry', is('A')), {
    columns: industry('A', 'A1', 'C', null),
    signs: '+--?',
  }),
  conditionCase('a district', leaf('enterprise.district', oneOf('310101')), {
    columns: { 'enterprise.district': ['310101', '310115', '3101011', '999999', null] },
    signs: '+---?',
  }),
  conditionCase('a code in a formula', holds('enterprise.district = "310101"'), {
    columns: { 'enterprise.district': ['310101', '310115', null] },
    signs: '+-?',
  }),
]

const SIZED = {
  'enterprise.industry': ['40', '40', '40', '40', '40', 'C', '7010', '7020', 'X', 'K', null],
  'enterprise.employees': [1000, 299, 20, null, null, 300, 100, 100, 5, 5, 5],
  'enterprise.revenue@2024': [
    400_000, 400_000, 2999, 2999, 20_000, 20_000, 1, 10_000, 5, 10_000, 5,
  ],
}

/** Class tables: the weakest limit decides; narrower rows win; an unknown industry leaves the class open. */
export const CLASS_CASES = [
  conditionCase('large', leaf('enterprise.size_class', is('large')), {
    columns: SIZED,
    signs: '+-------?-?',
  }),
  conditionCase('small or micro', leaf('enterprise.size_class', oneOf('small', 'micro')), {
    columns: SIZED,
    signs: '-+++?---?-?',
  }),
  conditionCase('medium at least', leaf('enterprise.size_class', oneOf('large', 'medium')), {
    columns: SIZED,
    signs: '+---?+++?+?',
  }),
  conditionCase('a stated class', leaf('enterprise.size_class', is('small')), {
    columns: {
      'enterprise.size_class': ['small', 'micro', null],
      'enterprise.industry': ['40', '40', '40'],
      'enterprise.employees': [1000, 1000, 20],
      'enterprise.revenue@2024': [400_000, 400_000, 3000],
    },
    signs: '+-+',
  }),
]

const SCORED = {
  'enterprise.revenue@2024': [200, 199, 99, null, 200, null, null],
  'enterprise.has_brand': [true, true, false, true, null, null, false],
  'enterprise.is_listed': [true, false, false, true, null, null, false],
  'enterprise.employees': [30, 10, 9, 30, 29, null, 0],
}

/** Scores: points of first items and of sums, each up to its most; open parts give a range. */
export const SCORE_CASES = [
  conditionCase('at least a score', leaf('score.sample', atLeast(10)), {
    columns: SCORED,
    signs: '++-++??',
  }),
  conditionCase('the most of a score', leaf('score.sample', atLeast(18)), {
    columns: SCORED,
    signs: '+--???-',
  }),
  conditionCase('less than a score', leaf('score.sample', lessThan(15)), {
    columns: SCORED,
    signs: '-++???+',
  }),
  conditionCase('more than a score', leaf('score.sample', compared('more-than', 10)), {
    columns: SCORED,
    signs: '+--?+?-',
  }),
  conditionCase('exactly a score', leaf('score.sample', is(10)), {
    columns: SCORED,
    signs: '-+-????',
  }),
  conditionCase('the score of a group', leaf('score.sample.growth', atLeast(5)), {
    columns: SCORED,
    signs: '++-?+??',
  }),
  conditionCase('a stated score', leaf('score.sample', atLeast(10)), {
    columns: { 'score.sample': [9, 10, null], 'enterprise.revenue@2024': [200, 99, 200] },
    signs: '-++',
  }),
]
