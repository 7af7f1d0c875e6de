import type { Asked, Enterprise } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { withAnswer } from './with-answer.ts'

const NOBODY: Enterprise = { uscc: null, name: '', facts: {}, things: {}, awards: [] }
const SELF = { source: 'self', grade: 'D' } as const

describe('an answer', () => {
  const revenue: Asked = {
    kind: 'fact',
    need: { fact: 'enterprise.revenue', year: 2024 },
    thing: null,
  }

  test('is a self-declared value of its year', () => {
    expect(withAnswer(NOBODY, revenue, { kind: 'answer', value: '5' })).toEqual({
      ...NOBODY,
      facts: { 'enterprise.revenue': [{ value: '5', year: 2024, ...SELF }] },
    })
  })

  test('stands beside values of other years', () => {
    const stated = { value: '4', year: 2023, source: 'tax', grade: 'A' } as const
    const before = { ...NOBODY, facts: { 'enterprise.revenue': [stated] } }
    expect(withAnswer(before, revenue, { kind: 'answer', value: '5' }).facts).toEqual({
      'enterprise.revenue': [stated, { value: '5', year: 2024, ...SELF }],
    })
  })

  test('about a thing goes to that thing alone', () => {
    const thing = { id: 'contract-2', name: 'b', facts: {} }
    const other = { id: 'contract-1', name: 'a', facts: {} }
    const asked: Asked = { kind: 'fact', need: { fact: 'contract.value', year: null }, thing }
    const before = { ...NOBODY, things: { contract: [other, thing] } }
    expect(withAnswer(before, asked, { kind: 'answer', value: '5' }).things).toEqual({
      contract: [
        other,
        { ...thing, facts: { 'contract.value': [{ value: '5', year: null, ...SELF }] } },
      ],
    })
  })
})

describe('whether there are things', () => {
  const contracts: Asked = { kind: 'things', of: 'contract' }

  test('none is an empty list', () => {
    expect(withAnswer(NOBODY, contracts, { kind: 'answer', value: null }).things).toEqual({
      contract: [],
    })
  })

  test.each([
    ['cloud', 'cloud'],
    ['', 'contract-1'],
  ])('one called %j', (name, called) => {
    expect(withAnswer(NOBODY, contracts, { kind: 'answer', value: name }).things).toEqual({
      contract: [{ id: 'contract-1', name: called, facts: {} }],
    })
  })
})
