import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pick, toHalfWidth } from './text.ts'

describe('pick', () => {
  const text = { zh: '免申即享', en: 'automatic' }
  test('Chinese', () => expect(pick(text, 'zh')).toBe('免申即享'))
  test('English', () => expect(pick(text, 'en')).toBe('automatic'))
})

describe('toHalfWidth', () => {
  test.each([
    ['digits and comma', '８，６００', '8,600'],
    ['letters', 'Ａｚ', 'Az'],
    ['first and last of the block', '！～', '!~'],
    ['yen sign and ideographic space', '￥　５％', '¥ 5%'],
    ['Chinese characters and their full stop stay', '万元。', '万元。'],
    ['half-width text stays', 'CNY 1.5', 'CNY 1.5'],
    ['nothing', '', ''],
  ])('%s', (_name, text, expected) => expect(toHalfWidth(text)).toBe(expected))

  test('a second pass changes nothing', () => {
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(toHalfWidth(toHalfWidth(text))).toBe(toHalfWidth(text))
      }),
    )
  })
})
