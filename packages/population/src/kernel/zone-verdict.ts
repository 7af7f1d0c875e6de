import type { Node } from '../compile/node.ts'
import { FALSE, OPEN, TRUE } from '../compile/truth-code.ts'
import type { BoundProgram, BoundSlot } from './bound-program.ts'
import { passed } from './passed.ts'
import { f64At, u8At, u16At } from './read-array.ts'
import { type ColumnZones, hasValues } from './zones.ts'

/** What zones tell of a node in a block: it is impossible for all rows, certain for all, or neither. */
export type ZoneVerdict = 'none' | 'all' | 'some'

/** Tells the verdict on a node in a block; the blocks are asked about one after the other. */
export type VerdictOf = (node: number, block: number) => ZoneVerdict

/** 1 for each state that may occur in a block; null where zones do not tell. */
type States = Uint8Array | null

const statedStates = (
  { stated, states }: BoundSlot,
  zones: ColumnZones,
  block: number,
): Uint8Array => {
  const found = new Uint8Array(states)
  if (u8At(zones.missing, block) === 1) found[states - 1] = 1
  if (stated?.kind === 'lookup') {
    for (const code of zones.codes?.[block] ?? []) found[u16At(stated.states, code)] = 1
    return found
  }
  if (stated === null) return found
  if (u8At(zones.never, block) === 1) found[0] = 1
  if (!hasValues(zones, block)) return found
  const last = passed(stated.bounds, f64At(zones.high, block))
  found.fill(1, passed(stated.bounds, f64At(zones.low, block)), last + 1)
  return found
}

const TRUTHS = [FALSE, TRUE, OPEN]

const truthsIn = (truths: Uint8Array, states: Uint8Array): readonly number[] =>
  TRUTHS.filter((truth) =>
    states.some((isThere, state) => isThere === 1 && truths[state] === truth),
  )

const verdictOfTruths = (truths: readonly number[]): ZoneVerdict => {
  if (truths.every((truth) => truth === FALSE)) return 'none'
  return truths.every((truth) => truth === TRUE) ? 'all' : 'some'
}

const joined = (kind: 'all' | 'any', verdicts: readonly ZoneVerdict[]): ZoneVerdict => {
  const [decisive, neutral] =
    kind === 'all' ? (['none', 'all'] as const) : (['all', 'none'] as const)
  if (verdicts.includes(decisive)) return decisive
  return verdicts.every((verdict) => verdict === neutral) ? neutral : 'some'
}

/** Tells verdicts on the nodes of a program from the zones of its columns. */
export const createVerdicts = (
  { slots, nodes }: BoundProgram,
  zones: readonly ColumnZones[],
): VerdictOf => {
  let current = -1
  let known = new Map<number, States>()

  const logicStates = (slot: BoundSlot, block: number): States => {
    const { derivation } = slot
    if (derivation?.kind !== 'logic' || slot.stated !== null) return null
    let entries = [0]
    for (const input of derivation.inputs) {
      const states = statesIn(input.slot, block)
      const truths = states === null ? TRUTHS : truthsIn(input.truths, states)
      entries = entries.flatMap((entry) => truths.map((truth) => entry * TRUTHS.length + truth))
    }
    const found = new Uint8Array(slot.states)
    for (const entry of entries) found[u8At(derivation.states, entry)] = 1
    return found
  }
  const workOut = (at: number, block: number): States => {
    const slot = slots[at]
    if (slot === undefined || slot.isRanged) return null
    if (slot.derivation !== null) return logicStates(slot, block)
    const ofColumn = zones[slot.stated?.column ?? -1]
    return ofColumn === undefined ? null : statedStates(slot, ofColumn, block)
  }
  const statesIn = (at: number, block: number): States => {
    if (block !== current) [current, known] = [block, new Map()]
    const ready = known.get(at)
    if (ready !== undefined) return ready
    const states = workOut(at, block)
    known.set(at, states)
    return states
  }
  const truthsOf = (node: Extract<Node, { slot: number }>, states: Uint8Array): Uint8Array => {
    if (node.kind === 'set') return node.truths
    if (node.kind !== 'span') return new Uint8Array(states.length).fill(OPEN)
    const truths = new Uint8Array(states.length)
    truths.fill(TRUE, node.from, node.to)
    truths[states.length - 1] = OPEN
    return truths
  }
  const verdictOf: VerdictOf = (at, block) => {
    const node = nodes[at]
    if (node === undefined) return 'some'
    if (node.kind === 'constant') return verdictOfTruths([node.truth])
    if ('parts' in node) {
      return joined(
        node.kind,
        node.parts.map((part) => verdictOf(part, block)),
      )
    }
    const states = statesIn(node.slot, block)
    return states === null ? 'some' : verdictOfTruths(truthsIn(truthsOf(node, states), states))
  }
  return verdictOf
}
