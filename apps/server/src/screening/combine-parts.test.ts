import { fen } from '@huiqi/domain'
import { type Candidate, combine } from '@huiqi/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineParts } from './combine-parts.ts'

const MEASURES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const GROUPS = ['one', 'cap']
const RULES = [
  { id: 'one', atMost: 1, cap: null },
  { id: 'cap', atMost: null, cap: fen(300) },
  { id: 'other', atMost: 0, cap: null },
]

const exclusion = (measure: string) => ({
  measure,
  provision: 'art-1',
  says: { zh: '不同享', en: 'not together' },
})

/** What the text of a measure says is the same for all its things. */
const text = fc.record({
  frequency: fc.constantFrom('once' as const, 'each' as const),
  stacking: fc.oneof(fc.constant([]), fc.subarray(GROUPS)),
  excludes: fc
    .oneof(fc.constant([]), fc.subarray(MEASURES, { maxLength: 2 }))
    .map((found) => found.map(exclusion)),
})

const benefit = fc.record({
  place: fc.nat(MEASURES.length - 1),
  thing: fc.constantFrom(null, 'x', 'y'),
  amount: fc.option(
    fc.record({ low: fc.nat(100), more: fc.option(fc.nat(100)) }).map(({ low, more }) => ({
      low: fen(low),
      high: more === null ? null : fen(low + more),
    })),
  ),
})

const candidates = fc
  .record({
    texts: fc.array(text, { minLength: MEASURES.length, maxLength: MEASURES.length }),
    benefits: fc.uniqueArray(benefit, {
      selector: ({ place, thing }) => `${place}#${thing}`,
      maxLength: 9,
    }),
  })
  .map(({ texts, benefits }): readonly Candidate[] =>
    benefits.flatMap(({ place, thing, amount }) => {
      const [said, measure = ''] = [texts[place], MEASURES[place]]
      return said === undefined
        ? []
        : [{ ...said, key: `${measure}#${thing}`, measure, thing, amount, usedUpBy: [] }]
    }),
  )

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : 1

test('parts found one by one are worth what the whole is worth', () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const [whole, parts] = [combine(all, RULES), combineParts(all, RULES)]
      expect(parts.total).toEqual(whole.total)
      expect(parts.chosen.length + parts.leftOut.length).toBe(all.length)
      const shown = ({ chosen }: typeof whole) =>
        chosen.map(({ candidate, counted }) => ({ key: candidate.key, counted })).toSorted(byKey)
      if (all.every(({ stacking, excludes }) => stacking.length + excludes.length === 0)) {
        expect(shown(parts)).toEqual(shown(whole))
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing is worth nothing', () => {
  expect(combineParts([], RULES)).toEqual(combine([], RULES))
})
