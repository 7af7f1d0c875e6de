import { exact, fen } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { readerIn } from './sample.fixture.ts'
import { showCode, showExact, showRange, withUnit } from './value.ts'

describe('a range of money', () => {
  test.each([
    [5_000_000_00, 5_000_000_00, '500 万元', 'CNY 5,000,000'],
    [0, 5_000_000_00, '最高 500 万元', 'up to CNY 5,000,000'],
    [1_000_000_00, 5_000_000_00, '100 万元 至 500 万元', 'CNY 1,000,000 to CNY 5,000,000'],
    [1_000_000_00, null, '不低于 100 万元', 'at least CNY 1,000,000'],
    [0, null, '金额待定', 'amount open'],
    [0, 0, '0 元', 'CNY 0'],
    [1, 1, '0.01 元', 'CNY 0.01'],
    [120_000_000_00, 120_000_000_00, '1.2 亿元', 'CNY 120,000,000'],
  ])('%j to %j', (low, high, chinese, english) => {
    const end = high === null ? null : fen(high)
    expect([showRange(fen(low), end, 'zh'), showRange(fen(low), end, 'en')]).toEqual([
      chinese,
      english,
    ])
  })
})

describe('a number', () => {
  test.each([
    ['rate', exact(1, 3), '≈33.33%'],
    ['rate', exact(1, 20), '5%'],
    ['count', exact(1_234_567), '1,234,567'],
    ['number', exact(5, 2), '2.5'],
    ['number', exact(1, 3), '≈0.33'],
  ] as const)('%s', (type, value, text) => {
    expect(showExact(type, value, 'en')).toBe(text)
  })

  test.each([
    [exact(1), '1 person'],
    [exact(0), '0 people'],
    [exact(2), '2 people'],
  ])('one person, several people', (value, text) => {
    const unit = { zh: '人', en: 'people' }
    expect(withUnit(String(value.n), unit, { value, language: 'en' })).toBe(text)
  })

  test('other units lose their s', () => {
    const unit = { zh: '年', en: 'years' }
    expect(withUnit('1', unit, { value: exact(1), language: 'en' })).toBe('1 year')
    expect(withUnit('1', unit, { value: exact(1), language: 'zh' })).toBe('1 年')
    expect(withUnit('1', null, { value: exact(1), language: 'en' })).toBe('1')
  })
})

describe('a code', () => {
  const { rulebook } = readerIn('en')

  test.each([
    ['industries', '33', 'Metal products (33)'],
    ['industries', '3311', 'Metal products (3311)'],
    ['industries', 'C', 'Manufacturing'],
    ['kinds', 'a', 'kind a'],
    ['kinds', 'z', 'z'],
    ['no-list', 'z', 'z'],
    [null, 'z', 'z'],
  ])('of %s: %s', (list, code, text) => {
    expect(showCode(rulebook, list, { code, language: 'en' })).toBe(text)
  })
})
