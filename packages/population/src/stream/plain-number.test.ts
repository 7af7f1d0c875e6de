import { exact, multiply, parseExact } from '@huiqi/domain'
import { assert, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { plainNumber } from './plain-number.ts'

test.each([
  ['8.6E7', '86000000'],
  ['1e3', '1000'],
  ['-2.5e-3', '-0.0025'],
  ['12.50e1', '125'],
  ['1E+2', '100'],
  ['0e5', '0'],
  ['100e-2', '1'],
  ['86000000', '86000000'],
  ['0.05', '0.05'],
  ['1e9999', '1e9999'],
])('%s is %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain)
})

test('no digit is lost or made up', () => {
  const parts = tuple(integer(), integer({ min: 0, max: 999_999 }), integer({ min: -30, max: 30 }))
  assert(
    property(parts, ([whole, fraction, exponent]) => {
      const mantissa = `${whole}.${fraction}`
      const power = 10n ** BigInt(Math.abs(exponent))
      const scale = exponent < 0 ? exact(1n, power) : exact(power)
      const expected = multiply(parseExact(mantissa) ?? exact(0), scale)
      expect(parseExact(plainNumber(`${mantissa}e${exponent}`))).toEqual(expected)
    }),
  )
})
