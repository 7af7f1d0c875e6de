import { conditionCase } from './condition-cases.ts'
import { compared, group, holds, is, leaf } from './test-rules.ts'

const founded = 'enterprise.founded_on'
const DAYS = { [founded]: ['2024-12-31', '2025-01-01', '2025-01-02', 'never', null] }

/** Dates, among them the date that never came. */
export const DATE_CASES = [
  conditionCase('not before a day', leaf(founded, compared('not-before', '2025-01-01')), {
    columns: DAYS,
    signs: '-++-?',
  }),
  conditionCase('not after a day', leaf(founded, compared('not-after', '2025-01-01')), {
    columns: DAYS,
    signs: '++--?',
  }),
  conditionCase(
    'a failed not before',
    group('except', leaf(founded, compared('not-before', '2025-01-01'))),
    { columns: DAYS, signs: '+--+?' },
  ),
  conditionCase(
    'a failed not after',
    group('except', leaf(founded, compared('not-after', '2025-01-01'))),
    { columns: DAYS, signs: '--++?' },
  ),
  conditionCase(
    'one day from both sides',
    leaf(founded, compared('not-before', '2025-01-01'), compared('not-after', '2025-01-01')),
    { columns: DAYS, signs: '-+--?' },
  ),
  conditionCase('is a day', leaf(founded, is('2025-01-01')), { columns: DAYS, signs: '-+--?' }),
  conditionCase('is not a day', leaf(founded, compared('is-not', '2025-01-01')), {
    columns: DAYS,
    signs: '+-++?',
  }),
  conditionCase('never', leaf(founded, is('never')), { columns: DAYS, signs: '---+?' }),
  conditionCase('some day', leaf(founded, compared('is-not', 'never')), {
    columns: DAYS,
    signs: '+++-?',
  }),
  conditionCase(
    'one day against another',
    holds('enterprise.founded_on <= enterprise.entered_on'),
    {
      columns: {
        [founded]: ['2025-01-01', '2025-01-01', '2025-01-01', 'never', '2025-01-01'],
        'enterprise.entered_on': ['2025-01-01', '2024-12-31', 'never', '2025-01-01', null],
      },
      signs: '+-???',
    },
  ),
  conditionCase('days up to now', holds('as_of - enterprise.founded_on >= @"P365D"'), {
    columns: { [founded]: ['2024-06-30', '2024-07-01', '2024-07-02', 'never', null] },
    signs: '++-??',
  }),
]

const titleColumns = (
  id: string,
  rows: readonly (readonly [granted: string | null, until: string | null])[],
) => ({
  [`qualification.${id}.granted_on`]: rows.map(([granted]) => granted),
  [`qualification.${id}.valid_until`]: rows.map(([, until]) => until),
})

const HELD = ['2020-01-01', '2030-12-31'] as const
const NEVER_HELD = ['never', 'never'] as const
const UNKNOWN = [null, null] as const

const IMPLIED = {
  ...titleColumns('innovative', [NEVER_HELD, NEVER_HELD, NEVER_HELD, NEVER_HELD, UNKNOWN, HELD]),
  ...titleColumns('specialised', [HELD, NEVER_HELD, NEVER_HELD, UNKNOWN, HELD, UNKNOWN]),
  ...titleColumns('giant', [NEVER_HELD, HELD, NEVER_HELD, NEVER_HELD, UNKNOWN, UNKNOWN]),
}

const WITH_ENDS = titleColumns('giant', [
  ['2025-07-01', '2025-07-01'],
  ['2025-07-02', '2030-12-31'],
  ['2020-01-01', '2025-06-30'],
  ['2020-01-01', '2025-07-01'],
  ['never', 'never'],
  ['2020-01-01', null],
  [null, '2030-12-31'],
  [null, '2025-06-30'],
  ['never', null],
])

/** Titles: valid from the grant to the end, both days in, or by a title that implies them. */
export const TITLE_CASES = [
  conditionCase('a title with its ends', leaf('qualification.giant', is(true)), {
    columns: WITH_ENDS,
    signs: '+--+-??--',
  }),
  conditionCase('no title', leaf('qualification.giant', is(false)), {
    columns: WITH_ENDS,
    signs: '-++-+??++',
  }),
  conditionCase('a title by one that implies it', leaf('qualification.innovative', is(true)), {
    columns: IMPLIED,
    signs: '++-?++',
  }),
  conditionCase('a title that does not imply upwards', leaf('qualification.giant', is(true)), {
    columns: IMPLIED,
    signs: '-+--??',
  }),
  conditionCase('a stated title before its dates', leaf('qualification.innovative', is(true)), {
    columns: {
      'qualification.innovative': [true, false, null],
      ...titleColumns('innovative', [NEVER_HELD, HELD, NEVER_HELD]),
      ...titleColumns('specialised', [NEVER_HELD, HELD, HELD]),
    },
    signs: '+-+',
  }),
]
