import { collectOnce } from '@huiqi/domain'
import { arithmeticKey } from '../compile/arithmetic.ts'
import type { AmountPlaces } from './bind-amount.ts'
import type { BoundAmount, Scale } from './bound-program.ts'

/** Places for the amounts of one program, with the bases and scales that they have named. */
export const createAmountPlaces = () => {
  const bases = collectOnce(arithmeticKey)
  const scales = collectOnce((scale: Scale) => Object.values(scale).join(' '))
  const shared = new Map<string, BoundAmount>()
  const once: AmountPlaces['once'] = (key, make) => {
    const amount = shared.get(key) ?? make()
    shared.set(key, amount)
    return amount
  }
  const places: AmountPlaces = { ofBase: bases.placeOf, ofScale: scales.placeOf, once }
  return { places, bases: bases.entries, scales: scales.entries }
}
