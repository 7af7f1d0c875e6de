import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallestChange } from './change.ts'
import type { LeafTrace, Trace } from './condition.ts'
import { leavesOf, traceCondition } from './condition.ts'
import type { Condition } from './model.ts'
import {
  all,
  any,
  atLeast,
  compared,
  except,
  formulaOf,
  group,
  is,
  leaf,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { fact, rulebookWith, situationWith } from './testing/test-rulebook.ts'
import type { Truth } from './truth.ts'
import { allOf, anyOf, negated } from './truth.ts'

const LISTED = leaf('enterprise.is_listed', is(true))
const BRAND = leaf('enterprise.has_brand', is(true))
const STAFF = leaf('enterprise.employees', atLeast(100))
const PATENTS = leaf('enterprise.patents', atLeast(10))
const MORE_PATENTS = leaf('enterprise.patents', atLeast(20))
const DISTRICT = leaf('enterprise.district', is('310115'))
const YOUNG = leaf('enterprise.founded_on', compared('not-before', '2020-01-01'))
const OPEN = leaf('enterprise.assets', atLeast(1))

/** Brand and patents hold; listing, staff and age fail; assets are not known. */
const FACTS: FactInputs = {
  'enterprise.is_listed': false,
  'enterprise.has_brand': true,
  'enterprise.district': '310101',
  'enterprise.employees': 99,
  'enterprise.patents': 10,
  'enterprise.founded_on': '2019-12-31',
}

const changesOf = (condition: Condition): readonly string[] | null => {
  const situation = situationWith({ facts: FACTS })
  const plan = smallestChange(situation.rulebook, traceCondition(situation, condition))
  return plan?.map(({ leaf: { path }, to }) => `${path} ${to}`) ?? null
}

describe('smallestChange', () => {
  test.each<[string, Condition, readonly string[] | null]>([
    ['a condition that holds', all(BRAND), []],
    ['a condition that is open', all(BRAND, OPEN), []],
    ['a leaf that fails', STAFF, ['enterprise.employees hold']],
    [
      'all: every part that fails',
      all(LISTED, BRAND, STAFF),
      ['enterprise.is_listed hold', 'enterprise.employees hold'],
    ],
    ['any: one part', any(YOUNG, STAFF), ['enterprise.employees hold']],
    ['any: the nearest of equals', any(MORE_PATENTS, STAFF), ['enterprise.employees hold']],
    [
      'any: what can be measured before what cannot',
      any(LISTED, STAFF),
      ['enterprise.employees hold'],
    ],
    ['any: the first of equals', any(LISTED, DISTRICT), ['enterprise.is_listed hold']],
    [
      'any: fewer changes before nearer ones',
      any(all(STAFF, leaf('enterprise.employees', atLeast(101))), LISTED),
      ['enterprise.is_listed hold'],
    ],
    [
      'any: the part with the fewest changes',
      any(all(LISTED, STAFF), STAFF),
      ['enterprise.employees hold'],
    ],
    [
      'except: what holds ceases',
      except(BRAND, LISTED, PATENTS),
      ['enterprise.has_brand cease', 'enterprise.patents cease'],
    ],
    ['except all: one part ceases', except(all(BRAND, PATENTS)), ['enterprise.has_brand cease']],
    [
      'except any: every part that holds ceases',
      except(any(BRAND, LISTED, PATENTS)),
      ['enterprise.has_brand cease', 'enterprise.patents cease'],
    ],
    ['except except: one part holds', except(except(LISTED, STAFF)), ['enterprise.employees hold']],
    ['any of nothing cannot hold', any(), null],
    ['except all of nothing cannot hold', except(all()), null],
    ['a date that is past', YOUNG, null],
    ['all with a date that is past', all(STAFF, YOUNG), null],
    [
      'any beside a date that is past',
      any(YOUNG, all(LISTED, STAFF)),
      ['enterprise.is_listed hold', 'enterprise.employees hold'],
    ],
    ['an open part needs no change', all(STAFF, OPEN), ['enterprise.employees hold']],
    [
      'except beside an exception that cannot cease',
      except(leaf('enterprise.founded_on', compared('not-after', '2020-01-01')), BRAND),
      null,
    ],
    [
      'a formula over something that can be changed',
      leaf(formulaOf('enterprise.patents * 2'), atLeast(30)),
      ['enterprise.patents * 2 hold'],
    ],
    [
      'a formula over nothing that can be changed',
      leaf(formulaOf('full_years_between(enterprise.founded_on, as_of)'), atLeast(30)),
      null,
    ],
    [
      'a formula over both',
      leaf(
        formulaOf('full_years_between(enterprise.founded_on, as_of) + enterprise.patents'),
        atLeast(30),
      ),
      ['full_years_between(enterprise.founded_on, as_of) + enterprise.patents hold'],
    ],
  ])('%s', (_, condition, expected) => {
    expect(changesOf(condition)).toEqual(expected)
  })
})

const COUNT = 7

/** Truths that can and truths that cannot be changed, in turn. */
const RULEBOOK = rulebookWith({
  facts: Array.from({ length: COUNT }, (_, at) =>
    fact(`enterprise.f${at}`, 'boolean', { isChangeable: at % 3 !== 0 }),
  ),
})

const { node } = fc.letrec<{ node: Condition; leaf: Condition; group: Condition }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('group')),
  leaf: fc.nat({ max: COUNT - 1 }).map((at) => leaf(`enterprise.f${at}`, is(true))),
  group: fc
    .record({
      kind: fc.constantFrom('all' as const, 'any' as const, 'except' as const),
      parts: fc.array(tie('node'), { maxLength: 4 }),
    })
    .map(({ kind, parts }) => group(kind, parts)),
}))

const facts = fc
  .array(fc.option(fc.boolean()), { minLength: COUNT, maxLength: COUNT })
  .map(
    (truths): FactInputs =>
      Object.fromEntries(
        truths.flatMap((truth, at) => (truth === null ? [] : [[`enterprise.f${at}`, truth]])),
      ),
  )

const truthWith = (trace: Trace, flipped: ReadonlySet<LeafTrace>): Truth => {
  if (trace.kind === 'leaf') return flipped.has(trace) ? negated(trace.truth) : trace.truth
  const truths = trace.parts.map((part) => truthWith(part, flipped))
  if (trace.kind === 'all') return allOf(truths)
  return trace.kind === 'any' ? anyOf(truths) : negated(anyOf(truths))
}

const isChangeable = ({ path, truth }: LeafTrace): boolean =>
  truth !== 'open' && RULEBOOK.facts.get(path)?.isChangeable === true

/** The size of the smallest set of leaves that turns the trace, by trying every set. */
const fewestByForce = (trace: Trace): number | null => {
  const leaves = leavesOf(trace).filter(isChangeable)
  const sizes = Array.from({ length: 2 ** leaves.length }, (_, bits) => {
    const flipped = new Set(leaves.filter((_, at) => (bits >> at) & 1))
    return truthWith(trace, flipped) === 'false' ? [] : [flipped.size]
  }).flat()
  return sizes.length === 0 ? null : Math.min(...sizes)
}

test('the changes turn the condition, and no smaller set does', () => {
  fc.assert(
    fc.property(node, facts, (condition, given) => {
      const trace = traceCondition(situationWith({ rulebook: RULEBOOK, facts: given }), condition)
      fc.pre(leavesOf(trace).length <= 10)
      const plan = smallestChange(RULEBOOK, trace)
      expect(plan?.length ?? null).toBe(fewestByForce(trace))
      if (plan === null) return
      const flipped = new Set(plan.map((change) => change.leaf))
      expect(truthWith(trace, flipped) === 'false').toBe(false)
      const names = plan.map((change) => (change.leaf.truth === 'false' ? 'hold' : 'cease'))
      expect(plan.map(({ to }) => to)).toEqual(names)
    }),
    { numRuns: 400 },
  )
})
