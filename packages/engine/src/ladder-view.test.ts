import { exact, isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { viewLadder } from './ladder-view.ts'
import type { Ladder, Measure, ScoreTable } from './model.ts'
import { atLeast, guard, leaf, words } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { measure } from './testing/test-measure.ts'
import { rulebookWith, situationWith } from './testing/test-rulebook.ts'

const rung = (id: string, measures: readonly string[], score: string | null = null) => ({
  id,
  name: words(id),
  held: `qualification.${id}`,
  measures,
  score,
})

const LADDER: Ladder = {
  id: 'tiers',
  name: words('tiers'),
  rungs: [
    rung('innovative', ['innovative-2022', 'innovative-2026', 'no-such-measure'], 'points'),
    rung('specialised', ['specialised-2022']),
    rung('giant', []),
  ],
  dates: [],
}

const dated = (id: string, from: string, to: string | null): Measure =>
  measure(id, {
    inForce: { from: isoDate(from), to: to === null ? null : isoDate(to) },
    eligible: leaf('enterprise.patents', atLeast(10)),
  })

const POINTS: ScoreTable = {
  id: 'points',
  name: words('points'),
  provision: 'annex-1',
  max: exact(10),
  groups: [
    {
      id: 'g',
      name: words('g'),
      indicators: [
        {
          id: 'i',
          says: words('i'),
          max: exact(10),
          mode: 'first',
          items: [
            { guards: [guard('enterprise.patents', atLeast(10))], points: exact(7), per: null },
          ],
        },
      ],
    },
  ],
}

const RULEBOOK = rulebookWith({
  scoreTables: [POINTS],
  measures: [
    dated('innovative-2022', '2022-06-01', '2026-03-31'),
    dated('innovative-2026', '2026-04-01', null),
    dated('specialised-2022', '2022-06-01', null),
  ],
})

const view = (facts: FactInputs, asOf = '2025-06-01') =>
  viewLadder(LADDER, situationWith({ rulebook: RULEBOOK, facts, asOf }))

const hold = (...ids: readonly string[]): FactInputs =>
  Object.fromEntries(
    ['innovative', 'specialised', 'giant'].map((id) => [`qualification.${id}`, ids.includes(id)]),
  )

describe('viewLadder', () => {
  test.each<[string, FactInputs, string | null, string | null]>([
    ['nothing held', hold(), null, 'innovative'],
    ['nothing known', {}, null, 'innovative'],
    ['the lowest', hold('innovative'), 'innovative', 'specialised'],
    ['the middle', hold('innovative', 'specialised'), 'specialised', 'giant'],
    ['the top', hold('innovative', 'specialised', 'giant'), 'giant', null],
    [
      'the highest counts although lower ones have lapsed',
      hold('specialised'),
      'specialised',
      'giant',
    ],
    ['the top implies those below', { 'qualification.giant': true }, 'giant', null],
  ])('%s', (_, facts, current, next) => {
    const found = view(facts)
    expect([found.current?.rung.id ?? null, found.next?.rung.id ?? null]).toEqual([current, next])
  })

  test.each([
    ['2026-03-31', ['innovative-2022']],
    ['2026-04-01', ['innovative-2026']],
    ['2022-05-31', []],
  ])('on %s the measures in force are %j', (day, expected) => {
    const [lowest] = view({}, day).rungs
    expect(lowest?.verdicts.map((verdict) => verdict.measure.id)).toEqual(expected)
  })

  test('a rung tells its dates, how its measures come out and its points', () => {
    const facts = {
      'enterprise.patents': 10,
      'qualification.innovative.granted_on': '2024-01-01',
      'qualification.innovative.valid_until': '2026-12-31',
    }
    const [lowest, middle] = view(facts).rungs
    expect([
      lowest?.held.kind === 'known' && lowest.held.value,
      lowest?.grantedOn,
      lowest?.validUntil,
      lowest?.verdicts.map(({ outcome }) => outcome),
      lowest?.score?.total.low,
      middle?.held.kind,
      middle?.grantedOn,
      middle?.validUntil,
      middle?.score,
    ]).toEqual([true, '2024-01-01', '2026-12-31', ['met'], exact(7), 'open', null, null, null])
  })

  test('a rung that is no title has no dates', () => {
    const steps = { ...LADDER, rungs: [{ ...rung('x', []), held: 'enterprise.is_listed' }] }
    const situation = situationWith({ facts: { 'enterprise.is_listed': true } })
    const { current } = viewLadder(steps, situation)
    expect([current?.rung.id, current?.grantedOn, current?.validUntil]).toEqual(['x', null, null])
  })
})
