import { isoDate } from '@huiqi/domain'
import { type Condition, decide, type Leaf, type Measure } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { situationOfRow } from '../../row-situation.ts'
import { generateCity } from '../generate-city.ts'
import { measure, smallRulebook } from '../testing/small-rulebook.ts'
import {
  SYNTHETIC_INSTRUMENT,
  syntheticMeasures,
  withSyntheticMeasures,
} from './synthetic-measures.ts'

const AS_OF = isoDate('2026-11-22')
const RULEBOOK = smallRulebook()
const COUNT = 400
const options = { rulebook: RULEBOOK, count: COUNT, seed: 7, asOf: AS_OF }
const MEASURES = syntheticMeasures(options)

const leavesIn = (condition: Condition | null): readonly Leaf[] => {
  if (condition === null) return []
  return condition.kind === 'leaf' ? [condition] : condition.parts.flatMap(leavesIn)
}

const partsOf = ({ eligible }: Measure): readonly Condition[] =>
  eligible === null || eligible.kind === 'leaf' ? [] : eligible.parts

const asksFor = (fact: string) => (each: Measure) =>
  leavesIn(each.eligible).some(
    ({ reference }) => reference.kind === 'fact' && reference.fact === fact,
  )

const shareOf = (holds: (each: Measure) => boolean): number => MEASURES.filter(holds).length / COUNT

describe('what they are', () => {
  test('each has its own number and says that it is synthetic', () => {
    expect(MEASURES.map(({ id }) => id).slice(0, 2)).toEqual(['synthetic/00001', 'synthetic/00002'])
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(COUNT)
    const names = MEASURES.map(({ name }) => [name.zh.slice(0, 4), name.en.slice(0, 9)])
    expect(new Set(names.map(String))).toEqual(new Set(['合成措施,Synthetic']))
  })

  test('all belong to an instrument of their own and are in force', () => {
    expect(new Set(MEASURES.map(({ instrument }) => instrument))).toEqual(new Set(['synthetic']))
    expect(MEASURES.every(({ inForce }) => inForce.from <= AS_OF && inForce.to === null)).toBe(true)
  })

  test('the rulebook has them beside the real ones', () => {
    const rulebook = withSyntheticMeasures(RULEBOOK, MEASURES)
    expect(rulebook.measures.size).toBe(RULEBOOK.measures.size + COUNT)
    expect(rulebook.instruments.get('synthetic')).toEqual(SYNTHETIC_INSTRUMENT)
  })

  test('they ask about the enterprise, without judgement', () => {
    const facts = MEASURES.flatMap(({ eligible }) => leavesIn(eligible)).flatMap(({ reference }) =>
      reference.kind === 'fact' ? [RULEBOOK.facts.get(reference.fact)] : [],
    )
    expect(facts.every((fact) => fact?.subject === 'enterprise' && !fact.isJudgement)).toBe(true)
  })

  test('places inside a measure are paths', () => {
    for (const each of MEASURES.slice(0, 50)) {
      expect(partsOf(each).map(({ path }) => path)).toEqual(
        partsOf(each).map((_, at) => `eligible.all[${at}]`),
      )
    }
  })

  test('amounts are money in whole fen or shares with a cap', () => {
    const kinds = new Set(MEASURES.map(({ benefit }) => benefit?.amount?.kind))
    expect([...kinds].every((kind) => kind === 'limited' || kind === 'fixed')).toBe(true)
  })
})

describe('how they are spread', () => {
  test('four conditions on average', () => {
    const counts = MEASURES.map((each) => partsOf(each).length)
    const mean = counts.reduce((sum, count) => sum + count, 0) / COUNT
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...counts)).toBeLessThanOrEqual(7)
    expect(Math.abs(mean - 4)).toBeLessThan(0.4)
  })

  test.each([
    { what: 'a district', holds: asksFor('enterprise.district'), least: 0.55, most: 0.8 },
    { what: 'an industry', holds: asksFor('enterprise.industry'), least: 0.35, most: 0.65 },
    {
      what: 'one of several',
      holds: (each: Measure) => partsOf(each).some(({ kind }) => kind === 'any'),
      least: 0.15,
      most: 0.45,
    },
  ])('$what is asked for as often as it should be', ({ holds, least, most }) => {
    expect(shareOf(holds)).toBeGreaterThan(least)
    expect(shareOf(holds)).toBeLessThan(most)
  })

  test('most reach between 0.01 and 1 percent of a city', () => {
    const rows = 4_000
    const rulebook = withSyntheticMeasures(RULEBOOK, MEASURES)
    const table = generateCity({ enterprises: rows, seed: 9, rulebook: RULEBOOK, asOf: AS_OF })
    const clock = { asOf: AS_OF, submittedOn: AS_OF }
    const some = MEASURES.slice(0, 40)
    const met = some.map(() => 0)
    for (let row = 0; row < rows; row += 1) {
      const situation = situationOfRow(table, row, { rulebook, clock, about: 'enterprise' })
      for (const [at, each] of some.entries()) {
        if (decide(each, situation).outcome === 'met') met[at] = (met[at] ?? 0) + 1
      }
    }
    expect(met.filter((count) => count <= 0.02 * rows).length).toBeGreaterThan(28)
    expect(met.filter((count) => count > 0).length).toBeGreaterThan(10)
  })
})

describe('determinism', () => {
  test('the same options give the same measures', () => {
    expect(syntheticMeasures({ ...options, count: 30 })).toEqual(
      syntheticMeasures({ ...options, count: 30 }),
    )
  })

  test('another seed gives others', () => {
    const other = syntheticMeasures({ ...options, count: 5, seed: 8 })
    expect(other).not.toEqual(MEASURES.slice(0, 5))
  })
})

test.each([-1, 34_001, 0.5])('%d measures are refused', (count) => {
  expect(() => syntheticMeasures({ ...options, count })).toThrow(RangeError)
})

test('none is none', () => {
  expect(syntheticMeasures({ ...options, count: 0 })).toEqual([])
})

test('without a rule there is nothing to vary', () => {
  const rulebook = smallRulebook({ measures: [measure('test/none', { eligible: null })] })
  expect(() => syntheticMeasures({ ...options, rulebook })).toThrow(RangeError)
})
