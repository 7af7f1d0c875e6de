import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { Expression } from './feel-ast.ts'
import { knownNumber } from './feel-value.ts'
import { MAXIMUM_TOKENS, parseFormula } from './parse-formula.ts'
import { MAXIMUM_DEPTH } from './token-cursor.ts'

const number = (value: number, offset: number, length = 1): Expression => ({
  kind: 'literal',
  value: knownNumber(exact(value)),
  offset,
  length,
})

const codesOf = (source: string): readonly string[] => {
  const parsed = parseFormula(source)
  return parsed.ok ? [] : parsed.issues.map(({ code }) => code)
}

describe('places in the text', () => {
  test('a node reaches from its first to its last sign', () => {
    expect(parseFormula(' a.b  >= 2')).toEqual({
      ok: true,
      ast: {
        kind: 'comparison',
        operator: '>=',
        left: { kind: 'reference', name: 'a.b', yearOffset: null, offset: 1, length: 3 },
        right: number(2, 9),
        offset: 1,
        length: 9,
      },
    })
  })

  test('a part in parentheses includes them', () => {
    expect(parseFormula('(1)*2')).toEqual({
      ok: true,
      ast: {
        kind: 'arithmetic',
        operator: '*',
        left: number(1, 0, 3),
        right: number(2, 4),
        offset: 0,
        length: 5,
      },
    })
  })

  test('offsets count UTF-16 code units', () => {
    const parsed = parseFormula('"😀" = ')
    expect(parsed).toEqual({
      ok: false,
      issues: [
        {
          code: 'feel.syntax',
          offset: 7,
          length: 0,
          params: { expected: 'expression', found: 'end' },
        },
      ],
    })
  })
})

describe('years', () => {
  test.each([
    ['revenue', null],
    ['last(revenue)', { base: 'last', n: 0 }],
    ['last(revenue, 2)', { base: 'last', n: 1 }],
    ['previous(revenue)', { base: 'same', n: 1 }],
    ['previous(revenue, 2)', { base: 'same', n: 2 }],
    ['this_year(revenue)', { base: 'this', n: 0 }],
  ])('%s counts back from its base', (source, yearOffset) => {
    expect(parseFormula(source)).toEqual({
      ok: true,
      ast: { kind: 'reference', name: 'revenue', yearOffset, offset: 0, length: source.length },
    })
  })
})

describe('limits', () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`

  test('are as documented', () => {
    expect([MAXIMUM_DEPTH, MAXIMUM_TOKENS]).toEqual([100, 2000])
  })

  test('nesting up to the limit is read', () => {
    expect(codesOf(nested(MAXIMUM_DEPTH - 1))).toEqual([])
  })

  test('one level more is refused, once', () => {
    expect(codesOf(nested(MAXIMUM_DEPTH))).toEqual(['feel.depth'])
  })

  test.each([
    ['parentheses', '('],
    ['signs', '-'],
    ['calls', 'min('],
    ['choices', 'if true then 1 else '],
    ['lists', '(1 in ('],
    ['negations', 'not('],
  ])('nested %s without end are refused and never overflow the stack', (_name, opening) => {
    expect(codesOf(opening.repeat(300))).toEqual(['feel.depth'])
  })

  test('a long sum up to the limit is read', () => {
    expect(codesOf(`1${' + 1'.repeat(MAXIMUM_TOKENS / 2 - 1)}`)).toEqual([])
  })

  test('a longer sum is refused', () => {
    expect(codesOf(`1${' + 1'.repeat(MAXIMUM_TOKENS / 2)}`)).toEqual(['feel.too-long'])
  })

  test('a text of 20,000 characters is read and one of 20,001 is refused', () => {
    expect(codesOf(`1${' '.repeat(19_999)}`)).toEqual([])
    expect(codesOf(`1${' '.repeat(20_000)}`)).toEqual(['feel.too-long'])
  })
})
