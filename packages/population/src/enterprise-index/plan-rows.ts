import { openState } from '../compile/domain.ts'
import type { Slot } from '../compile/slot.ts'
import { i32At } from '../kernel/read-array.ts'

/** The rows of bits that a slot has, as numbers of rows; each row has a bit for each measure. */
export interface SlotRows {
  readonly slot: number
  readonly open: number
  readonly isRanged: boolean
  /** The row of what is possible in state 0, by the high end of a ranged slot. */
  readonly possible: number
  /** For a ranged slot the same by its low end. */
  readonly possibleLow: number
  /** The first row of what is not certain: in the states from `doubtFrom` on; by the low end of a ranged slot. */
  readonly doubt: number
  readonly doubtFrom: number
  /** For a ranged slot the same by its high end. */
  readonly doubtHigh: number
  /** The row of what is possible in at least one known state. */
  readonly reachable: number
}

/** The first state in which it may be open how a comparison comes out. */
export const doubtFromOf = ({ domain }: Slot): number =>
  domain.kind === 'ordered' ? openState(domain) : domain.classes.count

/** Plans the rows of the slots that `uses` counts, the most used first. */
export const planRows = (
  slots: readonly Slot[],
  uses: Int32Array,
): { readonly planned: readonly SlotRows[]; readonly count: number } => {
  let next = 0
  const take = (count: number): number => {
    next += count
    return next - count
  }
  const planned = slots
    .filter(({ place }) => i32At(uses, place) > 0)
    .sort((a, b) => i32At(uses, b.place) - i32At(uses, a.place) || a.place - b.place)
    .map((slot): SlotRows => {
      const { domain } = slot
      const open = openState(domain)
      const isRanged = domain.kind === 'ordered' && domain.isRanged
      const doubtFrom = isRanged ? 0 : doubtFromOf(slot)
      return {
        slot: slot.place,
        open,
        isRanged,
        possible: take(open + 1),
        possibleLow: isRanged ? take(open + 1) : 0,
        doubt: take(open + 1 - doubtFrom),
        doubtFrom,
        doubtHigh: isRanged ? take(open + 1) : 0,
        reachable: take(1),
      }
    })
  return { planned, count: next }
}
