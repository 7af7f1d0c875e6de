import { expect, test } from 'vitest'
import { fromJson, toJson } from './corpus-json.ts'
import { buildSample } from './sample-policies.ts'

test('a corpus comes back from JSON as it was', () => {
  const { corpus } = buildSample()
  expect(fromJson(toJson(corpus))).toEqual(corpus)
})

test('exact numbers stand as text', () => {
  const { corpus } = buildSample()
  expect(JSON.parse(toJson(corpus)).measures[0].benefit.amount.amount.rate).toEqual({
    kind: 'literal',
    value: { exact: '0.05' },
  })
})

test.each(['{}', '[]', '1', '{ "facts": [] }', 'x'])('%s is no corpus', (text) => {
  expect(() => fromJson(text)).toThrow(SyntaxError)
})
