import { exact, hasCode, isoDate } from '@huiqi/domain'
import { type FactType, NEVER, NOT_FOUND, type Scalar } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { parsePlaceValue, parseScalar } from './parse-value.ts'
import type { Expected, PlaceValue } from './place.ts'
import { townRulebook } from './testing/sample-town.ts'

const INDUSTRIES = townRulebook().codeLists.get('industry') ?? null

describe('a value', () => {
  test.each<[FactType, string, Scalar | null]>([
    ['money', '1000万元', exact(1_000_000_000)],
    ['money', '20M', exact(2_000_000_000)],
    ['money', '1.5m', exact(150_000_000)],
    ['money', '2bn', exact(200_000_000_000)],
    ['money', '500k', exact(50_000_000)],
    ['money', '0元', exact(0)],
    ['money', '1000', null],
    ['money', '-5元', null],
    ['money', '10kg', null],
    ['rate', '10%', exact(1, 10)],
    ['rate', '0.1', exact(1, 10)],
    ['rate', '1/3', exact(1, 3)],
    ['rate', '10', null],
    ['rate', '-1%', null],
    ['count', '1,200', exact(1200)],
    ['count', '1.5', null],
    ['number', '1.5', exact(3, 2)],
    ['boolean', 'yes', true],
    ['boolean', '否', false],
    ['boolean', 'perhaps', null],
    ['date', '2025-09-01', isoDate('2025-09-01')],
    ['date', '2025年9月1日', isoDate('2025-09-01')],
    ['date', 'never', NEVER],
    ['date', '2025-02-30', null],
    ['code', '34', '34'],
    ['code', 'C34', '34'],
    ['code', '3411', '3411'],
    ['code', 'I34', null],
    ['code', '99', null],
  ])('%s %s', (type, text, expected) => {
    expect(parseScalar(text, type, type === 'code' ? INDUSTRIES : null)).toEqual(expected)
  })
})

const MONEY: Expected = { kind: 'figure', type: 'money', index: null, isOptional: false }
const CAP: Expected = { ...MONEY, isOptional: true }
const END: Expected = { kind: 'day', isOptional: true, mayBeHole: true }
const START: Expected = { kind: 'day', isOptional: false, mayBeHole: false }
const LIST: Expected = { kind: 'codes', index: INDUSTRIES }
const CONDITION: Expected = { kind: 'condition' }

const read = (expected: Expected, text: string): unknown => {
  try {
    return parsePlaceValue({ path: 'here', expected }, text)
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    return error.params.issues.map(({ path, params }) => [path, params.expected, params.text])
  }
}

describe('what is written for a place', () => {
  test.each<[string, Expected, string, PlaceValue | unknown]>([
    ['a hole', MONEY, 'not-found', { kind: 'figure', operand: { kind: 'not-found' } }],
    ['no cap', CAP, 'none', { kind: 'none' }],
    ['no cap, in Chinese', CAP, '无', { kind: 'none' }],
    ['none where a figure must be', MONEY, 'none', [['here', 'money', 'none']]],
    ['an end that is not found', END, 'not-found', { kind: 'day', day: NOT_FOUND }],
    ['no end', END, 'none', { kind: 'none' }],
    ['a start that is not found', START, 'not-found', [['here', 'day', 'not-found']]],
    ['codes with commas', LIST, '[34, C, 34]', { kind: 'codes', codes: ['34', 'C'] }],
    ['codes with an unknown one', LIST, '34,99', [['here', 'codes', '34,99']]],
    ['a condition left out', CONDITION, 'none', { kind: 'none' }],
    ['a condition with a value', CONDITION, '5', [['here', 'condition', '5']]],
  ])('%s', (_, expected, text, value) => {
    expect(read(expected, text)).toEqual(value)
  })

  test('an unknown code names the codes of its list', () => {
    const expected: Expected = {
      kind: 'figure',
      type: 'code',
      index: INDUSTRIES,
      isOptional: false,
    }
    try {
      parsePlaceValue({ path: 'here', expected }, 'Z')
      expect.unreachable()
    } catch (error) {
      if (!hasCode(error, 'invalid-input')) throw error
      expect(error.params.issues[0]?.params.allowed).toEqual(['34', '65', 'C', 'I'])
    }
  })
})
