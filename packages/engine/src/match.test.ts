import { isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { Enterprise } from './enterprise.ts'
import type { Match } from './match.ts'
import { matchEnterprise } from './match.ts'
import type { Corpus, Measure } from './model.ts'
import { all, atLeast, is, leaf, operand, words, yuan } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { clockOn, enterprise, received, thing } from './testing/test-enterprise.ts'
import { award, call, fixed, measure, rateOf } from './testing/test-measure.ts'
import { rulebookWith } from './testing/test-rulebook.ts'

const match = (
  measures: readonly Measure[],
  facts: FactInputs = {},
  more: { readonly rest?: Partial<Enterprise>; readonly corpus?: Partial<Corpus> } = {},
): Match =>
  matchEnterprise(
    rulebookWith({ ...more.corpus, measures }),
    enterprise(facts, more.rest ?? {}),
    clockOn('2025-06-01'),
  )

const idsOf = (measures: readonly Measure[]) => measures.map(({ id }) => id)

const outcomesOf = (verdicts: Match['verdicts']) =>
  verdicts.map(({ measure: { id }, thing: about, outcome }) => [id, about?.id ?? null, outcome])

const piles = (found: Match) => ({
  verdicts: outcomesOf(found.verdicts),
  held: outcomesOf(found.held),
  services: idsOf(found.services),
  withoutText: idsOf(found.withoutText),
  withoutThing: idsOf(found.withoutThing),
  notInForce: idsOf(found.notInForce),
})

const EMPTY = {
  verdicts: [],
  held: [],
  services: [],
  withoutText: [],
  withoutThing: [],
  notInForce: [],
}

const PAST = { from: isoDate('2020-01-01'), to: isoDate('2025-05-31') }
const PROJECT = leaf('project.investment', atLeast(yuan(100)))

describe('piles', () => {
  test.each<[string, Measure, Partial<Enterprise>, Partial<ReturnType<typeof piles>>]>([
    ['a measure of the enterprise', measure('a'), {}, { verdicts: [['a', null, 'met']] }],
    ['a service', measure('a', { delivery: 'service', eligible: null }), {}, { services: ['a'] }],
    ['a measure without a rule', measure('a', { eligible: null }), {}, { withoutText: ['a'] }],
    [
      'a service with a rule',
      measure('a', { delivery: 'service' }),
      {},
      { verdicts: [['a', null, 'met']] },
    ],
    ['past', measure('a', { inForce: PAST }), {}, { notInForce: ['a'] }],
    [
      'a past service',
      measure('a', { inForce: PAST, delivery: 'service', eligible: null }),
      {},
      { notInForce: ['a'] },
    ],
    [
      'about things that may exist',
      measure('a', { about: 'project', eligible: PROJECT }),
      {},
      { verdicts: [['a', null, 'unknown']] },
    ],
    [
      'about things that do not exist',
      measure('a', { about: 'project', eligible: PROJECT }),
      { things: { project: [] } },
      { withoutThing: ['a'] },
    ],
    [
      'about things of another kind',
      measure('a', { about: 'project', eligible: PROJECT }),
      { things: { loan: [thing('l1')] } },
      { verdicts: [['a', null, 'unknown']] },
    ],
    [
      'about two things',
      measure('a', { about: 'project', eligible: PROJECT }),
      {
        things: {
          project: [
            thing('p1', { 'project.investment': yuan(100) }),
            thing('p2', { 'project.investment': yuan('99.99') }),
          ],
        },
      },
      {
        verdicts: [
          ['a', 'p1', 'met'],
          ['a', 'p2', 'unmet'],
        ],
      },
    ],
    [
      'without a rule, about things that do not exist',
      measure('a', { about: 'project', eligible: null }),
      { things: { project: [] } },
      { withoutText: ['a'] },
    ],
  ])('%s', (_, asked, rest, expected) => {
    expect(piles(match([asked], {}, { rest }))).toEqual({ ...EMPTY, ...expected })
  })

  test.each<[string, FactInputs, keyof Match]>([
    ['held', { 'qualification.specialised': true }, 'held'],
    ['implied by one that is held', { 'qualification.giant': true }, 'held'],
    ['not held', { 'qualification.specialised': false }, 'verdicts'],
    ['not known', {}, 'verdicts'],
  ])('a measure for a title that is %s', (_, facts, pile) => {
    const benefit = award(null, { kind: 'title', grants: 'specialised' })
    const found = match([measure('a', { benefit })], facts)
    expect(piles(found)).toEqual({ ...EMPTY, [pile]: [['a', null, 'met']] })
    expect(found.combination.chosen.length).toBe(pile === 'held' ? 0 : 1)
  })

  test('measures keep their order', () => {
    expect(piles(match(['c', 'a', 'b'].map((id) => measure(id)))).verdicts).toEqual([
      ['c', null, 'met'],
      ['a', null, 'met'],
      ['b', null, 'met'],
    ])
  })
})

describe('the combination', () => {
  const giving = (id: string, amount: number, rest: Partial<Measure> = {}): Measure =>
    measure(id, { benefit: award(fixed(yuan(amount))), ...rest })
  const exclusion = (id: string) => ({ measure: id, provision: 'art-9', says: words('not both') })

  test('takes the larger of two that exclude each other, and nothing that is not met', () => {
    const found = match([
      giving('small', 10, { excludes: [exclusion('large')] }),
      giving('large', 20),
      giving('open', 90, { eligible: leaf('enterprise.has_brand', is(true)) }),
    ])
    expect([
      found.combination.chosen.map(({ candidate }) => candidate.key),
      found.combination.total,
      found.combination.leftOut.map(({ candidate }) => candidate.key),
    ]).toEqual([['large'], { low: 2000, high: 2000 }, ['small']])
  })

  test('counts what the year has already used of a group', () => {
    const groupOf = (measures: readonly Measure[], awards: Enterprise['awards']) =>
      match(
        measures,
        {},
        {
          rest: { awards },
          corpus: {
            stackingGroups: [
              {
                id: 'g',
                says: words('g'),
                provision: 'art-9',
                atMost: null,
                cap: operand(yuan(50)),
              },
            ],
          },
        },
      ).combination.total.high
    const stacking = ['g']
    const measures = [giving('a', 40, { stacking }), giving('b', 30, { stacking })]
    expect([
      groupOf(measures, []),
      groupOf(measures, [received('a', '2025-01-01', 2000)]),
      groupOf(measures, [received('b', '2024-12-31', 2000)]),
    ]).toEqual([5000, 3000, 4000])
  })

  test('a thing has a benefit of its own', () => {
    const project = ['p1', 'p2'].map((id) => thing(id, { 'project.investment': yuan(100) }))
    const benefit = award(rateOf(1, 'project.investment'), { frequency: 'each' })
    const about = measure('a', { about: 'project', eligible: PROJECT, benefit })
    const { combination } = match([about], {}, { rest: { things: { project } } })
    expect(combination.chosen.map(({ candidate }) => candidate.key)).toEqual(['a#p1', 'a#p2'])
  })
})

test('every measure has the status of its calls on the day of submission', () => {
  const measures = [
    measure('a', { calls: [call('c', '2025-06-01', '2025-12-31')] }),
    measure('b', { inForce: PAST }),
  ]
  expect([...match(measures).calls].map(([id, { kind }]) => [id, kind])).toEqual([
    ['a', 'open'],
    ['b', 'unscheduled'],
  ])
})

test('questions are asked over all verdicts', () => {
  const eligible = all(leaf('enterprise.has_brand', is(true)))
  const { questions } = match([measure('a', { eligible }), measure('b', { eligible })])
  expect(questions.map(({ touches }) => touches)).toEqual([['a', 'b']])
})
