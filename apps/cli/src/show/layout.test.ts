import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capital, hang, labelled, padEnd, padStart, spread, widthOf, wrap } from './layout.ts'
import { paint } from './paint.ts'

const red = (text: string): string => paint({ isColored: true }, 'bad', text)

describe('widths', () => {
  test.each([
    ['abc', 3],
    ['惠企', 4],
    ['惠企 huiqi', 10],
    ['“四上”', 6],
    ['●✓█▒', 4],
    [red('惠企'), 4],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  test('padding counts columns, not characters', () => {
    expect(padEnd('惠企', 6)).toBe('惠企  ')
    expect(padStart('惠企', 6)).toBe('  惠企')
    expect(padEnd('惠企政策', 6)).toBe('惠企政策')
    expect(padStart('惠企政策', 6)).toBe('惠企政策')
  })
})

describe('wrapping', () => {
  test.each([
    ['words', 'one two three', 8, ['one two', 'three']],
    ['exactly full', 'one two', 7, ['one two']],
    ['one column too few', 'one two', 6, ['one', 'two']],
    ['Chinese characters', '惠企政策', 4, ['惠企', '政策']],
    ['no line begins with closing punctuation', '惠企，政策', 4, ['惠', '企，', '政策']],
    ['no line ends with an opening bracket', '惠企（政策）', 6, ['惠企', '（政', '策）']],
    ['a number keeps its Chinese unit', '奖励 50 万元', 8, ['奖励', '50 万元']],
    ['a currency keeps its number', 'up to CNY 500,000', 12, ['up to', 'CNY 500,000']],
    ['digits keep the character behind them', '截至2025年', 8, ['截至', '2025年']],
    [
      'a word that is too long stays whole',
      'a shanghai/2023-several',
      8,
      ['a', 'shanghai/2023-several'],
    ],
    ['line breaks in the text count as blanks', 'one\ntwo', 20, ['one two']],
    ['nothing', '', 10, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  test('colours take no room and do not tear', () => {
    const lines = wrap(`${red('one two')} three`, 8)
    expect(lines.map(widthOf)).toEqual([7, 5])
    expect(lines.join(' ')).toBe(`${red('one two')} three`)
  })

  const texts = fc
    .array(fc.constantFrom('惠', '企', '，', '（', '）', 'word', '12', '%', ' ', '万元', '。'), {
      maxLength: 60,
    })
    .map((parts) => parts.join('').replace(/ +/g, ' ').trim())

  test('nothing but blanks is lost, whatever the width', () => {
    const solid = (text: string): string => text.replaceAll(' ', '')
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(solid(wrap(text, width).join(''))).toBe(solid(text))
      }),
    )
  })

  test('a line is wider than asked only when it cannot be broken', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, width) => {
        for (const line of wrap(text, width)) {
          if (widthOf(line) > width) expect(wrap(line, 1)).toEqual([line])
        }
      }),
    )
  })
})

describe('lines of a page', () => {
  const page = { columns: 24 }

  test('further lines stand under the first', () => {
    expect(hang(page, '  ● ', '数字化服务合同支持和补贴政策')).toBe(
      '  ● 数字化服务合同支持和\n    补贴政策',
    )
  })

  test.each([
    ['at the right edge when it fits', '奖励', '50 万元', '  ● 奖励         50 万元'],
    [
      'below when it does not',
      '数字化服务合同支持',
      '50 万元',
      '  ● 数字化服务合同支持\n                 50 万元',
    ],
    ['nothing when there is none', '奖励', '', '  ● 奖励'],
  ])('an amount stands %s', (_, text, amount, lines) => {
    expect(spread(page, { prefix: '  ● ', text }, amount)).toBe(lines)
  })

  test('labels make a column of their own', () => {
    expect(
      labelled(page, ' ', [
        ['牵头', '市经信委'],
        ['Where', 'a long way to go'],
      ]),
    ).toEqual([' 牵头   市经信委', ' Where  a long way to go'])
  })

  test('headings begin with a large letter', () => {
    expect([capital('unmet'), capital('不符合'), capital('')]).toEqual(['Unmet', '不符合', ''])
  })
})

describe('colours', () => {
  test('are left out where there is no terminal', () => {
    expect(paint({ isColored: false }, 'good', 'met')).toBe('met')
  })

  test('leave nothing behind around nothing', () => {
    expect(paint({ isColored: true }, 'good', '')).toBe('')
  })
})
