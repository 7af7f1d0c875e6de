import { exact, hasCode } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { parseAssumption } from './parse-assumption.ts'
import { townRulebook, wan } from './testing/sample-town.ts'
import type { ThingAssumption } from './thing-assumption.ts'

const DOCUMENT = {
  about: 'project',
  says: { zh: '假设', en: 'assumed' },
  size: 'enterprise.revenue',
  share: { C: '8%', otherwise: 0.01 },
  times: [
    { 'at-least': '2000万元', times: 1 },
    { 'at-least': '4亿元', times: 2.5 },
  ],
  facts: {
    'project.kind': { 'one-of': { technical_renovation: 7, other: 3 } },
    'project.total_investment': {
      of: 'enterprise.revenue',
      median: '8%',
      spread: 1.1,
      step: '1万元',
      missing: '2%',
    },
    'project.approved_investment': { of: 'project.total_investment', from: '70%', to: '100%' },
    'project.has_bank_loan': { true: '45%', missing: 0.04 },
  },
}

const EXPECTED: ThingAssumption = {
  about: 'project',
  says: { zh: '假设', en: 'assumed' },
  size: 'enterprise.revenue',
  sections: { C: 0.08 },
  otherwise: 0.01,
  times: [
    { atLeast: wan(40_000), factor: 2.5 },
    { atLeast: wan(2000), factor: 1 },
  ],
  facts: {
    'project.kind': {
      kind: 'one-of',
      weights: { technical_renovation: 7, other: 3 },
      missing: 0,
    },
    'project.total_investment': {
      kind: 'log-normal',
      of: 'enterprise.revenue',
      median: 0.08,
      spread: 1.1,
      step: wan(1),
      missing: 0.02,
    },
    'project.approved_investment': {
      kind: 'part',
      of: 'project.total_investment',
      from: 0.7,
      to: 1,
      step: exact(1),
      missing: 0,
    },
    'project.has_bank_loan': { kind: 'true', share: 0.45, missing: 0.04 },
  },
}

const faultsOf = (document: unknown): unknown => {
  try {
    return parseAssumption(document, townRulebook())
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    return error.params.issues.map(({ path, params }) => `${path}: ${String(params.expected)}`)
  }
}

const withFact = (id: string, value: unknown) => ({
  ...DOCUMENT,
  facts: { ...DOCUMENT.facts, [id]: value },
})

describe('an assumption', () => {
  test('is read, largest size first', () => {
    expect(parseAssumption(DOCUMENT, townRulebook())).toEqual(EXPECTED)
  })

  test.each<[string, unknown, readonly string[]]>([
    [
      'a kind of thing there is not',
      { ...DOCUMENT, about: 'enterprise' },
      ['about: project, contract, loan, hire, product, exhibition, cluster'],
    ],
    ['a size that is no fact', { ...DOCUMENT, size: 'enterprise.weight' }, ['size: fact']],
    ['a share above one', { ...DOCUMENT, share: { C: '101%' } }, ['share.C: share']],
    ['no sizes', { ...DOCUMENT, times: [] }, ['times: list']],
    [
      'a limit without a unit',
      { ...DOCUMENT, times: [{ 'at-least': '2000', times: 1 }] },
      ['times[0].at-least: money'],
    ],
    ['no facts', { ...DOCUMENT, facts: {} }, ['facts: fact']],
    [
      'a fact of another thing',
      withFact('enterprise.revenue', { true: 1 }),
      ['facts.enterprise.revenue: fact'],
    ],
    [
      'an unknown code',
      withFact('project.kind', { 'one-of': { castle: 1 } }),
      ['facts.project.kind.one-of.castle: code'],
    ],
    [
      'a step of zero and a spread of nothing',
      withFact('project.total_investment', { of: 'enterprise.revenue', median: 0.1, step: '0元' }),
      [
        'facts.project.total_investment.step: money',
        'facts.project.total_investment.spread: positive',
      ],
    ],
    [
      'a multiple of what is not there',
      withFact('project.total_investment', { of: 'enterprise.weight', from: 0.9, to: 0.1 }),
      ['facts.project.total_investment.of: fact', 'facts.project.total_investment.to: positive'],
    ],
    [
      'a truth for an amount',
      withFact('project.total_investment', { true: '50%' }),
      ['facts.project.total_investment: money'],
    ],
  ])('with %s is refused', (_, document, expected) => {
    expect(faultsOf(document)).toEqual(expected)
  })

  test('that is no object is refused', () => {
    expect(faultsOf([1])).toContain(': object')
  })
})
