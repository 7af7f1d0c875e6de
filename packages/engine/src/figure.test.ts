import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { type FigureFact, isFigureFact, isNeverText, readFigure } from './figure.ts'

const fact = (type: FigureFact['type'], rest: Partial<FigureFact> = {}): FigureFact => ({
  id: 'enterprise.x',
  subject: 'enterprise',
  name: { zh: '某', en: 'x' },
  type,
  unit: { zh: '人', en: 'people' },
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

describe('readFigure', () => {
  test.each([
    ['money', '8,600万元', exact(8_600_000_000)],
    ['rate', '5%', exact(1, 20)],
    ['rate', '1', exact(1)],
    ['rate', '120%', exact(6, 5)],
    ['count', '1,200 people', exact(1200)],
    ['count', '0人', exact(0)],
    ['number', '-1.5', exact(-3, 2)],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', 'Never', 'never'],
    ['date', '从未', 'never'],
  ] as const)('%s: %s', (type, text, value) => {
    expect(readFigure(fact(type), text)).toEqual({ ok: true, value })
  })

  test.each([
    ['rate', '1.2', { fault: 'rate-plain' }],
    ['rate', 'half', { fault: 'rate' }],
    ['count', '1,20', { fault: 'number' }],
    ['count', '-1', { fault: 'count' }],
    ['count', '1.5', { fault: 'count' }],
    ['number', '3 persons', { fault: 'number' }],
    ['date', '2023-02-29', { fault: 'date' }],
    ['money', 'much', { fault: 'money', reason: expect.any(String) }],
  ] as const)('%s: %s is refused', (type, text, refusal) => {
    expect(readFigure(fact(type), text)).toEqual({ ok: false, ...refusal })
  })

  test.each([
    ['0', null],
    ['-0.1', 'below'],
    ['10', null],
    ['10.1', 'above'],
  ])('%s lies within its least and greatest value, or not: %s', (text, fault) => {
    const read = readFigure(fact('number', { min: exact(0), max: exact(10) }), text)
    expect(read.ok ? null : read.fault).toBe(fault)
  })
})

test('truths and codes are no figures', () => {
  const { type: _, ...rest } = fact('number')
  expect(isFigureFact({ ...rest, type: 'boolean' })).toBe(false)
  expect(isFigureFact({ ...rest, type: 'code' })).toBe(false)
  expect(isFigureFact({ ...rest, type: 'date' })).toBe(true)
})

test.each([
  ['无', true],
  ['NONE', true],
  ['nothing', false],
])('%s says that a day never came: %s', (text, is) => {
  expect(isNeverText(text)).toBe(is)
})
