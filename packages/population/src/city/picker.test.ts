import { expect, test } from 'vitest'
import { createPicker, zipfWeights } from './picker.ts'

const sharesOf = (weights: readonly number[], draws: number): readonly number[] => {
  const pick = createPicker(weights)
  const counts = weights.map(() => 0)
  for (let draw = 0; draw < draws; draw += 1) {
    const at = pick((draw + 0.5) / draws)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.map((count) => count / draws)
}

test.each([
  { weights: [1] },
  { weights: [1, 1] },
  { weights: [3, 1] },
  { weights: [0, 5, 0, 5] },
  { weights: [1, 2, 3, 4, 5, 6, 7] },
  { weights: zipfWeights(20, 0.7) },
])('positions come as often as their weights say: $weights', ({ weights }) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [at, share] of sharesOf(weights, 70_000).entries()) {
    expect(Math.abs(share - (weights[at] ?? 0) / total)).toBeLessThan(0.001)
  }
})

test.each([{ weights: [] }, { weights: [0, 0] }])(
  '$weights cannot be drawn from',
  ({ weights }) => {
    expect(() => createPicker(weights)).toThrow(RangeError)
  },
)
