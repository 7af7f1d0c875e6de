import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from './exact.ts'
import type { Fen } from './money.ts'
import {
  exactToFen,
  fen,
  fenToExact,
  fenToYuan,
  formatMoney,
  parseMoney,
  sumFen,
  yuanToFen,
} from './money.ts'

const largest = Number.MAX_SAFE_INTEGER
const anyFen = fc.oneof(
  fc.maxSafeInteger().map(fen),
  fc.integer({ min: -9_000, max: 9_000 }).map((count) => fen(count * 1_000_000_000)),
)

describe('fen', () => {
  test.each([
    [0, 0],
    [-0, 0],
    [largest, largest],
    [-largest, -largest],
    [12n, 12],
  ])('%s', (count, expected) => expect(fen(count)).toBe(expected))

  test.each([0.5, largest + 1, Number.NaN, Number.POSITIVE_INFINITY, 2n ** 53n, 2n ** 53n + 1n])(
    'refuses %s',
    (count) => expect(() => fen(count)).toThrow(RangeError),
  )
})

describe('parseMoney', () => {
  test.each([
    ['8600万元', 8_600_000_000],
    ['8,600万', 8_600_000_000],
    ['8，600 万元', 8_600_000_000],
    ['８６００万元', 8_600_000_000],
    ['1.2亿元', 12_000_000_000],
    ['1.2 亿', 12_000_000_000],
    ['86,000,000', 8_600_000_000],
    ['86,000,000元', 8_600_000_000],
    ['¥86,000,000.00', 8_600_000_000],
    ['￥86,000,000.00', 8_600_000_000],
    ['50万元', 50_000_000],
    ['2000元', 200_000],
    ['3百万元', 300_000_000],
    ['3千万', 3_000_000_000],
    ['3千元', 300_000],
    ['86 million yuan', 8_600_000_000],
    ['1.5 billion', 150_000_000_000],
    ['20 thousand yuan', 2_000_000],
    ['CNY 500,000', 50_000_000],
    ['ＣＮＹ 500,000', 50_000_000],
    ['rmb 500,000 yuan', 50_000_000],
    ['500,000 CNY', 50_000_000],
    ['人民币50万元', 50_000_000],
    ['-50万元', -50_000_000],
    ['−50万元', -50_000_000],
    ['¥-5', -500],
    ['-¥5', -500],
    ['0', 0],
    ['-0', 0],
    ['0.01', 1],
    ['0.1', 10],
    ['0.000001万元', 1],
    ['90071992547409.91', largest],
    [0, 0],
    [-0, 0],
    [0.1, 10],
    [86_000_000, 8_600_000_000],
    [1_234.5, 123_450],
    [-3, -300],
  ])('%j', (input, expected) => {
    expect(parseMoney(input)).toEqual({ ok: true, fen: expected })
  })

  test.each([
    ['', 'empty'],
    ['　 ', 'empty'],
    ['unknown', 'not-a-number'],
    ['万元', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1.5,0', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['-¥-5', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['五十万元', 'not-a-number'],
    ['86,00,000', 'grouping'],
    ['8600,000', 'grouping'],
    ['1,2', 'grouping'],
    ['1,000,', 'grouping'],
    ['5 美元', 'unknown-unit'],
    ['USD 5', 'not-a-number'],
    ['5 million dollars', 'unknown-unit'],
    ['5 m', 'unknown-unit'],
    ['50万万元', 'unknown-unit'],
    ['50元元', 'unknown-unit'],
    ['1亿2000万元', 'unknown-unit'],
    ['0.001', 'fraction-of-fen'],
    ['1.000', 'fraction-of-fen'],
    ['0.0000001万元', 'fraction-of-fen'],
    ['1e6', 'exponent'],
    ['1.5E+3 yuan', 'exponent'],
    ['NaN', 'not-finite'],
    ['-Infinity', 'not-finite'],
    ['90071992547409.92', 'too-large'],
    ['900720亿元', 'too-large'],
    [Number.NaN, 'not-finite'],
    [Number.NEGATIVE_INFINITY, 'not-finite'],
    [1e21, 'exponent'],
    [1e-7, 'exponent'],
    [0.1 + 0.2, 'fraction-of-fen'],
    [largest, 'too-large'],
  ])('refuses %j: %s', (input, reason) => {
    expect(parseMoney(input)).toEqual({ ok: false, reason })
  })
})

describe('formatMoney', () => {
  test.each([
    [8_600_000_000, '8,600 万元', 'CNY 86,000,000'],
    [50_000_000, '50 万元', 'CNY 500,000'],
    [12_000_000_000, '1.2 亿元', 'CNY 120,000,000'],
    [200_000, '2,000 元', 'CNY 2,000'],
    [1_234_567, '12,345.67 元', 'CNY 12,345.67'],
    [1_234_550, '12,345.50 元', 'CNY 12,345.50'],
    [1_234_500, '12,345 元', 'CNY 12,345'],
    [1_230_000, '1.23 万元', 'CNY 12,300'],
    [1_000_000, '1 万元', 'CNY 10,000'],
    [999_900, '9,999 元', 'CNY 9,999'],
    [10_000_000_000, '1 亿元', 'CNY 100,000,000'],
    [12_345_000_000, '12,345 万元', 'CNY 123,450,000'],
    [9_999_000_000, '9,999 万元', 'CNY 99,990,000'],
    [123_400_000_000_000, '12,340 亿元', 'CNY 1,234,000,000,000'],
    [1, '0.01 元', 'CNY 0.01'],
    [0, '0 元', 'CNY 0'],
    [-50_000_000, '-50 万元', '-CNY 500,000'],
  ])('%i fen', (count, zh, en) => {
    expect([formatMoney(fen(count), 'zh'), formatMoney(fen(count), 'en')]).toEqual([zh, en])
  })

  test('full yuan on request', () => {
    expect(formatMoney(fen(50_000_000), 'zh', { unit: 'yuan' })).toBe('500,000 元')
  })

  test('parse reads back what format writes', () => {
    fc.assert(
      fc.property(anyFen, fc.constantFrom('zh', 'en'), (amount, language) => {
        expect(parseMoney(formatMoney(amount, language))).toEqual({ ok: true, fen: amount })
      }),
    )
  })
})

describe('sumFen', () => {
  test.each<[string, readonly number[], number]>([
    ['nothing', [], 0],
    ['amounts of either sign', [1, -3, 5], 3],
    ['a middle beyond the safe integers', [largest, 1, -1], largest],
  ])('%s', (_name, counts, expected) => expect(sumFen(counts.map(fen))).toBe(expected))

  test('refuses a sum beyond the safe integers', () => {
    expect(() => sumFen([fen(largest), fen(1)])).toThrow(RangeError)
  })
})

describe('exact counts', () => {
  test('fen and yuan', () => {
    expect(fenToExact(fen(150))).toEqual(exact(150))
    expect(fenToYuan(fen(150))).toEqual(exact(3, 2))
  })

  test.each([
    ['5/2 fen down', exact(5, 2), 'down', 2],
    ['5/2 fen up', exact(5, 2), 'up', 3],
    ['5/2 fen half-up', exact(5, 2), 'half-up', 3],
    ['5/2 fen half-even', exact(5, 2), 'half-even', 2],
    ['-1/3 fen up', exact(-1, 3), 'up', 0],
  ] as const)('%s', (_name, count, mode, expected) => {
    expect(exactToFen(count, mode)).toBe(expected)
  })

  test.each([
    ['1/3 yuan down', exact(1, 3), 'down', 33],
    ['1/3 yuan up', exact(1, 3), 'up', 34],
    ['3/2 yuan down', exact(3, 2), 'down', 150],
  ] as const)('%s', (_name, yuan, mode, expected) => {
    expect(yuanToFen(yuan, mode)).toBe(expected)
  })

  test('refuses what does not fit', () => {
    expect(() => exactToFen(exact(2n ** 53n), 'down')).toThrow(RangeError)
  })

  test('there and back changes nothing', () => {
    fc.assert(
      fc.property(anyFen, (amount: Fen) => {
        expect(exactToFen(fenToExact(amount), 'half-even')).toBe(amount)
        expect(yuanToFen(fenToYuan(amount), 'half-even')).toBe(amount)
      }),
    )
  })
})
