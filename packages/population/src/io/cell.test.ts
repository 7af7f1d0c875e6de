import { exact, isoDate, toDayNumber } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeList, fact, smallRulebook } from '../city/testing/small-rulebook.ts'
import { boundsCheck, type Cell, cellKind, NEVER_DAY, plainDecimal, readCell } from './cell.ts'
import { createCodeReader } from './code-reader.ts'

const people = { zh: '人', en: 'people' }
const list = codeList('mood', { good: null, bad: null })
const index = {
  list,
  ancestors: new Map([
    ['good', []],
    ['bad', []],
  ]),
}
const KINDS = {
  money: cellKind(fact('m', 'money')),
  fen: cellKind(fact('m', 'money'), { unit: 'fen' }),
  rate: cellKind(fact('r', 'rate')),
  count: cellKind(fact('c', 'count', { unit: people })),
  number: cellKind(fact('n', 'number')),
  date: cellKind(fact('d', 'date')),
  days: cellKind(fact('d', 'date'), { physical: 'days' }),
  boolean: cellKind(fact('b', 'boolean')),
  code: cellKind(fact('o', 'code'), { codes: createCodeReader(index) }),
  cents: cellKind(fact('m', 'money'), { physical: { scale: 2 } }),
}

const day = (text: string): number => toDayNumber(isoDate(text))

type Kind = keyof typeof KINDS

const ACCEPTED: readonly (readonly [Kind, Cell, number])[] = [
  ['money', '1860', 186_000],
  ['money', '1860.5', 186_050],
  ['money', '-0.01', -1],
  ['money', '1860万元', 1_860_000_000],
  ['money', ' 86,000,000 ', 8_600_000_000],
  ['money', 12.34, 1_234],
  ['money', 10n, 1_000],
  ['fen', '1860', 1_860],
  ['fen', 9_007_199_254_740_991n, 9_007_199_254_740_991],
  ['cents', 1_234_567 * 0.01, 1_234_567],
  ['cents', 0.29, 29],
  ['rate', '0.05', 50_000_000],
  ['rate', '5%', 50_000_000],
  ['rate', '1', 1_000_000_000],
  ['rate', '150%', 1_500_000_000],
  ['rate', -0.25, -250_000_000],
  ['count', '38', 38],
  ['count', '38人', 38],
  ['count', '1,038', 1_038],
  ['count', 38n, 38],
  ['number', '59.5', 59_500_000_000],
  ['date', '2024-02-29', day('2024-02-29')],
  ['date', '2024年3月1日', day('2024-03-01')],
  ['date', '2024-03-01 00:00:00', day('2024-03-01')],
  ['date', '2024-03-01T00:00:00.000Z', day('2024-03-01')],
  ['date', new Date('2024-03-01T00:00:00Z'), day('2024-03-01')],
  ['date', 'never', NEVER_DAY],
  ['date', '从未', NEVER_DAY],
  ['days', 19_000, 19_000],
  ['boolean', '是', 1],
  ['boolean', 'f', 0],
  ['boolean', true, 1],
  ['boolean', '0', 0],
  ['code', 'bad', 1],
  ['code', 'name of good', 0],
]

test.each(ACCEPTED)('%s reads %s as %d', (kind, cell, value) => {
  expect(readCell(cell, KINDS[kind])).toBe(value)
})

const EMPTY: readonly Cell[] = ['', '  ', null, undefined, 'unknown', '未知', Number.NaN]

test.each(EMPTY)('%j is not known', (cell) => {
  for (const kind of [KINDS.money, KINDS.count, KINDS.code]) {
    expect(readCell(cell, kind)).toBe(Number.NaN)
  }
})

const REFUSED: readonly (readonly [Kind, Cell, string])[] = [
  ['money', 'abc', 'value.money'],
  ['money', '1.234', 'value.money'],
  ['money', '1e5', 'value.money'],
  ['money', '99999999999999999', 'value.money'],
  ['money', true, 'value.money'],
  ['money', Number.POSITIVE_INFINITY, 'value.number'],
  ['fen', '1.5', 'value.too-fine'],
  ['rate', '5', 'value.rate-plain'],
  ['rate', 'a lot', 'value.rate'],
  ['rate', '1/3', 'value.too-fine'],
  ['count', '3.5', 'value.count'],
  ['count', '-3', 'value.count'],
  ['count', '1,03', 'value.number'],
  ['number', 'x', 'value.number'],
  ['date', '2023-02-29', 'value.date'],
  ['date', '2024-03-01 08:00:00', 'value.date'],
  ['date', new Date('2024-03-01T08:00:00Z'), 'value.date'],
  ['days', 1.5, 'value.date'],
  ['boolean', 'perhaps', 'value.boolean'],
  ['code', 'ugly', 'value.code'],
]

test.each(REFUSED)('%s refuses %s with %s', (kind, cell, code) => {
  expect(readCell(cell, KINDS[kind])).toMatchObject({ code })
})

test('a text read before is read the same again', () => {
  const kind = cellKind(fact('d', 'date'))
  expect(readCell('2024-03-01', kind)).toBe(readCell('2024-03-01', kind))
  expect(readCell('2024-02-30', kind)).toEqual(readCell('2024-02-30', kind))
})

describe('digits', () => {
  test('every amount in fen comes back from its decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (fen) => {
        const sign = fen < 0 ? '-' : ''
        const digits = String(Math.abs(fen)).padStart(3, '0')
        expect(plainDecimal(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`, 2)).toBe(fen)
      }),
    )
  })

  test.each(['', '-', '.5', '5.', '1.2.3', '1a', '+1', '0x1', '１', '1234567890123456', '1.234'])(
    '%j is no plain decimal',
    (text) => {
      expect(plainDecimal(text, 2)).toBe(Number.NaN)
    },
  )
})

describe('bounds of a fact', () => {
  const rate = boundsCheck(fact('r', 'rate', { min: exact(1, 10), max: exact(1) }))

  test.each([
    { value: 99_999_999, code: 'value.below-min' },
    { value: 1_000_000_001, code: 'value.above-max' },
  ])('$value is refused with $code', ({ value, code }) => {
    expect(rate(value)).toMatchObject({ code })
  })

  test.each([100_000_000, 1_000_000_000, Number.NaN])('%d is within', (value) => {
    expect(rate(value)).toBeNull()
  })

  test('a fact without bounds takes all', () => {
    expect(boundsCheck(fact('m', 'money'))(-5)).toBeNull()
  })
})

describe('codes of a hierarchy', () => {
  const industry = smallRulebook().codeLists.get('industry')
  const reader = createCodeReader(industry ?? index)
  const listed = reader.codes().length

  test.each([
    { text: '34', code: '34' },
    { text: 'C34', code: '34' },
    { text: 'name of C', code: 'C' },
    { text: '3411', code: '3411' },
  ])('$text is $code', ({ text, code }) => {
    expect(reader.codes()[reader.positionOf(text)]).toBe(code)
  })

  test.each(['99', 'F34', '34111', ''])('%j is not listed', (text) => {
    expect(reader.positionOf(text)).toBe(-1)
  })

  test('a class below a listed code gets one position', () => {
    expect(reader.positionOf('3411')).toBe(reader.positionOf('3411'))
    expect(reader.codes().length).toBe(listed + 1)
  })
})
