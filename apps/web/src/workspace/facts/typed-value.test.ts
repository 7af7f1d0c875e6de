import { parseMoney } from '@huiqi/domain'
import { constantFrom, assert as hold, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { type FactType, splitMoney, typedMoney, typedValue } from './typed-value.ts'

test.each([
  ['860000000', '860', '万元'],
  ['1000000', '1', '万元'],
  ['999900', '9999', '元'],
  ['100', '1', '元'],
  ['101', '1.01', '元'],
  ['110', '1.1', '元'],
  ['7', '0.07', '元'],
  ['0', '0', '万元'],
  ['-250', '-2.5', '元'],
  ['-3000000', '-3', '万元'],
  ['1/3', '', '万元'],
])('%s fen are typed as %s %s', (fen, amount, unit) => {
  expect(typedMoney(fen)).toEqual({ amount, unit })
})

test('an amount that is typed means the same fen again', () => {
  hold(
    property(integer({ min: -1_000_000_000, max: 1_000_000_000 }), (fen) => {
      const { amount, unit } = typedMoney(String(fen))
      expect(parseMoney(amount + unit)).toEqual({ ok: true, fen })
    }),
  )
})

test('an amount and its unit come apart as they were put together', () => {
  hold(
    property(
      integer({ min: 0, max: 1_000_000 }),
      constantFrom('元', '万元', '亿元'),
      (count, unit) => {
        expect(splitMoney(`${count}${unit}`)).toEqual({ amount: String(count), unit })
      },
    ),
  )
})

test.each<[FactType, string | boolean | null, string | boolean | null]>([
  ['money', '860000000', '860万元'],
  ['money', '1/3', null],
  ['rate', '0.05', '5%'],
  ['rate', '1', '100%'],
  ['rate', '0.125', '12.5%'],
  ['count', '12', '12'],
  ['date', '2024-05-01', '2024-05-01'],
  ['date', 'never', 'never'],
  ['code', 'C33', 'C33'],
  ['boolean', false, false],
  ['money', null, null],
])('a %s of %s is typed as %s', (type, value, typed) => {
  expect(typedValue(type, value)).toBe(typed)
})
