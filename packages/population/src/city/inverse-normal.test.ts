import { expect, test } from 'vitest'
import { inverseNormal } from './inverse-normal.ts'

test.each([
  { probability: 0.5, quantile: 0 },
  { probability: 0.975, quantile: 1.959963984540054 },
  { probability: 0.025, quantile: -1.959963984540054 },
  { probability: 0.02425, quantile: -1.9729 },
  { probability: 0.99, quantile: 2.3263478740408408 },
  { probability: 1e-9, quantile: -5.997807014992 },
])('the quantile of $probability is $quantile', ({ probability, quantile }) => {
  expect(Math.abs(inverseNormal(probability) - quantile)).toBeLessThan(1e-3)
})
