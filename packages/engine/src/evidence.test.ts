import { describe, expect, test } from 'vitest'
import type { Handling } from './evidence.ts'
import { checkEvidence, handlingOf } from './evidence.ts'
import type { Grade, Measure } from './model.ts'
import type { FactUse } from './resolved.ts'
import { all, atLeast, is, leaf } from './testing/test-condition.ts'
import { clockOn, enterprise, graded } from './testing/test-enterprise.ts'
import { evidence, measure } from './testing/test-measure.ts'
import { rulebookWith } from './testing/test-rulebook.ts'
import { evaluate } from './verdict.ts'

const use = (fact: string, grade: Grade | null): FactUse => ({
  fact,
  year: null,
  value: true,
  source: null,
  grade,
})

describe('checkEvidence', () => {
  test.each<[Grade, Grade | null, boolean]>([
    ['A', 'A', false],
    ['A', 'B', true],
    ['B', 'A', false],
    ['B', 'B', false],
    ['B', 'C', true],
    ['C', 'C', false],
    ['C', 'D', true],
    ['D', 'D', false],
    ['D', null, false],
    ['C', null, true],
  ])('grade %s is asked for, %s is there: weak %s', (asked, found, isWeak) => {
    const paper = evidence('audit', asked, ['a', 'b'])
    const uses = [use('a', found), use('c', null)]
    expect(checkEvidence(measure('m', { evidence: [paper] }), uses)).toEqual([
      { evidence: paper, weak: isWeak ? [use('a', found)] : [] },
    ])
  })

  test('every paper is checked against every fact that it proves', () => {
    const papers = [evidence('x', 'A', ['a']), evidence('y', 'B', ['a', 'b'])]
    const uses = [use('a', 'B'), use('b', 'D')]
    expect(checkEvidence(measure('m', { evidence: papers }), uses)).toEqual([
      { evidence: papers[0], weak: [use('a', 'B')] },
      { evidence: papers[1], weak: [use('b', 'D')] },
    ])
  })
})

describe('handlingOf', () => {
  const automatic: Partial<Measure> = { delivery: 'automatic' }
  test.each<[string, Partial<Measure>, readonly (Grade | null)[], Handling]>([
    ['delivered automatically, every fact from its issuer', automatic, ['A', 'A'], 'automatic'],
    [
      'delivered automatically, text corroborated',
      { ...automatic, grade: 'corroborated' },
      ['A'],
      'automatic',
    ],
    [
      'delivered automatically, text secondary',
      { ...automatic, grade: 'secondary' },
      ['A'],
      'manual',
    ],
    ['delivered automatically, text weak', { ...automatic, grade: 'weak' }, ['A'], 'manual'],
    ['delivered automatically, one fact checked at the window', automatic, ['A', 'B'], 'fast'],
    ['delivered automatically, one fact uploaded', automatic, ['A', 'C'], 'manual'],
    ['applied for, every fact from its issuer', {}, ['A'], 'fast'],
    ['instant, checked at the window', { delivery: 'instant' }, ['B'], 'fast'],
    ['applied for, self-declared', {}, ['B', 'D'], 'manual'],
    ['applied for, grade not known', {}, ['A', null], 'manual'],
    ['applied for, text secondary', { grade: 'secondary' }, ['A'], 'manual'],
    ['applied for, no facts', {}, [], 'fast'],
  ])('%s: %s', (_, rest, grades, expected) => {
    const uses = grades.map((grade, at) => use(`f${at}`, grade))
    const asked = measure('m', rest)
    const found = { uses, evidence: checkEvidence(asked, uses), isAmountFixed: true }
    expect(handlingOf(asked, found)).toBe(expected)
  })

  test('an amount that is still to be decided is not paid automatically', () => {
    const uses = [use('f', 'A')]
    expect(handlingOf(measure('m', automatic), { uses, evidence: [], isAmountFixed: false })).toBe(
      'fast',
    )
  })

  test('a fact below the grade that is asked for is looked at by hand', () => {
    const asked = measure('m', { evidence: [evidence('audit', 'A', ['f'])] })
    const uses = [use('f', 'B')]
    const found = { uses, evidence: checkEvidence(asked, uses), isAmountFixed: true }
    expect(handlingOf(asked, found)).toBe('manual')
  })
})

describe('the evidence of a verdict', () => {
  const paper = evidence('audit', 'A', ['enterprise.patents'])
  const listed = leaf('enterprise.is_listed', is(true))
  const eligible = all(
    leaf('enterprise.patents', atLeast(1)),
    leaf('enterprise.patents', atLeast(2)),
    listed,
  )
  const asked = measure('m', { eligible, evidence: [paper], delivery: 'automatic' })
  const verdictOn = (patents: Grade, isListed: Grade) =>
    evaluate(rulebookWith({ measures: [asked] }), 'm', {
      clock: clockOn('2025-06-01'),
      enterprise: enterprise({
        'enterprise.patents': graded(5, patents),
        'enterprise.is_listed': graded(true, isListed),
      }),
    })

  test.each<[Grade, Grade, Handling, number]>([
    ['A', 'A', 'automatic', 0],
    ['A', 'B', 'fast', 0],
    ['B', 'A', 'manual', 1],
    ['A', 'C', 'manual', 0],
  ])('patents %s, listing %s: %s', (patents, isListed, handling, weak) => {
    const verdict = verdictOn(patents, isListed)
    expect([verdict.handling, verdict.evidence[0]?.weak.length]).toEqual([handling, weak])
  })
})
