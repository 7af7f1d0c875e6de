import { describe, expect, test } from 'vitest'
import type { Truth } from './truth.ts'
import { allOf, anyOf, negated, truthOf } from './truth.ts'

describe('strong Kleene logic', () => {
  test.each<[Truth, Truth, Truth, Truth]>([
    ['true', 'true', 'true', 'true'],
    ['true', 'open', 'open', 'true'],
    ['true', 'false', 'false', 'true'],
    ['open', 'true', 'open', 'true'],
    ['open', 'open', 'open', 'open'],
    ['open', 'false', 'false', 'open'],
    ['false', 'true', 'false', 'true'],
    ['false', 'open', 'false', 'open'],
    ['false', 'false', 'false', 'false'],
  ])('%s with %s: all %s, any %s', (a, b, all, any) => {
    expect([allOf([a, b]), anyOf([a, b])]).toEqual([all, any])
  })

  test.each<[Truth, Truth]>([
    ['true', 'false'],
    ['open', 'open'],
    ['false', 'true'],
  ])('not %s is %s', (truth, opposite) => {
    expect(negated(truth)).toBe(opposite)
  })

  test('nothing to join is true for all and false for any', () => {
    expect([allOf([]), anyOf([])]).toEqual(['true', 'false'])
  })

  test.each<[boolean, Truth]>([
    [true, 'true'],
    [false, 'false'],
  ])('%s is %s', (holds, truth) => {
    expect(truthOf(holds)).toBe(truth)
  })
})
