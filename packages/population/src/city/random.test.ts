import { describe, expect, test } from 'vitest'
import { createRandom, hashText } from './random.ts'

const draw = (seed: number, place: readonly number[], count = 5): readonly number[] => {
  const random = createRandom(seed)
  random.start(...place)
  return Array.from({ length: count }, random.unit)
}

describe('streams', () => {
  test('the same seed and place give the same numbers', () => {
    expect(draw(7, [1, 2])).toEqual(draw(7, [1, 2]))
  })

  test('numbers drawn before do not matter', () => {
    const random = createRandom(7)
    random.start(9)
    random.normal()
    random.start(1, 2)
    expect([random.unit()]).toEqual(draw(7, [1, 2], 1))
  })

  test.each([
    { what: 'another seed', seed: 8, place: [1, 2] },
    { what: 'a seed beyond 32 bits', seed: 7 + 2 ** 32, place: [1, 2] },
    { what: 'another stream', seed: 7, place: [2, 2] },
    { what: 'another block', seed: 7, place: [1, 3] },
    { what: 'stream and block exchanged', seed: 7, place: [2, 1] },
  ])('$what gives other numbers', ({ seed, place }) => {
    expect(draw(seed, place)).not.toEqual(draw(7, [1, 2]))
  })
})

describe('distributions', () => {
  const numbers = draw(3, [1], 100_000)

  test('numbers lie between 0 and 1 and fill tenths evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const number of numbers) {
      const tenth = Math.floor(number * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    expect(numbers.every((number) => number > 0 && number < 1)).toBe(true)
    expect(tenths.every((count) => Math.abs(count - 10_000) < 400)).toBe(true)
  })

  test('normal numbers have mean 0 and variance 1', () => {
    const random = createRandom(3)
    random.start(2)
    const drawn = Array.from({ length: 100_000 }, random.normal)
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length
    const variance = drawn.reduce((sum, each) => sum + each * each, 0) / drawn.length
    expect(Math.abs(mean)).toBeLessThan(0.02)
    expect(Math.abs(variance - 1)).toBeLessThan(0.02)
  })

  test('whole numbers stay below the bound', () => {
    const random = createRandom(3)
    random.start(4)
    const drawn = new Set(Array.from({ length: 1_000 }, () => random.below(5)))
    expect([...drawn].toSorted()).toEqual([0, 1, 2, 3, 4])
  })
})

test('texts have different names', () => {
  const texts = Array.from({ length: 5_000 }, (_, at) => `enterprise.fact_${at}@1`)
  expect(new Set(texts.map(hashText)).size).toBe(5_000)
})
