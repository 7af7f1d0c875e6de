import { hasCode, isoDate } from '@huiqi/domain'
import { type Measure, NOT_FOUND } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { measure } from '../city/testing/small-rulebook.ts'
import type { PlaceValue } from './place.ts'
import { findPlace, placesOf } from './places.ts'
import {
  award,
  factReference,
  leafAt,
  literal,
  renovation,
  researchAward,
  townRulebook,
  wan,
} from './testing/sample-town.ts'

const RULEBOOK = townRulebook()

const pathsOf = (each: Measure): readonly string[] =>
  placesOf(RULEBOOK, each).map(({ path }) => path)

const BANDED = measure('town/banded', {
  calls: [{ id: 'spring', from: isoDate('2025-03-01'), to: NOT_FOUND, says: null }],
  eligible: {
    kind: 'any',
    path: 'eligible',
    provision: 'art-1',
    says: { zh: '', en: '' },
    parts: [
      leafAt(
        'eligible.any[0]',
        'enterprise.entered_on',
        { word: 'not-before', value: literal('2025-01-01') },
        { word: 'not-after', value: literal('2025-12-31') },
      ),
    ],
  },
  benefit: award({
    kind: 'first',
    bands: [
      {
        guards: [
          {
            reference: factReference('enterprise.employees'),
            tests: [{ word: 'at-least', value: { kind: 'not-found' } }],
          },
        ],
        amount: { kind: 'fixed', value: literal(wan(10)) },
      },
      {
        guards: [],
        amount: {
          kind: 'per-unit',
          value: literal(wan(1)),
          units: factReference('enterprise.employees'),
        },
      },
    ],
  }),
})

describe('the places of a measure', () => {
  test.each<[string, Measure, readonly string[]]>([
    [
      'conditions with their tests, a rate and its cap',
      researchAward(1000, 50),
      [
        'in-force.from',
        'in-force.to',
        'eligible.all[0]',
        'eligible.all[0].at-least',
        'eligible.all[1]',
        'eligible.all[1].one-of',
        'benefit.amount.rate',
        'benefit.amount.cap',
        'benefit.amount.floor',
      ],
    ],
    [
      'an upper bound that an officer fills',
      renovation(),
      [
        'in-force.from',
        'in-force.to',
        'eligible.all[0]',
        'eligible.all[0].is',
        'eligible.all[1]',
        'eligible.all[1].at-least',
        'benefit.amount.at-most.rate',
        'benefit.amount.cap',
        'benefit.amount.floor',
      ],
    ],
    [
      'calls, bands and the only branch, which has to stay',
      BANDED,
      [
        'in-force.from',
        'in-force.to',
        'calls[0].from',
        'calls[0].to',
        'eligible.any[0].not-before',
        'eligible.any[0].not-after',
        'benefit.amount.first[0].if[0].at-least',
        'benefit.amount.first[0].amount',
        'benefit.amount.first[1].amount.per-unit',
        'benefit.amount.cap',
        'benefit.amount.floor',
      ],
    ],
    [
      'no rule and no benefit',
      measure('town/bare', { eligible: null }),
      ['in-force.from', 'in-force.to'],
    ],
  ])('%s', (_, each, expected) => {
    expect(pathsOf(each)).toEqual(expected)
  })

  test.each([researchAward(1000, 50), renovation(), BANDED])(
    'put back, the value of each leaves $id as it is',
    (each) => {
      const places = placesOf(RULEBOOK, each).filter(
        ({ expected }) => expected.kind !== 'condition',
      )
      expect(places.map(({ put, value }) => put(value))).toEqual(places.map(() => each))
    },
  )
})

const allowedFor = (each: Measure, path: string): unknown => {
  try {
    return findPlace(placesOf(RULEBOOK, each), path).path
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    return error.params.issues.map(({ code, params }) => [code, params.allowed])
  }
}

describe('a place is found', () => {
  test.each<[string, Measure, string, unknown]>([
    ['by its path', renovation(), 'eligible.all[1].at-least', 'eligible.all[1].at-least'],
    ['by its fact', renovation(), 'project.total_investment.at-least', 'eligible.all[1].at-least'],
    ['by its fact alone, as the whole condition', renovation(), 'project.kind', 'eligible.all[0]'],
    [
      'by fact and year',
      researchAward(1, 1),
      'enterprise.revenue@last.at-least',
      'eligible.all[0].at-least',
    ],
    ['by enough words', renovation(), 'benefit.amount.rate', 'benefit.amount.at-most.rate'],
    ['by its last word when no other has it', renovation(), 'rate', 'benefit.amount.at-most.rate'],
    [
      'by the word of the file for a span',
      BANDED,
      'eligible.any[0].within.to',
      'eligible.any[0].not-after',
    ],
    ['by the id of a call', BANDED, 'calls.spring.to', 'calls[0].to'],
    [
      'not when several fit',
      BANDED,
      'from',
      [
        [
          'simulate.path-ambiguous',
          ['in-force.from', 'calls[0].from', 'eligible.any[0].not-before'],
        ],
      ],
    ],
  ])('%s', (_, each, path, expected) => {
    expect(allowedFor(each, path)).toEqual(expected)
  })

  test('not when none fits; all that exist are named', () => {
    expect(allowedFor(BANDED, 'enterprise.revenu.at-least')).toEqual([
      ['simulate.path', pathsOf(BANDED)],
    ])
  })
})

const changed = (each: Measure, path: string, value: PlaceValue): Measure =>
  findPlace(placesOf(RULEBOOK, each), path).put(value)

const NONE: PlaceValue = { kind: 'none' }

describe('another value', () => {
  test('stands in place of a parameter', () => {
    const next = changed(renovation(), 'project.total_investment.at-least', {
      kind: 'figure',
      operand: literal(wan(2000)),
    })
    const { eligible } = renovation()
    if (eligible?.kind !== 'all') throw new TypeError('all')
    const [kind] = eligible.parts
    expect(next).toEqual({
      ...renovation(),
      eligible: {
        ...eligible,
        parts: [
          kind,
          leafAt('eligible.all[1]', 'project.total_investment', {
            word: 'at-least',
            value: literal(wan(2000)),
          }),
        ],
      },
    })
  })

  test('adds a cap around an amount that has none', () => {
    const next = changed(renovation(), 'cap', { kind: 'figure', operand: literal(wan(100)) })
    expect(next.benefit?.amount).toEqual({
      kind: 'limited',
      amount: renovation().benefit?.amount,
      cap: literal(wan(100)),
      floor: null,
      round: null,
    })
  })

  test('takes the only cap away, and the limits with it', () => {
    const next = changed(researchAward(1000, 50), 'cap', NONE)
    expect(next.benefit?.amount?.kind).toBe('rate')
  })

  test('leaves a condition out', () => {
    const next = changed(renovation(), 'project.kind', NONE)
    expect(pathsOf(next)).not.toContain('eligible.all[0]')
    expect(pathsOf(next)).toContain('eligible.all[1].at-least')
  })

  test('opens the end', () => {
    expect(changed(renovation(), 'in-force.to', NONE).inForce.to).toBe(null)
  })

  test('of another kind is refused', () => {
    expect(() => changed(renovation(), 'rate', NONE)).toThrow(TypeError)
    expect(() => changed(renovation(), 'project.kind', { kind: 'condition' })).toThrow(TypeError)
  })
})
