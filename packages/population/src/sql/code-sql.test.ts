import { type CodeList, codeIndexOf } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { casesByCode, isWithinCodes } from './code-sql.ts'
import { DIALECTS } from './dialect.ts'
import { printFlat } from './print-sql.ts'
import { MISSING } from './resolved-sql.ts'
import { industryList } from './testing/sample-rulebook.ts'
import { column } from './truth-sql.ts'

const SAMPLE = industryList({ C: null, 13: 'C', 14: 'C', G: null, 59: 'G', 591: '59' })
const FLAT: CodeList = { ...SAMPLE, hasPrefixHierarchy: false }
const value = column('x')

const within = (values: readonly string[], list: CodeList | null = SAMPLE): string =>
  printFlat(
    isWithinCodes(value, values, list === null ? null : codeIndexOf(list)),
    DIALECTS.postgresql,
  )

describe('codes that belong to others', () => {
  test.each([
    [
      'a section has its letter and its divisions',
      ['C'],
      "SUBSTRING(x, 1, 1) = 'C' OR SUBSTRING(x, 1, 2) IN ('13', '14')",
    ],
    ['a division has what begins with it', ['59'], "SUBSTRING(x, 1, 2) = '59'"],
    ['a group below', ['591'], "SUBSTRING(x, 1, 3) = '591'"],
    ['a class that is not listed', ['1311'], "SUBSTRING(x, 1, 4) = '1311'"],
    ['a class beside its division', ['13', '1311'], "SUBSTRING(x, 1, 2) = '13'"],
  ])('%s', (_, values, expected) => {
    expect(within(values)).toBe(expected)
  })

  test('without prefixes only listed codes belong', () => {
    expect(within(['G'], FLAT)).toBe("x IN ('59', '591', 'G')")
  })

  test('without a list only the values themselves', () => {
    expect(within(['a', 'b'], null)).toBe("x IN ('a', 'b')")
  })

  test('a code that begins with a stranger is refused', () => {
    expect(() => within(['C'], industryList({ C: null, 13: 'C', 131: 'G', G: null }))).toThrow(
      'not-supported: 131 beside 13 in industry',
    )
  })
})

describe('places by code', () => {
  const index = codeIndexOf(SAMPLE)
  const places = (given: Readonly<Record<string, number>>): readonly string[] => {
    const stated = {
      stated: value,
      tops: new Map([
        ['C', ['13', '14']],
        ['G', ['59', '591']],
      ]),
    }
    const resolved = {
      kind: 'code',
      value,
      span: null,
      coarse: stated,
      index,
      whenOpen: MISSING,
    } as const
    return casesByCode(resolved, new Map(Object.entries(given))).map(
      ({ when, place }) => `${printFlat(when, DIALECTS.postgresql)}: ${place}`,
    )
  }

  test('longer codes come first', () => {
    expect(places({ 59: 0, 591: 1, C: 2 })).toEqual([
      "SUBSTRING(x, 1, 3) = '591': 1",
      "SUBSTRING(x, 1, 2) = '59': 0",
      "SUBSTRING(x, 1, 2) IN ('13', '14'): 2",
      "SUBSTRING(x, 1, 1) = 'C': 2",
    ])
  })

  test('a section whose divisions share a place has it too', () => {
    expect(places({ 59: 0 })).toEqual(["x = 'G': 0", "SUBSTRING(x, 1, 2) = '59': 0"])
  })

  test('a section whose divisions differ has none', () => {
    expect(places({ C: 0, 13: 1 })).toEqual([
      "x = 'C': null",
      "SUBSTRING(x, 1, 2) = '14': 0",
      "SUBSTRING(x, 1, 2) = '13': 1",
      "SUBSTRING(x, 1, 1) = 'C': 0",
    ])
  })
})
