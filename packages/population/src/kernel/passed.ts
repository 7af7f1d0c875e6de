import { f64At } from './read-array.ts'

/** How many of the ascending bounds are at most the value. */
export const passed = (bounds: Float64Array, value: number): number => {
  let [from, to] = [0, bounds.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (f64At(bounds, middle) <= value) from = middle + 1
    else to = middle
  }
  return from
}
