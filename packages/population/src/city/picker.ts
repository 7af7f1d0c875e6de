/** Draws a position with the probability of its weight; `unit` is evenly between 0 and 1. */
export type Picker = (unit: number) => number

const at = (values: Float64Array, index: number): number => values[index] ?? 0

/** A picker in constant time (the alias method). Weights are zero or more and not all zero. */
export const createPicker = (weights: readonly number[]): Picker => {
  const { length } = weights
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) throw new RangeError('no weight is above zero')
  const share = Float64Array.from(weights, (weight) => (weight * length) / total)
  const alias = new Float64Array(length)
  const small: number[] = []
  const large: number[] = []
  for (let index = 0; index < length; index += 1) {
    if (at(share, index) < 1) small.push(index)
    else large.push(index)
  }
  while (small.length > 0 && large.length > 0) {
    const under = small.pop() ?? 0
    const over = large.at(-1) ?? 0
    alias[under] = over
    share[over] = at(share, over) - (1 - at(share, under))
    if (at(share, over) < 1) small.push(large.pop() ?? 0)
  }
  for (const index of [...small, ...large]) share[index] = 1
  return (unit) => {
    const scaled = unit * length
    const index = Math.floor(scaled)
    return scaled - index < at(share, index) ? index : at(alias, index)
  }
}

/** Weights that fall as one over the rank to the power of `exponent`, for codes of which nothing is known. */
export const zipfWeights = (length: number, exponent: number): readonly number[] =>
  Array.from({ length }, (_, rank) => (rank + 1) ** -exponent)
