import { i32At } from './read-array.ts'

/** Missing value, `never`, eight integers, the offset and a place that no number is near to: see `writeBinPlan`. */
export const BIN_HEAD = 64

const WORD_BITS = 32
/** Exponent alone; each bit less parts every octave in two. */
const MOST_SHIFT = 20
const LEAST_SHIFT = 6
const KEYS_AT_MOST = 1024
/** Cuts come in pairs, just below and just above a figure. */
const ENOUGH = 4

/**
 * Where the search for a number among bounds begins. Numbers have keys, the upper bits of the double that
 * is left when an offset is added, and so ascend with them; those without a positive one share the first key.
 */
export interface BinSearch {
  readonly offset: number
  readonly shift: number
  readonly first: number
  /** For each key how many bounds have a lower one. */
  readonly starts: Uint16Array
  /** A power of two above the number of bounds that share a key. */
  readonly window: number
}

const double = new Float64Array(1)
const words = new Int32Array(double.buffer)

/** The upper half of a double, on machines that store the lower one first. */
const upperHalf = (value: number): number => {
  double[0] = value
  return i32At(words, 1)
}

/** What makes all bounds positive, as far from zero as the least of them is now. */
const offsetOf = (bounds: Float64Array): number =>
  Math.max(0, -2 * (bounds.find((bound) => Number.isFinite(bound)) ?? 0))

const searchBy = (bounds: Float64Array, shift: number): BinSearch | null => {
  const offset = offsetOf(bounds)
  const keyOf = (bound: number): number => upperHalf(bound + offset) >> shift
  const first = keyOf(bounds.find((bound) => bound + offset > 0) ?? 0)
  const last = Math.max(first, keyOf(bounds.at(-1) ?? 0))
  if (last - first >= KEYS_AT_MOST) return null
  const shares = new Uint16Array(last - first + 1)
  for (const bound of bounds) {
    const key = Math.max(keyOf(bound) - first, 0)
    shares[key] = (shares[key] ?? 0) + 1
  }
  const starts = new Uint16Array(shares.length)
  for (const [key, share] of shares.entries()) {
    if (key + 1 < starts.length) starts[key + 1] = (starts[key] ?? 0) + share
  }
  const most = shares.reduce((greatest, share) => Math.max(greatest, share), 0)
  return { offset, shift, first, starts, window: 2 ** (WORD_BITS - Math.clz32(most)) }
}

/** The search with the fewest bounds to look at, or one with few enough. */
const planSearch = (bounds: Float64Array): BinSearch => {
  let best = searchBy(bounds, WORD_BITS - 1)
  for (let shift = MOST_SHIFT; shift >= LEAST_SHIFT; shift -= 1) {
    const found = searchBy(bounds, shift)
    if (found === null) break
    if (best === null || found.window < best.window) best = found
    if (best.window <= ENOUGH) break
  }
  if (best === null) throw new RangeError('bounds have no keys')
  return best
}

/** Bounds that numbers find their state among, ready to be searched. */
export interface Bins {
  readonly bounds: Float64Array
  /** How far each bound may be off; null when none is. */
  readonly slacks: Float64Array | null
  readonly search: BinSearch
}

/** Makes bounds ready to be searched. */
export const planBins = (bounds: Float64Array, slacks: Float64Array | null): Bins => ({
  bounds,
  slacks,
  search: planSearch(bounds),
})

/** Places for bounds, with those behind them that no number passes or is near to. */
const roomFor = ({ bounds, search }: Bins): number => bounds.length + search.window

/** The bytes of a plan. */
export const binPlanBytes = (bins: Bins): number =>
  BIN_HEAD + 8 * roomFor(bins) * (bins.slacks === null ? 1 : 2) + 2 * bins.search.starts.length

/** What stands at the head of a plan. */
export interface BinHead {
  readonly missing: number
  readonly never: number
  /** Where the states are written. */
  readonly target: number
}

/**
 * Writes the plan of `bins16`, `bins32`, `bins64` and `binsNear` at an address, a multiple of 8. At its head
 * stand the missing value and `never`; the number of bounds and the address of the result; the first key,
 * the last one counted from it, the shift that makes a key and four times the window; the address of
 * the starts and how far behind its bound a slack stands; the offset as a double.
 */
export const writeBinPlan = (
  buffer: ArrayBuffer,
  plan: number,
  { missing, never, target, bins }: BinHead & { readonly bins: Bins },
): void => {
  const { bounds, slacks, search } = bins
  const { offset, first, shift, window, starts } = search
  const room = roomFor(bins)
  const firstStart = plan + BIN_HEAD + 8 * room * (slacks === null ? 1 : 2)
  new Float64Array(buffer, plan, 2).set([missing, never])
  new Int32Array(buffer, plan + 16, 8).set([
    bounds.length,
    target,
    first,
    starts.length - 1,
    shift,
    window * 4,
    firstStart,
    8 * room,
  ])
  new Float64Array(buffer, plan + 48, 1).set([offset])
  new Float64Array(buffer, plan + BIN_HEAD - 8, room + 1).fill(Number.NaN).set(bounds, 1)
  if (slacks !== null) new Float64Array(buffer, plan + BIN_HEAD + 8 * room, room).set(slacks)
  new Uint16Array(buffer, firstStart, starts.length).set(starts)
}
