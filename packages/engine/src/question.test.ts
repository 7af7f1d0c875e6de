import { describe, expect, test } from 'vitest'
import type { Enterprise } from './enterprise.ts'
import { matchEnterprise } from './match.ts'
import type { Measure } from './model.ts'
import type { Question } from './question.ts'
import { needKey } from './resolved.ts'
import { all, atLeast, is, leaf, yuan } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { clockOn, enterprise, received, thing } from './testing/test-enterprise.ts'
import { award, fixed, limited, measure, perUnit } from './testing/test-measure.ts'
import { rulebookWith } from './testing/test-rulebook.ts'

const keyOf = ({ asked }: Question): string =>
  asked.kind === 'things' ? `any ${asked.of}?` : `${needKey(asked.need)}${asked.thing?.id ?? ''}`

/** Each question with its worth, what it decides and what it touches. */
const ask = (
  measures: readonly Measure[],
  facts: FactInputs = {},
  rest: Partial<Enterprise> = {},
) => {
  const rulebook = rulebookWith({ measures })
  const { questions } = matchEnterprise(rulebook, enterprise(facts, rest), clockOn('2025-06-01'))
  return questions.map((question) => [
    keyOf(question),
    question.worth,
    question.decides,
    question.touches,
  ])
}

const BRAND = leaf('enterprise.has_brand', is(true))
const PATENTS = leaf('enterprise.patents', atLeast(10))
const RND = leaf('enterprise.rd_spending@last', atLeast(1))

const giving = (id: string, amount: number, rest: Partial<Measure> = {}): Measure =>
  measure(id, { benefit: award(fixed(yuan(amount))), ...rest })

const YES = { 'enterprise.has_brand': true }

describe('nextQuestions', () => {
  test('nothing is open, nothing is asked', () => {
    expect(ask([giving('a', 100, { eligible: BRAND })], YES)).toEqual([])
  })

  test('the one thing missing decides', () => {
    expect(ask([giving('a', 100, { eligible: BRAND })])).toEqual([
      ['enterprise.has_brand', 100, ['a'], ['a']],
    ])
  })

  test('a measure shares its worth among all that it lacks', () => {
    expect(ask([giving('a', 100, { eligible: all(BRAND, PATENTS) })])).toEqual([
      ['enterprise.has_brand', 50, [], ['a']],
      ['enterprise.patents', 50, [], ['a']],
    ])
  })

  test('effort divides the worth', () => {
    expect(
      ask([giving('a', 300, { eligible: RND }), giving('b', 101, { eligible: BRAND })]),
    ).toEqual([
      ['enterprise.has_brand', 101, ['b'], ['b']],
      ['enterprise.rd_spending@2024', 100, ['a'], ['a']],
    ])
  })

  test('a question collects its shares', () => {
    const measures = [
      giving('a', 100, { eligible: all(BRAND, PATENTS) }),
      giving('b', 30, { eligible: PATENTS }),
    ]
    expect(ask(measures)).toEqual([
      ['enterprise.patents', 80, ['b'], ['a', 'b']],
      ['enterprise.has_brand', 50, [], ['a']],
    ])
  })

  test('among equals the one that touches more comes first', () => {
    const measures = [
      giving('a', 100, { eligible: BRAND }),
      giving('b', 50, { eligible: PATENTS }),
      giving('c', 50, { eligible: PATENTS }),
    ]
    expect(ask(measures).map(([key]) => key)).toEqual([
      'enterprise.patents',
      'enterprise.has_brand',
    ])
  })

  test.each<[string, Partial<Measure>, number]>([
    ['a title', { benefit: award(null, { kind: 'title' }) }, 50_000],
    ['a loan', { benefit: award(fixed(yuan(9)), { kind: 'loan' }) }, 50_000],
    ['a guarantee', { benefit: award(fixed(yuan(9)), { kind: 'guarantee' }) }, 50_000],
    ['an investment', { benefit: award(fixed(yuan(9)), { kind: 'investment' }) }, 50_000],
    ['a voucher', { benefit: award(fixed(yuan(9)), { kind: 'voucher' }) }, 9],
    ['no benefit', { benefit: null }, 50_000],
    ['an amount that was not found', { benefit: award({ kind: 'not-found' }) }, 50_000],
    [
      'an open amount with a low end',
      { benefit: award({ kind: 'at-least', amount: fixed(yuan(7)) }) },
      7,
    ],
    ['very much', { benefit: award(fixed(yuan(6_000_000))) }, 5_000_000],
  ])('the worth of %s', (_, rest, worth) => {
    expect(ask([measure('a', { eligible: BRAND, ...rest })])).toEqual([
      ['enterprise.has_brand', worth, ['a'], ['a']],
    ])
  })

  test.each<[string, Measure['benefit'], number]>([
    ['up to a cap', award(limited(perUnit(yuan(10), 'enterprise.patents'), { cap: yuan(70) })), 70],
    [
      'between a floor and a cap',
      award(limited(perUnit(yuan(10), 'enterprise.patents'), { cap: yuan(70), floor: yuan(20) })),
      50,
    ],
    [
      'above a floor',
      award(limited(perUnit(yuan(10), 'enterprise.patents'), { floor: yuan(20) })),
      20,
    ],
    ['without any end', award(perUnit(yuan(10), 'enterprise.patents')), 50_000],
  ])('a met measure whose amount is open: %s', (_, benefit, worth) => {
    expect(ask([measure('a', { eligible: BRAND, benefit })], YES)).toEqual([
      ['enterprise.patents', worth, ['a'], ['a']],
    ])
  })

  test.each<[string, Partial<Measure>, FactInputs, Partial<Enterprise>]>([
    ['unmet', { eligible: all(BRAND, PATENTS) }, { 'enterprise.has_brand': false }, {}],
    [
      'not in force',
      { inForce: { from: clockOn('2026-01-01').asOf, to: null }, eligible: BRAND },
      {},
      {},
    ],
    ['used up', { eligible: BRAND }, {}, { awards: [received('a', '2021-01-01')] }],
    ['without a rule', { eligible: null }, {}, {}],
    ['waiting for a judgement', { eligible: leaf('enterprise.is_advanced', is(true)) }, {}, {}],
  ])('a measure that is %s asks nothing', (_, rest, facts, more) => {
    expect(ask([giving('a', 100, rest)], facts, more)).toEqual([])
  })
})

describe('questions about things', () => {
  const eligible = all(leaf('project.investment', atLeast(yuan(100))), BRAND)
  const about = giving('a', 100, { about: 'project', eligible })

  test('whether there are any comes before their facts', () => {
    expect(ask([about], YES)).toEqual([['any project?', 50, [], ['a']]])
  })

  test('facts of the enterprise are asked for beside it', () => {
    expect(ask([about])).toEqual([
      ['enterprise.has_brand', 50, [], ['a']],
      ['any project?', 25, [], ['a']],
    ])
  })

  test.each([
    ['contract', 50],
    ['exhibition', 100 / 3],
    ['cluster', 5],
  ] as const)('a %s takes effort of its own', (about, worth) => {
    const judged = leaf('enterprise.is_advanced', is(true))
    expect(ask([giving('a', 100, { about, eligible: judged })])).toEqual([
      [`any ${about}?`, worth, [], ['a']],
    ])
  })

  test('one question serves every measure about them', () => {
    expect(ask([about, { ...about, id: 'b' }], YES)).toEqual([
      ['any project?', 100, [], ['a', 'b']],
    ])
  })

  test('each thing has questions of its own; those of the enterprise are asked once', () => {
    const project = [thing('p1'), thing('p2', { 'project.investment': yuan(100) })]
    expect(ask([about], {}, { things: { project } })).toEqual([
      ['enterprise.has_brand', 150, ['a'], ['a']],
      ['project.investmentp1', 50, [], ['a']],
    ])
  })

  test('two things that lack the same fact have a question each', () => {
    const project = [thing('p1'), thing('p2')]
    expect(ask([about], YES, { things: { project } })).toEqual([
      ['project.investmentp1', 100, ['a'], ['a']],
      ['project.investmentp2', 100, ['a'], ['a']],
    ])
  })

  test('known to have none: nothing is asked', () => {
    expect(ask([about], {}, { things: { project: [] } })).toEqual([])
  })
})
