import { compare, type Exact, formatExact } from '@huiqi/domain'
import { NEVER, type Reference, type Scalar } from '../model.ts'
import { resolveReference } from '../reference.ts'
import { boundsOf, type Resolved } from '../resolved.ts'
import { type CodeIndex, codeLineage } from '../rulebook.ts'
import type { Situation } from '../situation.ts'
import { REVIEW, UNKNOWN } from './outcome-code.ts'

/** A left-hand side that measures ask about, with every right-hand side they compare it with. */
export interface Slot {
  readonly position: number
  readonly reference: Reference
  /** About how much work its value is, in stated facts. */
  readonly cost: number
  /** The hierarchy of its codes, when it has one. */
  readonly codes: CodeIndex | null
  /** Bounds of the order and date words, ascending. */
  readonly thresholds: readonly (Exact | string)[]
  /** Values that tests name: position by key. */
  readonly named: ReadonlyMap<string | boolean, number>
}

/** The open end below all ranks; also the rank of a date that never came. */
export const BELOW = -1
/** The class of a value that is open and not narrowed. */
export const ANY_CLASS = -1
/** The class of a value that is one of several classes, listed in `among`. */
export const SEVERAL_CLASSES = -2

/** Integers per slot: low rank, high rank, class, and what an open answer is: UNKNOWN or REVIEW. */
export const WIDTH = 4
/** Where the last of them stands; zero until the slot is written. */
export const OPEN_AT = 3

/** One situation as a program reads it: `WIDTH` integers for each slot, written when first asked for. */
export interface Codes {
  situation: Situation
  words: Int32Array
  /** Classes still possible, by slot position. */
  readonly among: Map<number, readonly number[]>
}

/** The key under which a value is named: distinct for distinct values of one type. */
export const keyOf = (value: Scalar): string | boolean =>
  typeof value === 'object' ? formatExact(value) : value

/** The order of two bounds of one slot. */
export const compareBounds = (a: Exact | string, b: Exact | string): number => {
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Where a value stands among ascending thresholds: `2i + 1` when it equals threshold i, `2i` when it
 * lies between the thresholds i - 1 and i.
 */
export const rankOf = (thresholds: Slot['thresholds'], value: Exact | string): number => {
  let [from, to] = [0, thresholds.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const threshold = thresholds[middle]
    const order = threshold === undefined ? 0 : compareBounds(value, threshold)
    if (order === 0) return 2 * middle + 1
    if (order < 0) to = middle
    else from = middle + 1
  }
  return 2 * from
}

/**
 * The class of a known value. Values of one class pass the same tests on named values: class i is
 * the named value i itself, class `named.size + i` what belongs to it, the last class all the rest.
 */
export const classOfValue = (slot: Slot, value: Scalar): number => {
  const { named, codes } = slot
  const exactly = named.get(keyOf(value))
  if (exactly !== undefined) return exactly
  if (codes !== null && typeof value === 'string') {
    for (const ancestor of codeLineage(codes, value)) {
      const under = named.get(ancestor)
      if (under !== undefined) return named.size + under
    }
  }
  return 2 * named.size
}

const writeRanks = (slot: Slot, resolved: Resolved, words: Int32Array): void => {
  const { thresholds } = slot
  const at = slot.position * WIDTH
  const above = 2 * thresholds.length + 1
  if (resolved.kind === 'known') {
    const { value } = resolved
    const rank = value === NEVER || typeof value === 'boolean' ? BELOW : rankOf(thresholds, value)
    words[at] = rank
    words[at + 1] = rank
    return
  }
  const { low, high } = boundsOf(resolved)
  words[at] = low === null ? BELOW : rankOf(thresholds, low)
  words[at + 1] = high === null ? above : rankOf(thresholds, high)
}

const writeClass = (slot: Slot, resolved: Resolved, codes: Codes): void => {
  const at = slot.position * WIDTH + 2
  if (resolved.kind === 'known') {
    codes.words[at] = classOfValue(slot, resolved.value)
    return
  }
  const { possible } = resolved
  codes.words[at] = possible?.kind === 'codes' ? SEVERAL_CLASSES : ANY_CLASS
  if (possible?.kind !== 'codes') return
  codes.among.set(
    slot.position,
    possible.codes.map((code) => classOfValue(slot, code)),
  )
}

/** Writes the value that a slot has in the situation. */
export const writeSlot = (slot: Slot, codes: Codes): void => {
  const resolved = resolveReference(codes.situation, slot.reference)
  if (slot.thresholds.length > 0) writeRanks(slot, resolved, codes.words)
  if (slot.named.size > 0) writeClass(slot, resolved, codes)
  const isUnknown =
    resolved.kind === 'open' && (resolved.missing.length > 0 || resolved.gaps.length > 0)
  codes.words[slot.position * WIDTH + OPEN_AT] = isUnknown ? UNKNOWN : REVIEW
}
