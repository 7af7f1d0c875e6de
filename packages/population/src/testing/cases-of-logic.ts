import { conditionCase } from './condition-cases.ts'
import { atLeast, compared, group, holds, is, leaf } from './test-rules.ts'

const A = leaf('enterprise.is_listed', is(true))
const B = leaf('enterprise.has_brand', is(true))
const C = leaf('enterprise.is_exporter', is(true))
const JUDGED = leaf('enterprise.is_advanced', is(true))

const NINE = {
  'enterprise.is_listed': [true, true, true, false, false, false, null, null, null],
  'enterprise.has_brand': [true, false, null, true, false, null, true, false, null],
}

const EIGHT = {
  'enterprise.is_listed': [true, true, true, true, false, false, null, null],
  'enterprise.has_brand': [true, true, false, null, false, true, null, false],
  'enterprise.is_exporter': [true, false, true, false, null, null, true, null],
}

/** Groups of three-valued parts. */
export const LOGIC_CASES = [
  conditionCase('is true', A, {
    columns: { 'enterprise.is_listed': [true, false, null] },
    signs: '+-?',
  }),
  conditionCase('is false', leaf('enterprise.is_listed', is(false)), {
    columns: { 'enterprise.is_listed': [true, false, null] },
    signs: '-+?',
  }),
  conditionCase('is not true', leaf('enterprise.is_listed', compared('is-not', true)), {
    columns: { 'enterprise.is_listed': [true, false, null] },
    signs: '-+?',
  }),
  conditionCase('all of two', group('all', A, B), { columns: NINE, signs: '+-?---?-?' }),
  conditionCase('any of two', group('any', A, B), { columns: NINE, signs: '++++-?+??' }),
  conditionCase('none of two', group('except', A, B), { columns: NINE, signs: '----+?-??' }),
  conditionCase('not all of two', group('except', group('all', A, B)), {
    columns: NINE,
    signs: '-+?+++?+?',
  }),
  conditionCase('an exception from an exception', group('except', group('except', A), B), {
    columns: NINE,
    signs: '-+?----??',
  }),
  conditionCase(
    'either way out of an open part',
    group('any', group('all', A, B), group('all', A, group('except', B))),
    {
      columns: NINE,
      signs: '++?---???',
    },
  ),
  conditionCase(
    'two of three',
    group('any', group('all', A, B), group('all', A, C), group('all', B, C)),
    {
      columns: EIGHT,
      signs: '+++?-???',
    },
  ),
  conditionCase('all of nothing', group('all'), { columns: NINE, signs: '+++++++++' }),
  conditionCase('any of nothing', group('any'), { columns: NINE, signs: '---------' }),
  conditionCase('none of nothing', group('except'), { columns: NINE, signs: '+++++++++' }),
  conditionCase('what always holds beside what is open', group('all', A, group('except')), {
    columns: { 'enterprise.is_listed': [true, false, null] },
    signs: '+-?',
  }),
  conditionCase('a judgement', JUDGED, {
    columns: { 'enterprise.is_advanced': [true, false, null] },
    signs: '+-?',
  }),
  conditionCase('a judgement that no longer matters', group('any', A, JUDGED), {
    columns: {
      'enterprise.is_listed': [true, false, null],
      'enterprise.is_advanced': [null, null, true],
    },
    signs: '+?+',
  }),
  conditionCase(
    'logic inside a formula',
    holds('enterprise.is_listed and not(enterprise.has_brand)'),
    {
      columns: NINE,
      signs: '-+?----??',
    },
  ),
]

const PROJECT = leaf('project.investment', atLeast(100))

/** Measures about a project or a loan. */
export const THING_CASES = [
  conditionCase('a project', PROJECT, {
    about: 'project',
    columns: {
      'project.investment': [99, 100, null, null],
      'project.is_green': [null, null, true, null],
    },
    signs: '-+??',
  }),
  conditionCase('a project that need not be anything', group('all'), {
    about: 'project',
    columns: {
      'project.investment': [1, null, null],
      'project.is_green': [null, false, null],
    },
    signs: '++?',
  }),
  conditionCase('an enterprise with a project that may be there', A, {
    about: 'project',
    columns: {
      'enterprise.is_listed': [true, true, false, null, null],
      'project.investment': [1, null, null, 1, null],
    },
    signs: '+?-??',
  }),
  conditionCase('a loan is no project', A, {
    about: 'loan',
    columns: {
      'enterprise.is_listed': [true, true],
      'project.investment': [1, 1],
      'loan.principal': [null, 5],
    },
    signs: '?+',
  }),
]
