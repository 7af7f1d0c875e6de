import type { Condition, Group, Leaf } from '../model.ts'
import { codeLineage } from '../rulebook.ts'
import type { BoundTest } from './bound-test.ts'
import { FALSE, TRUE, UNKNOWN } from './outcome-code.ts'
import {
  type Codes,
  keyOf,
  OPEN_AT,
  rankOf,
  SEVERAL_CLASSES,
  type Slot,
  WIDTH,
  writeSlot,
} from './slot.ts'

/** A compiled condition: gives the code of its truth. */
export type Rule = (codes: Codes) => number

/** A leaf with the place of its value and its tests on the day. */
export interface BoundLeaf {
  readonly slot: Slot
  readonly tests: readonly BoundTest[]
}

const always =
  (code: number): Rule =>
  () =>
    code

/** True when all ranks still possible lie in the span, false when none does. */
const compileSpan = (slot: Slot, from: number, to: number): Rule => {
  const at = slot.position * WIDTH
  return (codes) => {
    const { words } = codes
    if (words[at + OPEN_AT] === 0) writeSlot(slot, codes)
    const low = words[at] ?? 0
    const high = words[at + 1] ?? 0
    if (low >= from && high <= to) return TRUE
    if (high < from || low > to) return FALSE
    return words[at + OPEN_AT] ?? UNKNOWN
  }
}

const compileOrder = (
  slot: Slot,
  tests: readonly Extract<BoundTest, { kind: 'order' }>[],
): Rule => {
  let [from, to] = [0, 2 * slot.thresholds.length]
  for (const { word, bound } of tests) {
    if (typeof bound === 'boolean') throw new TypeError(`${word} needs a number or a date`)
    const rank = rankOf(slot.thresholds, bound)
    if (word === 'at-least' || word === 'not-before') from = Math.max(from, rank)
    else if (word === 'more-than') from = Math.max(from, rank + 1)
    else if (word === 'less-than') to = Math.min(to, rank - 1)
    else to = Math.min(to, rank)
  }
  return compileSpan(slot, from, to)
}

type Membership = Extract<BoundTest, { kind: 'membership' }>

const lineageKeys = ({ codes }: Slot, value: string | boolean): readonly (string | boolean)[] =>
  codes !== null && typeof value === 'string' ? codeLineage(codes, value) : [value]

/** The truth for each class of the slot. */
const classTruths = (slot: Slot, test: Membership): Uint8Array => {
  const keys = new Set<string | boolean>(test.values.map(keyOf))
  const { size } = slot.named
  const isMember = new Uint8Array(2 * size + 1)
  for (const [key, at] of slot.named) {
    const belongs = test.hasDescendants && lineageKeys(slot, key).some((code) => keys.has(code))
    isMember[at] = belongs || keys.has(key) ? 1 : 0
    isMember[size + at] = belongs ? 1 : 0
  }
  return isMember.map((member) => ((member === 1) === test.isNegated ? FALSE : TRUE))
}

const severalTruth = (truths: Uint8Array, classes: readonly number[], open: number): number => {
  const first = truths[classes[0] ?? 0] ?? open
  return classes.every((each) => truths[each] === first) ? first : open
}

const compileMembership = (slot: Slot, test: Membership): Rule => {
  const truths = classTruths(slot, test)
  const { position } = slot
  const at = position * WIDTH
  return (codes) => {
    const { words, among } = codes
    if (words[at + OPEN_AT] === 0) writeSlot(slot, codes)
    const index = words[at + 2] ?? 0
    if (index >= 0) return truths[index] ?? UNKNOWN
    const open = words[at + OPEN_AT] ?? UNKNOWN
    if (index !== SEVERAL_CLASSES) return open
    return severalTruth(truths, among.get(position) ?? [], open)
  }
}

const compileAll =
  (parts: readonly Rule[]): Rule =>
  (codes) => {
    let truth = TRUE
    for (const part of parts) {
      const found = part(codes)
      if (found === FALSE) return FALSE
      if (found > truth) truth = found
    }
    return truth
  }

const compileAny =
  (parts: readonly Rule[]): Rule =>
  (codes) => {
    let truth = FALSE
    for (const part of parts) {
      const found = part(codes)
      if (found === TRUE) return TRUE
      if (found > truth) truth = found
    }
    return truth
  }

const compileNot =
  (rule: Rule): Rule =>
  (codes) => {
    const truth = rule(codes)
    return truth === TRUE ? FALSE : truth === FALSE ? TRUE : truth
  }

const joined = (parts: readonly Rule[], join: (parts: readonly Rule[]) => Rule): Rule => {
  const [only] = parts
  return only && parts.length === 1 ? only : join(parts)
}

const compileLeaf = ({ slot, tests }: BoundLeaf): Rule => {
  const orders = tests.filter((test) => test.kind === 'order')
  const memberships = tests.filter((test) => test.kind === 'membership')
  const parts = [
    ...(orders.length > 0 ? [compileOrder(slot, orders)] : []),
    ...memberships.map((test) => compileMembership(slot, test)),
  ]
  const tested = joined(parts, compileAll)
  if (!tests.some((test) => test.kind === 'gap')) return tested
  return joined([tested, always(UNKNOWN)], compileAll)
}

type LeafOf = (leaf: Leaf) => BoundLeaf

const costOf = (condition: Condition, leafOf: LeafOf): number =>
  condition.kind === 'leaf'
    ? leafOf(condition).slot.cost
    : condition.parts.reduce((sum, part) => sum + costOf(part, leafOf), 0)

/** The parts in the order of their cost: the answer does not depend on the order, the time does. */
const compileParts = ({ parts }: Group, leafOf: LeafOf): readonly Rule[] =>
  parts
    .map((part) => ({ part, cost: costOf(part, leafOf) }))
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ part }) => compileCondition(part, leafOf))

const compileGroup = (group: Group, leafOf: LeafOf): Rule => {
  const rules = compileParts(group, leafOf)
  if (group.kind === 'all') return joined(rules, compileAll)
  const any = joined(rules, compileAny)
  return group.kind === 'any' ? any : compileNot(any)
}

/** Compiles a condition whose leaves are already bound to slots. */
export const compileCondition = (condition: Condition, leafOf: LeafOf): Rule =>
  condition.kind === 'leaf' ? compileLeaf(leafOf(condition)) : compileGroup(condition, leafOf)
