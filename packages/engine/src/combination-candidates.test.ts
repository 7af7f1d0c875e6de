import { exact, fen } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { combine } from './combination.ts'
import { candidatesOf, stackingRulesOf } from './combination-candidates.ts'
import type { BenefitKind, Operand, StackingGroup } from './model.ts'
import { situationOf } from './resolve-fact.ts'
import { all, except, HOLE, literal, parameterNamed, words } from './testing/test-condition.ts'
import { clockOn, enterprise, received, thing } from './testing/test-enterprise.ts'
import { award, fixed, measure, perUnit } from './testing/test-measure.ts'
import { rulebookWith } from './testing/test-rulebook.ts'
import { decide } from './verdict.ts'

const stackingGroup = (
  id: string,
  atMost: number | null,
  cap: Operand | null = null,
): StackingGroup => ({ id, says: words(id), provision: 'art-9', atMost, cap })

const clock = clockOn('2025-06-01')
const exclusion = { measure: 'b', provision: 'art-9', says: words('not with b') }

describe('candidatesOf', () => {
  const verdictsOn = (measures: readonly ReturnType<typeof measure>[]) => {
    const rulebook = rulebookWith({ measures })
    const situation = situationOf(
      rulebook,
      enterprise({}, { awards: [received('a', '2024-01-01')] }),
      {
        clock,
      },
    )
    return measures.map((each) => decide(each, situation))
  }

  test('keeps met benefits with their limits and past awards', () => {
    const verdicts = verdictsOn([
      measure('a', { benefit: award(fixed(500)), excludes: [exclusion], stacking: ['g'] }),
      measure('unmet', {
        benefit: award(fixed(500)),
        eligible: except(all()),
      }),
      measure('no-benefit'),
      measure('service', { benefit: award(null, { kind: 'service' }) }),
    ])
    expect(candidatesOf(verdicts)).toEqual([
      {
        key: 'a',
        measure: 'a',
        thing: null,
        amount: { low: fen(500), high: fen(500) },
        frequency: 'once',
        stacking: ['g'],
        excludes: [exclusion],
        usedUpBy: [received('a', '2024-01-01')],
      },
    ])
  })

  test.each<[BenefitKind, boolean]>([
    ['award', true],
    ['subsidy', true],
    ['interest-subsidy', true],
    ['voucher', true],
    ['relief', true],
    ['guarantee', false],
    ['loan', false],
    ['investment', false],
    ['title', false],
  ])('%s counts as money received: %s', (kind, isMoney) => {
    const [candidate] = candidatesOf(
      verdictsOn([measure('m', { benefit: award(fixed(500), { kind }) })]),
    )
    expect(candidate?.amount).toEqual(isMoney ? { low: fen(500), high: fen(500) } : null)
  })

  test('an amount that depends on an unknown fact stays open', () => {
    const benefit = award(perUnit(500, 'enterprise.employees'))
    const [candidate] = candidatesOf(verdictsOn([measure('m', { benefit })]))
    expect(candidate?.amount).toEqual({ low: fen(0), high: null })
  })

  test('things of one measure are candidates of their own', () => {
    const about = measure('p', { about: 'project', benefit: award(fixed(500)) })
    const rulebook = rulebookWith({ measures: [about] })
    const verdicts = [thing('one'), thing('two')].map((each) =>
      decide(about, situationOf(rulebook, enterprise({}), { clock, thing: each })),
    )
    const { chosen, leftOut } = combine(candidatesOf(verdicts), [])
    expect(chosen.map(({ candidate }) => candidate.key)).toEqual(['p#one'])
    expect(leftOut.map(({ candidate, reasons }) => [candidate.key, reasons])).toEqual([
      ['p#two', [{ kind: 'granted-once', chosen: 'p#one' }]],
    ])
  })
})

describe('stackingRulesOf', () => {
  const rulebook = rulebookWith({
    measures: [measure('a', { stacking: ['number', 'sum'] }), measure('b', { stacking: ['sum'] })],
    stackingGroups: [
      stackingGroup('number', 2),
      stackingGroup('sum', null, literal(exact(1000))),
      stackingGroup('parameter', null, parameterNamed('cap')),
      stackingGroup('hole', null, HOLE),
    ],
  })
  const rulesAfter = (...awards: readonly ReturnType<typeof received>[]) =>
    stackingRulesOf(situationOf(rulebook, enterprise({}, { awards }), { clock })).map(
      ({ id, atMost, cap }) => [id, atMost, cap],
    )

  test('are the limits of the text when nothing was received', () => {
    expect(rulesAfter()).toEqual([
      ['number', 2, null],
      ['sum', null, 1000],
      ['parameter', null, 100_000],
      ['hole', null, null],
    ])
  })

  test('are less what was received in the year of submission', () => {
    const earlier = received('a', '2024-12-31', 900)
    const awards = [earlier, received('a', '2025-01-01', 300), received('b', '2025-05-01', 100)]
    expect(rulesAfter(...awards).slice(0, 2)).toEqual([
      ['number', 1, null],
      ['sum', null, 600],
    ])
  })

  test('do not fall below zero', () => {
    const awards = [1, 2, 3].map((month) => received('a', `2025-0${month}-01`, 900))
    expect(rulesAfter(...awards).slice(0, 2)).toEqual([
      ['number', 0, null],
      ['sum', null, 0],
    ])
  })

  test('an award of unknown amount takes nothing from a cap', () => {
    expect(rulesAfter(received('b', '2025-01-01')).slice(1, 2)).toEqual([['sum', null, 1000]])
  })
})
