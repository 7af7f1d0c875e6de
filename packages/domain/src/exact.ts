/** An exact rational number: `n / d` in lowest terms, `d` positive. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

/**
 * The direction in which a number is brought to a whole multiple of a step: `down` and `up` are
 * towards minus and plus infinity, `half-up` sends a tie up, `half-even` to the even multiple.
 */
export type RoundingMode = 'down' | 'up' | 'half-up' | 'half-even'

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Whole numbers share their denominator: most numbers are whole, and one place in memory is read sooner. */
const reduced = (n: bigint, d: bigint): Exact => {
  if (d === 1n) return { n, d: 1n }
  const sign = d < 0n ? -1n : 1n
  const divisor = gcd(n, d * sign) * sign
  const lowest = d / divisor
  return { n: n / divisor, d: lowest === 1n ? 1n : lowest }
}

/**
 * The exact number `n / d`. Throws RangeError when `d` is zero or a number is not a safe integer.
 */
export const exact = (n: bigint | number, d: bigint | number = 1n): Exact => {
  if (typeof n === 'number' && !Number.isSafeInteger(n))
    throw new RangeError(`not a safe integer: ${n}`)
  if (typeof d === 'number' && !Number.isSafeInteger(d))
    throw new RangeError(`not a safe integer: ${d}`)
  if (BigInt(d) === 0n) throw new RangeError('denominator is zero')
  return reduced(BigInt(n), BigInt(d))
}

/** Zero. */
export const ZERO: Exact = { n: 0n, d: 1n }
/** One. */
export const ONE: Exact = { n: 1n, d: 1n }

const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/

/** Reads `-12`, `0.035` or `3/100`; null when the text is none of these or divides by zero. */
export const parseExact = (text: string): Exact | null => {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = '', divisor = '1'] = match
  const denominator = 10n ** BigInt(fraction.length) * BigInt(divisor)
  if (denominator === 0n) return null
  const n = BigInt(whole + fraction)
  return reduced(sign === '-' ? -n : n, denominator)
}

const isTerminating = (d: bigint): boolean => {
  let rest = d
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n
}

/** The text that `parseExact` reads back: a decimal where it terminates, else a fraction. */
export const formatExact = (x: Exact): string => {
  if (x.d === 1n) return x.n.toString()
  if (!isTerminating(x.d)) return `${x.n}/${x.d}`
  let places = 0
  let scaled = x
  while (scaled.d !== 1n) {
    scaled = reduced(scaled.n * 10n, scaled.d)
    places += 1
  }
  const digits = (scaled.n < 0n ? -scaled.n : scaled.n).toString().padStart(places + 1, '0')
  return `${x.n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** `a + b`. */
export const add = (a: Exact, b: Exact): Exact => reduced(a.n * b.d + b.n * a.d, a.d * b.d)

/** `a - b`. */
export const subtract = (a: Exact, b: Exact): Exact => reduced(a.n * b.d - b.n * a.d, a.d * b.d)

/** `a * b`. */
export const multiply = (a: Exact, b: Exact): Exact => reduced(a.n * b.n, a.d * b.d)

/** `a / b`, or null when `b` is zero. */
export const divide = (a: Exact, b: Exact): Exact | null =>
  b.n === 0n ? null : reduced(a.n * b.d, a.d * b.n)

/**
 * Negative, zero or positive as `a` is below, equal to or above `b`. Cross-multiplies; nothing is
 * rounded.
 */
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** `-x`. */
export const negate = (x: Exact): Exact => ({ n: -x.n, d: x.d })

/** The smaller of the two; `a` when they are equal. */
export const minimum = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b)

/** The larger of the two; `a` when they are equal. */
export const maximum = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b)

/** Whether `x` is a whole number. */
export const isInteger = (x: Exact): boolean => x.d === 1n

const floorDivide = (n: bigint, d: bigint): bigint => {
  const quotient = n / d
  return n % d < 0n ? quotient - 1n : quotient
}

const roundToInteger = (x: Exact, mode: RoundingMode): bigint => {
  const down = floorDivide(x.n, x.d)
  const twiceRest = 2n * (x.n - down * x.d)
  if (twiceRest === 0n) return down
  switch (mode) {
    case 'down':
      return down
    case 'up':
      return down + 1n
    case 'half-up':
      return twiceRest >= x.d ? down + 1n : down
    case 'half-even':
      return twiceRest > x.d || (twiceRest === x.d && down % 2n !== 0n) ? down + 1n : down
  }
}

/** `x` brought to a whole multiple of `step`. Throws RangeError when `step` is not positive. */
export const roundTo = (x: Exact, step: Exact, mode: RoundingMode): Exact => {
  const steps = step.n > 0n ? divide(x, step) : null
  if (steps === null) throw new RangeError(`rounding step is not positive: ${formatExact(step)}`)
  return multiply({ n: roundToInteger(steps, mode), d: 1n }, step)
}

const DOUBLE_BITS = 1000

const bitLength = (n: bigint): number => n.toString(16).length * 4

/**
 * A double within a few units in the last place of `x`, infinite when `x` is beyond doubles: for
 * drawing and sorting only.
 */
export const toApproximateNumber = (x: Exact): number => {
  const excess = Math.max(bitLength(x.n), bitLength(x.d)) - DOUBLE_BITS
  if (excess <= 0) return Number(x.n) / Number(x.d)
  const scale = 2n ** BigInt(excess)
  return Number(x.n / scale) / Number(x.d / scale)
}
