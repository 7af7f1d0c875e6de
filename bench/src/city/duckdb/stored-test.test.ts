import { exact, isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { compareSql } from './stored-test.ts'

const MONEY = { type: 'money', unit: { n: 100_000, d: 1 }, never: null, codes: null } as const
const DATE = { type: 'date', unit: { n: 1, d: 1 }, never: 65_534, codes: null } as const
const TRUTH = { type: 'boolean', unit: { n: 1, d: 1 }, never: null, codes: null } as const

describe('a comparison is moved to the stored unit', () => {
  test.each([
    ['at-least', 200_000, 'r0 >= 2'],
    ['at-least', 200_001, 'r0 >= 3'],
    ['at-most', 200_000, 'r0 <= 2'],
    ['at-most', 299_999, 'r0 <= 2'],
    ['more-than', 200_000, 'r0 > 2'],
    ['more-than', 200_001, 'r0 > 2'],
    ['less-than', 200_000, 'r0 < 2'],
    ['less-than', 200_001, 'r0 < 3'],
    ['at-least', -250_000, 'r0 >= -2'],
    ['at-most', -250_000, 'r0 <= -3'],
    ['is', 200_000, 'r0 = 2'],
    ['is', 200_001, 'r0 <> r0'],
    ['is-not', 200_000, 'NOT (r0 = 2)'],
  ] as const)('%s %d', (word, bound, sql) => {
    expect(compareSql('r0', { word, bound: exact(bound) }, MONEY)).toBe(sql)
  })

  test('a date that never came is neither after nor before another', () => {
    const bound = isoDate('1970-01-11')
    expect(compareSql('r0', { word: 'not-before', bound }, DATE)).toBe('r0 BETWEEN 10 AND 65533')
    expect(compareSql('r0', { word: 'not-after', bound }, DATE)).toBe('r0 <= 10')
  })

  test.each([
    ['is', true, 'r0'],
    ['is', false, 'NOT r0'],
    ['is-not', true, 'NOT r0'],
    ['is-not', false, 'r0'],
  ] as const)('truth: %s %s', (word, bound, sql) => {
    expect(compareSql('r0', { word, bound }, TRUTH)).toBe(sql)
  })
})
