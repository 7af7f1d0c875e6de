import type { Fen } from '@huiqi/domain'

/** A limit on measures taken together: at most so many of them, and at most so much money. */
export interface StackingRule {
  readonly id: string
  /** How many may still be taken; null when the text sets no number. */
  readonly atMost: number | null
  /** The fen that may still be received; null when the text sets no sum, or none that is known. */
  readonly cap: Fen | null
}

/** An amount in fen with the groups that limit it; an open high end is null. */
export interface Priced {
  readonly amount: { readonly low: number; readonly high: number | null }
  readonly groups: readonly StackingRule[]
}

const capped = ({ groups }: Priced): readonly StackingRule[] =>
  groups.filter(({ cap }) => cap !== null)

/** Takes money out of the room that the caps leave, and never more than there is. */
const openRooms = (benefits: readonly Priced[]): ((of: Priced, wanted: number) => number) => {
  const left = new Map<StackingRule, number>()
  for (const benefit of benefits) for (const rule of capped(benefit)) left.set(rule, rule.cap ?? 0)
  return (of, wanted) => {
    const rules = capped(of)
    const taken = Math.min(wanted, ...rules.map((rule) => left.get(rule) ?? 0))
    for (const rule of rules) left.set(rule, (left.get(rule) ?? 0) - taken)
    return taken
  }
}

const span = ({ amount }: Priced): number => (amount.high ?? amount.low) - amount.low

/**
 * What each of several benefits taken together counts for, in fen, so that no group exceeds its cap.
 * The sure parts fill the caps first, then what closed ranges may add, then what open ones may.
 * Benefits in fewer capped groups come first, else the order given decides.
 */
export const countTogether = <T extends Priced>(
  benefits: readonly T[],
): ReadonlyMap<T, { readonly low: number; readonly high: number | null }> => {
  const take = openRooms(benefits)
  const order = benefits.toSorted((a, b) => capped(a).length - capped(b).length)
  const low = new Map(order.map((benefit) => [benefit, take(benefit, benefit.amount.low)]))
  const more = new Map(order.map((benefit) => [benefit, take(benefit, span(benefit))]))
  const rest = new Map(
    order.map((benefit) => [
      benefit,
      benefit.amount.high === null ? take(benefit, Number.POSITIVE_INFINITY) : 0,
    ]),
  )
  return new Map(
    benefits.map((benefit) => {
      const sure = low.get(benefit) ?? 0
      const high = sure + (more.get(benefit) ?? 0) + (rest.get(benefit) ?? 0)
      return [benefit, { low: sure, high: Number.isFinite(high) ? high : null }]
    }),
  )
}
