import type { Exact } from '@huiqi/domain'
import { exact, negate, roundTo } from '@huiqi/domain'

/** Rounding as FEEL names it; up and down are away from and towards zero. */
export type DecimalRounding =
  | 'floor'
  | 'ceiling'
  | 'up'
  | 'down'
  | 'half-up'
  | 'half-down'
  | 'half-even'

type RoundMagnitude = (magnitude: Exact, step: Exact) => Exact

const MAGNITUDE_ROUNDINGS: Readonly<
  Record<Exclude<DecimalRounding, 'floor' | 'ceiling'>, RoundMagnitude>
> = {
  up: (magnitude, step) => roundTo(magnitude, step, 'up'),
  down: (magnitude, step) => roundTo(magnitude, step, 'down'),
  'half-up': (magnitude, step) => roundTo(magnitude, step, 'half-up'),
  'half-down': (magnitude, step) => negate(roundTo(negate(magnitude), step, 'half-up')),
  'half-even': (magnitude, step) => roundTo(magnitude, step, 'half-even'),
}

/** The step of the last of `decimals` decimals: 1/100 for 2, 10000 for -4. */
export const stepOfDecimals = (decimals: number): Exact =>
  decimals < 0 ? exact(10n ** BigInt(0 - decimals)) : exact(1n, 10n ** BigInt(decimals))

/** `x` brought to a whole multiple of `step`. */
export const roundDecimals = (x: Exact, step: Exact, rounding: DecimalRounding): Exact => {
  if (rounding === 'floor') return roundTo(x, step, 'down')
  if (rounding === 'ceiling') return roundTo(x, step, 'up')
  const round = MAGNITUDE_ROUNDINGS[rounding]
  return x.n < 0n ? negate(round(negate(x), step)) : round(x, step)
}
