import type { Exact } from './exact.ts'
import { add, compare, exact, isInteger, multiply, roundTo, subtract, ZERO } from './exact.ts'
import type { Fen } from './money.ts'
import { fen } from './money.ts'

const ONE_FEN = exact(1)

/**
 * `total` split in proportion to `parts` by largest remainder: the shares sum to `total`, each is
 * within one fen of its exact share, and equal remainders go to the earlier part. Throws RangeError
 * when a part is negative or all are zero.
 */
export const shareFen = (total: Fen, parts: readonly Exact[]): Fen[] => {
  const weight = parts.reduce(add, ZERO)
  if (weight.n <= 0n || parts.some((part) => part.n < 0n)) {
    throw new RangeError('parts of an amount are not negative and not all zero')
  }
  const perPart = exact(BigInt(Math.abs(total)) * weight.d, weight.n)
  const shares = parts.map((part, place) => {
    const share = multiply(part, perPart)
    const whole = roundTo(share, ONE_FEN, 'down')
    return { place, whole, rest: subtract(share, whole) }
  })
  const left = BigInt(Math.abs(total)) - shares.reduce((sum, share) => sum + share.whole.n, 0n)
  const raised = new Set(
    shares
      .filter((share) => !isInteger(share.rest))
      .sort((a, b) => compare(b.rest, a.rest) || a.place - b.place)
      .slice(0, Number(left))
      .map((share) => share.place),
  )
  const sign = total < 0 ? -1n : 1n
  return shares.map(({ place, whole }) => fen(sign * (whole.n + (raised.has(place) ? 1n : 0n))))
}
