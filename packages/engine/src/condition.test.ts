import { describe, expect, test } from 'vitest'
import { leavesOf, traceCondition } from './condition.ts'
import type { Condition } from './model.ts'
import type { Openness } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import {
  all,
  any,
  atLeast,
  except,
  HOLE,
  is,
  leaf,
  noneOf,
  yuan,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { situationWith } from './testing/test-rulebook.ts'
import type { Truth } from './truth.ts'

const YES = leaf('enterprise.is_listed', is(true))
const NO = leaf('enterprise.is_listed', is(false))
const OPEN = leaf('enterprise.has_brand', is(true))
const WAITING = leaf('enterprise.patents', atLeast(1))
const JUDGED = leaf('enterprise.is_advanced', is(true))
const HOLED = leaf('enterprise.is_listed', is(HOLE))

const LISTED: FactInputs = { 'enterprise.is_listed': true }

const BRAND = { fact: 'enterprise.has_brand', year: null }
const PATENTS = { fact: 'enterprise.patents', year: null }
const ADVANCED = { fact: 'enterprise.is_advanced', year: null }

describe('nodes', () => {
  test.each<[string, Condition, Truth, Openness]>([
    ['all of nothing', all(), 'true', CLOSED],
    ['any of nothing', any(), 'false', CLOSED],
    ['except nothing', except(), 'true', CLOSED],
    ['all hold', all(YES, YES), 'true', CLOSED],
    ['one of all fails', all(YES, NO), 'false', CLOSED],
    ['one of all is open', all(YES, OPEN), 'open', { ...CLOSED, missing: [BRAND] }],
    ['one of all fails beside an open one', all(OPEN, NO, WAITING), 'false', CLOSED],
    ['any holds', any(NO, YES), 'true', CLOSED],
    ['any holds beside an open one', any(OPEN, YES), 'true', CLOSED],
    ['none of any holds', any(NO, NO), 'false', CLOSED],
    ['any is open', any(NO, OPEN), 'open', { ...CLOSED, missing: [BRAND] }],
    ['an exception holds', except(NO, YES), 'false', CLOSED],
    ['an exception holds beside an open one', except(OPEN, YES), 'false', CLOSED],
    ['no exception holds', except(NO, NO), 'true', CLOSED],
    ['an exception is open', except(NO, OPEN), 'open', { ...CLOSED, missing: [BRAND] }],
    [
      'several are open: each fact once, in order',
      all(WAITING, any(OPEN, WAITING), OPEN),
      'open',
      { ...CLOSED, missing: [PATENTS, BRAND] },
    ],
    [
      'what a definite node lacks is not asked for',
      all(any(YES, WAITING), OPEN),
      'open',
      { ...CLOSED, missing: [BRAND] },
    ],
    [
      'missing facts, judgements and holes stand apart',
      all(JUDGED, HOLED, OPEN),
      'open',
      { missing: [BRAND], reviews: [ADVANCED], gaps: ['not-found'] },
    ],
    ['an exception within an exception', except(except(YES)), 'true', CLOSED],
    [
      'nested three deep',
      all(any(NO, all(YES, except(OPEN))), YES),
      'open',
      { ...CLOSED, missing: [BRAND] },
    ],
  ])('%s', (_, condition, truth, why) => {
    const trace = traceCondition(situationWith({ facts: LISTED }), condition)
    expect([trace.truth, trace.why]).toEqual([truth, why])
  })

  test('an unknown industry passes neither an exception nor none-of', () => {
    const excluded = leaf('enterprise.industry', noneOf('K'))
    const truths = [excluded, except(leaf('enterprise.industry', is('70')))].map(
      (condition) => traceCondition(situationWith(), condition).truth,
    )
    expect(truths).toEqual(['open', 'open'])
  })
})

describe('the trace', () => {
  test('keeps place, provision, statement and parts of each node', () => {
    const condition = all(YES, except(NO))
    const trace = traceCondition(situationWith({ facts: LISTED }), condition)
    expect(trace).toMatchObject({
      kind: 'all',
      path: 'all',
      provision: 'art-1',
      says: condition.says,
      parts: [
        {
          kind: 'leaf',
          path: 'enterprise.is_listed',
          provision: 'art-1',
          says: YES.says,
          leaf: YES,
        },
        { kind: 'except', path: 'except', parts: [{ kind: 'leaf', truth: 'false' }] },
      ],
    })
  })

  test('a leaf tells its value, its comparisons and its distance', () => {
    const condition = leaf('enterprise.assets', atLeast(yuan(100)))
    const facts = { 'enterprise.assets': yuan('99.99') }
    const use = { fact: 'enterprise.assets', year: null, source: null, grade: null }
    expect(traceCondition(situationWith({ facts }), condition)).toEqual({
      kind: 'leaf',
      path: 'enterprise.assets',
      provision: 'art-1',
      says: condition.says,
      truth: 'false',
      why: CLOSED,
      leaf: condition,
      resolved: {
        kind: 'known',
        value: yuan('99.99'),
        uses: [{ ...use, value: yuan('99.99') }],
      },
      tests: [{ test: atLeast(yuan(100)), bound: yuan(100), truth: 'false' }],
      distance: {
        kind: 'number',
        type: 'money',
        direction: 'short',
        by: yuan('0.01'),
        bound: yuan(100),
      },
    })
  })

  test.each([
    ['holds', { 'enterprise.patents': 1 }],
    ['is open', {}],
  ])('a leaf that %s has no distance', (_, facts) => {
    expect(traceCondition(situationWith({ facts }), WAITING)).toMatchObject({ distance: null })
  })

  test('leavesOf reads leaves from left to right', () => {
    const trace = traceCondition(situationWith(), all(any(WAITING, OPEN), except(JUDGED), YES))
    expect(leavesOf(trace).map(({ path }) => path)).toEqual([
      'enterprise.patents',
      'enterprise.has_brand',
      'enterprise.is_advanced',
      'enterprise.is_listed',
    ])
  })
})
