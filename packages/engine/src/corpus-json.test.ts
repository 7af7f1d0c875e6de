import { expect, test } from 'vitest'
import { fromJson, toJson } from './corpus-json.ts'
import type { Corpus } from './model.ts'
import { all, atLeast, leaf, percent } from './testing/test-condition.ts'
import { award, measure, rateOf } from './testing/test-measure.ts'
import { SAMPLE } from './testing/test-rulebook.ts'

const CORPUS: Corpus = {
  ...SAMPLE,
  measures: [
    measure('m', {
      eligible: all(leaf('enterprise.revenue@last', atLeast(percent('30%')))),
      benefit: award(rateOf(percent('5%'), 'enterprise.rd_spending@last')),
    }),
  ],
}

test('a corpus comes back from JSON as it was', () => {
  expect(fromJson(toJson(CORPUS))).toEqual(CORPUS)
})

test('exact numbers stand as text', () => {
  expect(JSON.parse(toJson(CORPUS)).measures[0].benefit.amount.rate).toEqual({
    kind: 'literal',
    value: { exact: '0.05' },
  })
})

test.each(['{}', '[]', '1', '{ "facts": [] }', 'x'])('%s is no corpus', (text) => {
  expect(() => fromJson(text)).toThrow(SyntaxError)
})
