import { exact, isoDate } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, type Measure, NEVER, NOT_FOUND, type ScoreTable } from '../model.ts'
import type { Situation } from '../situation.ts'
import {
  all,
  any,
  atLeast,
  compared,
  except,
  formulaOf,
  guard,
  HOLE,
  is,
  leaf,
  lessThan,
  noneOf,
  oneOf,
  parameterNamed,
  words,
} from '../testing/test-condition.ts'
import { type FactInputs, yearly } from '../testing/test-enterprise.ts'
import { measure } from '../testing/test-measure.ts'
import { fact, rulebookWith, situationWith } from '../testing/test-rulebook.ts'
import { decide, type Outcome } from '../verdict.ts'
import { OUTCOME_OF_CODE } from './outcome-code.ts'
import { compileProgram } from './program.ts'
import { RANDOM_CONDITION, RANDOM_FACTS, RANDOM_PROJECT } from './random-rules.fixture.ts'

/** Staff gives 20 points from 20 people, patents 1 each up to 1000. */
const SCORE: ScoreTable = {
  id: 'sample',
  name: words('sample'),
  provision: 'annex-1',
  max: exact(1000),
  groups: [
    {
      id: 'only',
      name: words('only'),
      indicators: [
        {
          id: 'staff',
          says: words('staff'),
          max: exact(20),
          mode: 'first',
          items: [
            { guards: [guard('enterprise.employees', atLeast(20))], points: exact(20), per: null },
          ],
        },
        {
          id: 'patents',
          says: words('patents'),
          max: exact(980),
          mode: 'sum',
          items: [
            { guards: [guard('enterprise.patents', atLeast(300))], points: exact(280), per: null },
            { guards: [guard('enterprise.is_advanced', is(true))], points: exact(19), per: null },
          ],
        },
      ],
    },
  ],
}

const RULEBOOK = rulebookWith({
  scoreTables: [SCORE],
  facts: [
    fact('score.sample', 'number', {
      derivation: { kind: 'score', table: 'sample', group: null },
    }),
  ],
})

const outcomesOf = (measures: readonly Measure[], situation: Situation): readonly Outcome[] => {
  const program = compileProgram(measures)
  const out = new Uint8Array(measures.length)
  program.decide(program.encode(situation), out)
  return [...out].map((code) => OUTCOME_OF_CODE[code] ?? 'unmet')
}

const answer = (eligible: Condition, facts: FactInputs): Outcome | undefined =>
  outcomesOf([measure('m', { eligible })], situationWith({ rulebook: RULEBOOK, facts }))[0]

const staff = (count: number): FactInputs => ({ 'enterprise.employees': exact(count) })
const inIndustry = (code: string): FactInputs => ({ 'enterprise.industry': code })
const entered = (date: string): FactInputs => ({ 'enterprise.entered_on': date })

describe('a program', () => {
  const some = leaf('enterprise.employees', atLeast(20))
  const listed = leaf('enterprise.is_listed', is(true))
  const advanced = leaf('enterprise.is_advanced', is(true))
  test.each<[string, Condition, FactInputs, Outcome]>([
    ['at least, on the bound', some, staff(20), 'met'],
    ['at least, one below', some, staff(19), 'unmet'],
    [
      'at most, on the bound',
      leaf('enterprise.employees', compared('at-most', 20)),
      staff(20),
      'met',
    ],
    [
      'at most, one above',
      leaf('enterprise.employees', compared('at-most', 20)),
      staff(21),
      'unmet',
    ],
    [
      'more than, on the bound',
      leaf('enterprise.employees', compared('more-than', 20)),
      staff(20),
      'unmet',
    ],
    ['less than, on the bound', leaf('enterprise.employees', lessThan(20)), staff(20), 'unmet'],
    ['less than, one below', leaf('enterprise.employees', lessThan(20)), staff(19), 'met'],
    ['a missing fact', some, {}, 'unknown'],
    ['a missing judgement', advanced, {}, 'needs-review'],
    ['a missing fact and a missing judgement', all(some, advanced), {}, 'unknown'],
    ['a false part beats a missing one', all(some, listed), staff(1), 'unmet'],
    ['a true branch beats a missing one', any(listed, some), staff(20), 'met'],
    ['an exception that is missing', except(listed), {}, 'unknown'],
    ['an exception that does not hold', except(some), staff(19), 'met'],
    ['a hole in the text', leaf('enterprise.employees', atLeast(HOLE)), staff(20), 'unknown'],
    [
      'a hole beside a failing test',
      leaf('enterprise.employees', atLeast(HOLE), lessThan(20)),
      staff(20),
      'unmet',
    ],
    [
      'a code below a listed one',
      leaf('enterprise.industry', oneOf('C')),
      inIndustry('4011'),
      'met',
    ],
    [
      'a code below a listed one is not that one',
      all(leaf('enterprise.industry', is('C')), leaf('enterprise.industry', oneOf('40'))),
      inIndustry('4011'),
      'unmet',
    ],
    ['a code outside', leaf('enterprise.industry', noneOf('C')), inIndustry('7010'), 'met'],
    [
      'an unknown code never passes none-of',
      leaf('enterprise.industry', noneOf('C')),
      {},
      'unknown',
    ],
    [
      'a section with one division is that division',
      leaf('enterprise.industry', is('40')),
      inIndustry('C'),
      'met',
    ],
    [
      'a section given alone belongs to itself',
      leaf('enterprise.industry', oneOf('C')),
      inIndustry('C'),
      'met',
    ],
    [
      'a date that never came is not before a day',
      leaf('enterprise.entered_on', compared('not-after', '2025-01-01')),
      entered(NEVER),
      'unmet',
    ],
    [
      'a date that is known not to have come',
      leaf('enterprise.entered_on', is(NEVER)),
      entered(NEVER),
      'met',
    ],
    [
      'classes that are all listed',
      leaf('enterprise.size_class', oneOf('large', 'medium', 'small', 'micro')),
      inIndustry('40'),
      'met',
    ],
    [
      'classes of which one is listed',
      leaf('enterprise.size_class', oneOf('micro')),
      { ...inIndustry('40'), ...staff(20) },
      'unknown',
    ],
    [
      'classes of which none is listed',
      leaf('enterprise.size_class', oneOf('large', 'medium')),
      { ...inIndustry('40'), ...staff(20) },
      'unmet',
    ],
    ['a score whose low end is enough', leaf('score.sample', atLeast(20)), staff(20), 'met'],
    [
      'a score whose high end is not enough',
      leaf('score.sample', atLeast(320)),
      staff(20),
      'unmet',
    ],
    ['a score between', leaf('score.sample', atLeast(300)), staff(20), 'unknown'],
    [
      'a score that a judgement decides',
      leaf('score.sample', atLeast(301)),
      { ...staff(20), 'enterprise.patents': exact(300) },
      'needs-review',
    ],
    [
      'a formula on the left',
      leaf(formulaOf('enterprise.employees * 2'), atLeast(40)),
      staff(20),
      'met',
    ],
    [
      'a ratio exactly at the bound',
      leaf('enterprise.rd_ratio@last', atLeast(exact(1, 3))),
      {
        'enterprise.rd_spending': yearly({ 2024: exact(1) }),
        'enterprise.revenue': yearly({ 2024: exact(3) }),
      },
      'met',
    ],
  ])('%s', (_, condition, facts, expected) => {
    expect(answer(condition, facts)).toBe(expected)
  })

  test('answers measures without a rule and out of force', () => {
    const until = (to: string) => ({ from: isoDate('2025-01-01'), to: isoDate(to) })
    const measures = [
      measure('none', { eligible: null }),
      measure('last-day', { inForce: until('2025-06-01') }),
      measure('day-after', { inForce: until('2025-05-31') }),
      measure('open-end', { inForce: { from: isoDate('2025-06-01'), to: NOT_FOUND } }),
      measure('day-before', { inForce: { from: isoDate('2025-06-02'), to: null } }),
    ]
    expect(outcomesOf(measures, situationWith({ rulebook: RULEBOOK }))).toEqual([
      'unknown',
      'met',
      'not-in-force',
      'met',
      'not-in-force',
    ])
  })

  test('follows a dated parameter when the day changes', () => {
    const rule = leaf('enterprise.assets', atLeast(parameterNamed('revenue_floor')))
    const program = compileProgram([measure('m', { eligible: rule })])
    const encoded = program.encode(situationWith({ rulebook: RULEBOOK }))
    const out = new Uint8Array(1)
    const found = ['2023-12-31', '2024-01-01', '2025-01-01'].map((asOf) => {
      const facts = { 'enterprise.assets': exact(15_000) }
      program.encodeInto(encoded, situationWith({ rulebook: RULEBOOK, facts, asOf }))
      program.decide(encoded, out)
      return OUTCOME_OF_CODE[out[0] ?? 0]
    })
    expect(found).toEqual(['met', 'unknown', 'unmet'])
  })
})

const GIVEN = fc.record({
  facts: RANDOM_FACTS,
  project: RANDOM_PROJECT,
  asOf: fc.constantFrom('2023-12-31', '2024-06-01', '2025-01-01', '2025-06-01'),
})

const situationFor = ({
  facts,
  project,
  asOf,
}: {
  readonly facts: FactInputs
  readonly project: FactInputs | null
  readonly asOf: string
}) =>
  situationWith({
    rulebook: RULEBOOK,
    facts,
    asOf,
    ...(project === null ? {} : { thing: project }),
  })

describe('a program on random rules and enterprises', () => {
  test('answers as the plain evaluator does, with one buffer for all', () => {
    fc.assert(
      fc.property(
        fc.array(RANDOM_CONDITION, { minLength: 1, maxLength: 8 }),
        fc.array(GIVEN, { minLength: 1, maxLength: 6 }),
        (conditions, givens) => {
          const measures = conditions.map((eligible, index) => measure(`m${index}`, { eligible }))
          const program = compileProgram(measures)
          const out = new Uint8Array(measures.length)
          const encoded = program.encode(situationWith({ rulebook: RULEBOOK }))
          for (const given of givens) {
            program.encodeInto(encoded, situationFor(given))
            program.decide(encoded, out)
            const plain = situationFor(given)
            expect([...out].map((code) => OUTCOME_OF_CODE[code])).toEqual(
              measures.map((each) => decide(each, plain).outcome),
            )
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
