const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN

const swap = (values: Float64Array, a: number, b: number): void => {
  const kept = at(values, a)
  values[a] = at(values, b)
  values[b] = kept
}

/** Parts `values` from `low` to `high` around the middle one, greater ones first; where that one comes to stand. */
const partition = (values: Float64Array, low: number, high: number): number => {
  swap(values, (low + high) >>> 1, high)
  const pivot = at(values, high)
  let border = low
  for (let index = low; index < high; index += 1) {
    if (at(values, index) > pivot) {
      swap(values, index, border)
      border += 1
    }
  }
  swap(values, border, high)
  return border
}

/** The value that stands at `rank`, from 0, among the values in falling order; the values change places. */
const valueAtRank = (values: Float64Array, rank: number): number => {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const border = partition(values, low, high)
    if (border === rank) break
    if (border < rank) low = border + 1
    else high = border - 1
  }
  return at(values, rank)
}

/** Positions of the `count` greatest keys, greatest first, of equal keys the earlier one; NaN never counts. */
export const selectLargest = (keys: Float64Array, count: number): readonly number[] => {
  const valid = keys.filter((key) => !Number.isNaN(key))
  if (count <= 0 || valid.length === 0) return []
  const limit = valueAtRank(valid, Math.min(count, valid.length) - 1)
  const chosen: number[] = []
  for (let index = 0; index < keys.length; index += 1) {
    if (at(keys, index) >= limit) chosen.push(index)
  }
  return chosen.toSorted((a, b) => at(keys, b) - at(keys, a) || a - b).slice(0, count)
}
