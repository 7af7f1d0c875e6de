import { exact } from '@huiqi/domain'
import type { FactDefinition, FactType } from '@huiqi/engine'
import { expect, test } from 'vitest'
import { readValue } from './read-value.ts'

const fact = (type: FactType, rest: Partial<FactDefinition> = {}): FactDefinition => ({
  id: 'enterprise.x',
  subject: 'enterprise',
  name: { zh: '某', en: 'x' },
  type,
  unit: null,
  period: 'point',
  codes: null,
  question: { zh: '？', en: '?' },
  source: 'self',
  grade: 'D',
  effort: 1,
  isChangeable: true,
  isJudgement: false,
  derivation: null,
  ...rest,
})

const PEOPLE = { unit: { zh: '人', en: 'people' } }

test.each([
  ['money', '8600万', exact(8_600_000_000)],
  ['money', '86,000,000', exact(8_600_000_000)],
  ['money', '１.２亿元', exact(12_000_000_000)],
  ['rate', '5', exact(1, 20)],
  ['rate', '5%', exact(1, 20)],
  ['rate', '0.5 %', exact(1, 200)],
  ['count', '120', exact(120)],
  ['count', '1,200', exact(1200)],
  ['number', '-1.5', exact(-3, 2)],
  ['date', '2024/2/29', '2024-02-29'],
  ['date', '从未', 'never'],
  ['date', 'Never', 'never'],
  ['code', 'C33', 'C33'],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
] as const)('%s: %s', (type, typed, value) => {
  expect(readValue(fact(type), typed)).toEqual({ ok: true, value })
})

test('a unit may stand behind the number', () => {
  expect(readValue(fact('count', PEOPLE), '120 人')).toEqual({ ok: true, value: exact(120) })
})

test.each([
  ['money', '  ', 'empty'],
  ['money', 'much', 'money'],
  ['rate', 'half', 'rate'],
  ['number', 'x', 'number'],
  ['count', '1.5', 'count'],
  ['count', '-1', 'count'],
  ['date', '2023-02-29', 'date'],
] as const)('%s: %s is refused', (type, typed, fault) => {
  expect(readValue(fact(type), typed)).toEqual({ ok: false, fault })
})

test.each([
  ['99%', null],
  ['100%', null],
  ['100.01%', 'above'],
  ['0%', null],
  ['-0.01%', 'below'],
])('between its least and greatest value: %s', (typed, fault) => {
  const read = readValue(fact('rate', { min: exact(0), max: exact(1) }), typed)
  expect(read.ok ? null : read.fault).toBe(fault)
})
