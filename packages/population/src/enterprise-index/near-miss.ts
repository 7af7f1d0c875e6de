import type { SlotSource } from '../compile/draft.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { FALSE } from '../compile/truth-code.ts'
import { i32At } from '../kernel/read-array.ts'
import type { States } from './derive-state.ts'
import type { MeasureOrder } from './measure-order.ts'
import type { NodeTruths } from './node-truth.ts'
import type { SlotBitmaps, SlotRows } from './slot-bitmaps.ts'
import type { TermLists } from './term-lists.ts'

/** A measure that fails by one comparison, or by one group of them. */
export interface NearMiss {
  /** Its place in the program. */
  readonly measure: number
  /** What is compared; null when a group fails. */
  readonly source: SlotSource | null
}

/** What near misses are looked for in. */
export interface MissContext {
  readonly program: PopulationProgram
  readonly bitmaps: SlotBitmaps
  readonly order: MeasureOrder
  readonly states: States
  readonly truths: NodeTruths
  readonly terms: TermLists
}

/** Adds the measures that fail by a slot to those that fail once and those that fail more often. */
const addFailing = (
  { bitmaps: { rows, live }, states }: MissContext,
  of: SlotRows,
  { once, more }: { readonly once: Int32Array; readonly more: Int32Array },
): void => {
  const size = live.length
  const first = (of.possible + i32At(of.isRanged ? states.high : states.low, of.slot)) * size
  const second = of.isRanged ? (of.possibleLow + i32At(states.low, of.slot)) * size : first
  for (let word = 0; word < size; word += 1) {
    const failing = i32At(live, word) & ~(i32At(rows, first + word) & i32At(rows, second + word))
    more[word] = i32At(more, word) | (i32At(once, word) & failing)
    once[word] = i32At(once, word) | failing
  }
}

const NONE = -1
const SEVERAL = -2

/** The one failing term of a bit. */
const onlyFailing = ({ terms: { terms, starts }, truths }: MissContext, bit: number): number => {
  let failing = NONE
  const end = i32At(starts, bit + 1)
  for (let at = i32At(starts, bit); at < end; at += 1) {
    const term = i32At(terms, at)
    if (truths.of(term) !== FALSE) continue
    if (failing !== NONE) return SEVERAL
    failing = term
  }
  return failing
}

const sourceOf = ({ program }: MissContext, term: number): SlotSource | null => {
  const node = program.nodes[term]
  return node !== undefined && 'slot' in node ? (program.slots[node.slot]?.source ?? null) : null
}

/** Finds the measures that fail by one term alone. */
export const findNearMisses = (context: MissContext): readonly NearMiss[] => {
  const { bitmaps, order } = context
  const { live } = bitmaps
  const once = new Int32Array(live.length)
  const more = new Int32Array(live.length)
  for (const of of bitmaps.slots) addFailing(context, of, { once, more })
  const misses: NearMiss[] = []
  for (let word = 0; word < live.length; word += 1) {
    const isGrouped = word >= order.groupWord
    let bits = (isGrouped ? i32At(live, word) : i32At(once, word)) & ~i32At(more, word)
    while (bits !== 0) {
      const lowest = bits & -bits
      bits ^= lowest
      const bit = (word << 5) + 31 - Math.clz32(lowest)
      const term = onlyFailing(context, bit)
      if (term < 0) continue
      misses.push({ measure: i32At(order.measures, bit), source: sourceOf(context, term) })
    }
  }
  return misses
}
