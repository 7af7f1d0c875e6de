import { describe, expect, test } from 'vitest'
import { applyGuard } from './guard.ts'
import type { Test } from './model.ts'
import type { Openness } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import type { ReferenceInput } from './testing/test-condition.ts'
import {
  atLeast,
  compared,
  formulaOf,
  guard,
  HOLE,
  lessThan,
  noneOf,
  parameterNamed,
  yuan,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { yearly } from './testing/test-enterprise.ts'
import { situationWith } from './testing/test-rulebook.ts'
import type { Truth } from './truth.ts'

const missing = (fact: string, year: number | null = null): Openness => ({
  ...CLOSED,
  missing: [{ fact, year }],
})

const BAND = [atLeast(20), lessThan(300)]
const SPAN = [atLeast(20), atLeast(HOLE)]

describe('applyGuard', () => {
  test.each<[string, ReferenceInput, readonly Test[], FactInputs, Truth, Openness]>([
    ['below a band', 'enterprise.employees', BAND, { 'enterprise.employees': 19 }, 'false', CLOSED],
    ['at its foot', 'enterprise.employees', BAND, { 'enterprise.employees': 20 }, 'true', CLOSED],
    [
      'below its top',
      'enterprise.employees',
      BAND,
      { 'enterprise.employees': 299 },
      'true',
      CLOSED,
    ],
    ['at its top', 'enterprise.employees', BAND, { 'enterprise.employees': 300 }, 'false', CLOSED],
    ['unknown', 'enterprise.employees', BAND, {}, 'open', missing('enterprise.employees')],
    ['no tests hold of anything', 'enterprise.employees', [], {}, 'true', CLOSED],
    [
      'a hole behind a test that holds',
      'enterprise.employees',
      SPAN,
      { 'enterprise.employees': 20 },
      'open',
      { ...CLOSED, gaps: ['not-found'] },
    ],
    [
      'a hole behind a test that fails',
      'enterprise.employees',
      SPAN,
      { 'enterprise.employees': 19 },
      'false',
      CLOSED,
    ],
    [
      'an unknown value against a hole',
      'enterprise.employees',
      [atLeast(HOLE), lessThan(HOLE)],
      {},
      'open',
      { ...missing('enterprise.employees'), gaps: ['not-found'] },
    ],
    [
      'a judgement that was not made',
      'enterprise.is_advanced',
      [compared('is', true)],
      {},
      'open',
      { ...CLOSED, reviews: [{ fact: 'enterprise.is_advanced', year: null }] },
    ],
    [
      'an unknown industry that must not be one of these',
      'enterprise.industry',
      [noneOf('K')],
      {},
      'open',
      missing('enterprise.industry'),
    ],
    [
      'a class below a code that must not be',
      'enterprise.industry',
      [noneOf('K')],
      { 'enterprise.industry': '7010' },
      'false',
      CLOSED,
    ],
    [
      'last year counts from the year of submission',
      'enterprise.revenue@last',
      [atLeast(yuan(100))],
      { 'enterprise.revenue': yearly({ 2025: yuan(200), 2024: yuan(99), 2023: yuan(200) }) },
      'false',
      CLOSED,
    ],
    [
      'this year',
      'enterprise.revenue@this',
      [atLeast(yuan(100))],
      { 'enterprise.revenue': yearly({ 2025: yuan(100), 2024: yuan(99) }) },
      'true',
      CLOSED,
    ],
    [
      'the year before last, not known',
      'enterprise.revenue@before-last',
      [atLeast(yuan(100))],
      { 'enterprise.revenue': yearly({ 2025: yuan(100), 2024: yuan(100) }) },
      'open',
      missing('enterprise.revenue', 2023),
    ],
    [
      'a dated parameter',
      'enterprise.revenue@last',
      [atLeast(parameterNamed('revenue_floor'))],
      { 'enterprise.revenue': yearly({ 2024: yuan(200) }) },
      'true',
      CLOSED,
    ],
    [
      'a formula',
      formulaOf('enterprise.employees * 2'),
      [atLeast(40)],
      { 'enterprise.employees': 20 },
      'true',
      CLOSED,
    ],
    [
      'a formula over something unknown',
      formulaOf('enterprise.employees * 2'),
      [atLeast(40)],
      {},
      'open',
      missing('enterprise.employees'),
    ],
  ])('%s', (_, reference, tests, facts, truth, why) => {
    const found = applyGuard(situationWith({ facts }), guard(reference, ...tests))
    expect([found.truth, found.why]).toEqual([truth, why])
  })

  test('tells the value, its use and each comparison', () => {
    const below = lessThan(300)
    const facts = { 'enterprise.employees': 300 }
    const used = { fact: 'enterprise.employees', year: null, source: null, grade: null }
    expect(applyGuard(situationWith({ facts }), guard('enterprise.employees', below))).toEqual({
      resolved: {
        kind: 'known',
        value: { n: 300n, d: 1n },
        uses: [{ ...used, value: { n: 300n, d: 1n } }],
      },
      outcomes: [{ test: below, bound: { n: 300n, d: 1n }, truth: 'false', gap: null }],
      truth: 'false',
      why: CLOSED,
    })
  })

  test('a fact that the vocabulary lacks is a bug of the corpus', () => {
    expect(() => applyGuard(situationWith(), guard('enterprise.nothing', atLeast(1)))).toThrow(
      new RangeError('unknown fact: enterprise.nothing'),
    )
  })
})
