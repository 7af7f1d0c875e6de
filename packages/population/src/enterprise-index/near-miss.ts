import type { SlotSource } from '../compile/draft.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { FALSE } from '../compile/truth-code.ts'
import { i32At, u8At } from '../kernel/read-array.ts'
import { lowestBit } from './bit-rows.ts'
import type { States } from './derive-state.ts'
import { type GroupBits, type GroupSight, settleGroups } from './group-bits.ts'
import type { NodeTruths } from './node-truth.ts'
import type { SlotRows } from './plan-rows.ts'
import type { SlotBitmaps } from './slot-bitmaps.ts'

/** Measures that fail by one value alone, or by one choice between several values. */
export interface NearMiss {
  /** The value that would have to be another one; null for measures that fail by a choice. */
  readonly source: SlotSource | null
  /** Their places in the program. */
  readonly measures: Int32Array
}

/** What near misses are looked for in. */
export interface MissContext {
  readonly program: PopulationProgram
  readonly bitmaps: SlotBitmaps
  readonly states: States
  readonly truths: NodeTruths
  readonly groups: GroupSight
  /** Bits of measures whose choices read what their comparisons read. */
  readonly entangled: Uint8Array
}

/** The rows that tell what is possible now, by where they begin, each with its slot by place in the bitmaps. */
interface Narrowing {
  readonly rows: Int32Array
  readonly slots: Int32Array
  /** The rows of what is possible in some state of these slots. */
  readonly reachable: Int32Array
}

const narrowingOf = ({ bitmaps, states }: MissContext): Narrowing => {
  const size = bitmaps.live.length
  const rows: number[] = []
  const slots: number[] = []
  const reachable: number[] = []
  const add = (row: number, slot: number, of: SlotRows): void => {
    rows.push(row * size)
    slots.push(slot)
    reachable.push(of.reachable * size)
  }
  for (const [slot, of] of bitmaps.slots.entries()) {
    add(of.possible + i32At(states.high, of.slot), slot, of)
    if (of.isRanged) add(of.possibleLow + i32At(states.low, of.slot), slot, of)
  }
  return {
    rows: Int32Array.from(rows),
    slots: Int32Array.from(slots),
    reachable: Int32Array.from(reachable),
  }
}

/** So many words at a time stay in the nearest cache. */
const BLOCK = 64

/** The measures that fail by at least one row, and those that fail by more. */
const countFailing = (
  { bitmaps: { live, rows } }: MissContext,
  narrowing: Narrowing,
): { readonly once: Int32Array; readonly more: Int32Array } => {
  const once = new Int32Array(live.length)
  const more = new Int32Array(live.length)
  for (let start = 0; start < live.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, live.length)
    for (let at = 0; at < narrowing.rows.length; at += 1) {
      const first = i32At(narrowing.rows, at)
      for (let word = start; word < end; word += 1) {
        const failing = i32At(live, word) & ~i32At(rows, first + word)
        const before = i32At(once, word)
        more[word] = i32At(more, word) | (before & failing)
        once[word] = before | failing
      }
    }
  }
  return { once, more }
}

/** How many groups of a bit fail. */
const failingGroups = ({ groups: { groups, truths } }: MissContext, bit: number): number => {
  let count = 0
  for (let at = i32At(groups.starts, bit); at < i32At(groups.starts, bit + 1); at += 1) {
    if (truths.of(i32At(groups.terms, at)) === FALSE) count += 1
  }
  return count
}

const hasBit = ({ rows, live }: SlotBitmaps, row: number, bit: number): boolean =>
  ((i32At(rows, row * live.length + (bit >> 5)) >>> (bit & 31)) & 1) === 1

/** Whether some state of a slot satisfies the comparisons of a bit and leaves its groups standing. */
const hasWayOut = (context: MissContext, of: SlotRows, bit: number): boolean => {
  const { bitmaps, states, truths } = context
  const [low, high] = [i32At(states.low, of.slot), i32At(states.high, of.slot)]
  let isFound = false
  for (let state = 0; state < of.open && !isFound; state += 1) {
    if (!hasBit(bitmaps, of.possible + state, bit)) continue
    if (of.isRanged && !hasBit(bitmaps, of.possibleLow + state, bit)) continue
    states.low[of.slot] = state
    states.high[of.slot] = state
    truths.restart()
    isFound = failingGroups(context, bit) === 0
  }
  states.low[of.slot] = low
  states.high[of.slot] = high
  truths.restart()
  return isFound
}

/** Misses as they are found: each with the place of its slot, `groupSlot` for those that fail by a choice. */
const createCollector = (most: number, groupSlot: number) => {
  const slots = new Int32Array(most)
  const measures = new Int32Array(most)
  const ends = new Int32Array(groupSlot + 2)
  let count = 0
  return {
    add: (slot: number, measure: number): void => {
      slots[count] = slot
      measures[count] = measure
      ends[slot + 1] = i32At(ends, slot + 1) + 1
      count += 1
    },
    /** The measures of each slot. */
    bySlot: (): readonly Int32Array[] => {
      for (let slot = 0; slot <= groupSlot; slot += 1) {
        ends[slot + 1] = i32At(ends, slot) + i32At(ends, slot + 1)
      }
      const next = ends.slice()
      const sorted = new Int32Array(count)
      for (let at = 0; at < count; at += 1) {
        const slot = i32At(slots, at)
        sorted[i32At(next, slot)] = i32At(measures, at)
        next[slot] = i32At(next, slot) + 1
      }
      return Array.from({ length: groupSlot + 1 }, (_, slot) =>
        sorted.subarray(i32At(ends, slot), i32At(ends, slot + 1)),
      )
    },
  }
}

/** Calls with each bit of a word that is set. */
const forEachBit = (word: number, bits: number, visit: (bit: number) => void): void => {
  let left = bits
  while (left !== 0) {
    visit((word << 5) + lowestBit(left))
    left &= left - 1
  }
}

/**
 * Finds the measures that fail by one value or one choice alone, those of the value that most measures
 * ask about first. A value that no comparison of the measure could be satisfied by is left out.
 */
export const findNearMisses = (context: MissContext): readonly NearMiss[] => {
  const { program, bitmaps, groups, entangled } = context
  const { rows, live } = bitmaps
  const { measures } = groups.order
  const narrowing = narrowingOf(context)
  const groupSlot = bitmaps.slots.length
  const collector = createCollector(measures.length, groupSlot)
  const settled: GroupBits = { failing: 0, open: 0 }

  /** Hands the measures that fail by one row to its slot. */
  const assign = (word: number, single: number): void => {
    let left = single
    for (let at = 0; at < narrowing.rows.length && left !== 0; at += 1) {
      const failing = left & ~i32At(rows, i32At(narrowing.rows, at) + word)
      if (failing === 0) continue
      left &= ~failing
      const slot = i32At(narrowing.slots, at)
      const of = bitmaps.slots[slot]
      if (of === undefined) continue
      forEachBit(word, failing & i32At(rows, i32At(narrowing.reachable, at) + word), (bit) => {
        const isFree = u8At(entangled, bit) === 0
        if (isFree || hasWayOut(context, of, bit)) collector.add(slot, i32At(measures, bit))
      })
    }
  }
  const failingRows = countFailing(context, narrowing)
  for (let word = 0; word < live.length; word += 1) {
    const once = i32At(failingRows.once, word)
    const more = i32At(failingRows.more, word)
    settleGroups(groups, { word, wanted: i32At(live, word) & ~more }, settled)
    const byGroup = settled.failing
    assign(word, once & ~more & ~byGroup)
    forEachBit(word, byGroup & ~once, (bit) => {
      if (failingGroups(context, bit) === 1) collector.add(groupSlot, i32At(measures, bit))
    })
  }
  return collector.bySlot().flatMap((found, slot) => {
    if (found.length === 0) return []
    const of = bitmaps.slots[slot]
    const source = of === undefined ? null : (program.slots[of.slot]?.source ?? null)
    return [{ source, measures: found }]
  })
}
