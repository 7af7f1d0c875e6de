import { exact } from '@huiqi/domain'
import { NEVER, type Scalar, type Test } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { showTitlesUsed } from './fact-use.ts'
import { showDistance, showFound, showTests } from './leaf.ts'
import { compare, money, percent, readerIn, refer, traceLeaf } from './sample.fixture.ts'

const zh = readerIn('zh')
const en = readerIn('en')

const TESTS: readonly (readonly [string, readonly Test[], string, string])[] = [
  [
    'revenue',
    [compare('at-least', money('2000万元'))],
    '不低于 2,000 万元',
    'at least CNY 20,000,000',
  ],
  ['revenue', [compare('more-than', money('0.01元'))], '超过 0.01 元', 'more than CNY 0.01'],
  [
    'growth',
    [compare('at-least', percent(10)), compare('less-than', percent(30))],
    '不低于 10%、低于 30%',
    'at least 10%, less than 30%',
  ],
  ['staff', [compare('at-most', exact(1))], '不超过 1 人', 'at most 1 person'],
  ['staff', [compare('at-most', exact(300))], '不超过 300 人', 'at most 300 people'],
  [
    'entered_on',
    [compare('not-before', '2024-01-01'), compare('not-after', '2024-12-31')],
    '不早于 2024-01-01、不晚于 2024-12-31',
    'on 2024-01-01 or later, on 2024-12-31 or earlier',
  ],
  ['entered_on', [compare('is', NEVER)], '从未', 'never'],
  ['industry', [compare('is', '33')], '为金属制品业（33）', 'Metal products (33)'],
  ['kind', [compare('is-not', 'a')], '不为a类', 'not kind a'],
  ['is_local', [compare('is', true)], '为是', 'yes'],
  ['kind', [{ word: 'none-of', values: ['a', 'b'] }], '不属于a类、b类', 'none of: kind a, kind b'],
  [
    'kind',
    [{ word: 'one-of', values: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }],
    '属于a类、b类、c类、d类、e类、f类、另有 2 项',
    'one of: kind a, kind b, kind c, kind d, kind e, kind f, and 2 more',
  ],
]

describe('what a leaf asks for', () => {
  test.each(TESTS.map((row) => [row[3], ...row] as const))('%s', (_, name, tests, ...said) => {
    const leaf = traceLeaf(refer(name), tests, {})
    expect([showTests(zh, leaf), showTests(en, leaf)]).toEqual(said)
  })

  test('a bound that is a parameter is told by its figure, a hole as unknown', () => {
    const bounds: readonly Test[] = [
      { word: 'at-least', value: { kind: 'parameter', parameter: 'threshold' } },
      { word: 'at-most', value: { kind: 'not-found' } },
    ]
    const leaf = traceLeaf(refer('revenue'), bounds, {})
    expect(showTests(en, leaf)).toBe('at least CNY 10,000,000, at most unknown')
  })
})

const DISTANCES: readonly (readonly [string, Test, Scalar, string | null, string | null])[] = [
  [
    'revenue',
    compare('at-least', money('2000万元')),
    money('1860万元'),
    '距 2,000 万元 还差 140 万元',
    'CNY 1,400,000 short of CNY 20,000,000',
  ],
  [
    'revenue',
    compare('at-least', money('1000万元')),
    money('9,999,999.99'),
    '距 1,000 万元 还差 0.01 元',
    'CNY 0.01 short of CNY 10,000,000',
  ],
  ['revenue', compare('at-least', money('1000万元')), money('1000万元'), null, null],
  [
    'revenue',
    compare('more-than', money('1000万元')),
    money('1000万元'),
    '恰为 1,000 万元，该数本身不算',
    'exactly CNY 10,000,000, which does not count',
  ],
  [
    'staff',
    compare('at-most', exact(300)),
    exact(301),
    '比 300 人 多 1 人',
    '1 person over 300 people',
  ],
  [
    'growth',
    compare('at-least', percent(10)),
    exact(999, 10_000),
    '距 10% 还差 0.01 个百分点',
    '0.01 percentage points short of 10%',
  ],
  [
    'entered_on',
    compare('not-before', '2024-01-01'),
    '2023-12-31',
    '早于 2024-01-01，差 1 天',
    '1 day before 2024-01-01',
  ],
  [
    'entered_on',
    compare('not-after', '2024-01-01'),
    '2024-01-03',
    '晚于 2024-01-01，差 2 天',
    '2 days after 2024-01-01',
  ],
  [
    'entered_on',
    compare('not-before', '2024-01-01'),
    NEVER,
    '须为 2024-01-01',
    'has to be 2024-01-01',
  ],
  ['kind', compare('is', 'b'), 'a', '须为b类', 'has to be kind b'],
  [
    'kind',
    { word: 'one-of', values: ['b', 'c'] },
    'a',
    '须为b类或c类',
    'has to be kind b or kind c',
  ],
  ['kind', compare('is-not', 'a'), 'a', null, null],
  ['is_local', compare('is', true), false, null, null],
]

describe('how far a leaf is off', () => {
  test.each(DISTANCES.map((row) => [row[4] ?? `nothing to tell of ${row[0]}`, ...row] as const))(
    '%s',
    (_, name, asked, found, ...said) => {
      const leaf = traceLeaf(refer(name), [asked], { [name]: found })
      expect([showDistance(zh, leaf), showDistance(en, leaf)]).toEqual(said)
    },
  )
})

describe('a title', () => {
  const dates = (from: string, to: string): Readonly<Record<string, Scalar>> => ({
    'qualification.giant.granted_on': from,
    'qualification.giant.valid_until': to,
  })

  test.each([
    [
      'in force until the last day',
      '2022-09-02',
      '2025-09-01',
      '有效至 2025-09-01',
      'valid until 2025-09-01',
    ],
    [
      'expired the day before',
      '2022-09-01',
      '2025-08-31',
      '已于 2025-08-31 到期',
      'expired on 2025-08-31',
    ],
    [
      'granted only later',
      '2025-09-02',
      '2028-09-01',
      '2025-09-02 起有效',
      'valid from 2025-09-02',
    ],
    ['never granted', NEVER, NEVER, '未曾认定', 'never granted'],
  ])('%s', (_, from, to, chinese, english) => {
    const leaf = traceLeaf(refer('qualification.giant'), [compare('is', true)], dates(from, to))
    expect(showTitlesUsed(zh, leaf.resolved.uses)).toBe(`小巨人：${chinese}（税务，A 级）`)
    expect(showTitlesUsed(en, leaf.resolved.uses)).toBe(`Giant: ${english} (tax office, grade A)`)
    const distance = leaf.truth === 'false' ? english : null
    expect(showDistance(en, leaf)).toBe(distance)
  })

  test('of which nothing is known', () => {
    const leaf = traceLeaf(refer('qualification.giant'), [compare('is', true)], {})
    expect(showTitlesUsed(en, leaf.resolved.uses)).toBeNull()
    expect(showFound(en, leaf)).toBeNull()
  })
})
