import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPath, parsePath } from './place.ts'

test.each([
  [['eligible', 'all', 2, 'at-least'], 'eligible.all[2].at-least'],
  [['facts', 'enterprise.revenue', 'type'], 'facts["enterprise.revenue"].type'],
  [[0], '[0]'],
  [[], ''],
])('%j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text)
  expect(parsePath(text)).toEqual(path)
})

test('every path comes back', () => {
  const step = fc.oneof(fc.nat(99), fc.string({ minLength: 1 }))
  fc.assert(
    fc.property(fc.array(step), (path) => {
      expect(parsePath(formatPath(path))).toEqual(path)
    }),
  )
})
