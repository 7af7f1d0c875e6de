import type { PopulationProgram } from '../compile/program.ts'
import { inputsOf } from '../compile/slot.ts'
import { type Block, createBlock, type MakePrimitives } from '../kernel/block.ts'
import type { BoundProgram, BoundSlot } from '../kernel/bound-program.ts'
import type { Column, Table } from '../table.ts'
import { type KeepStates, type KeptStates, statesByKept } from './kept-states.ts'

/** A program that reads kept states instead of working them out, where there are such. */
export interface QuickProgram {
  /** The table with kept states as more columns. */
  readonly table: Table
  /** Never rules out what the program does not, but may leave more open. */
  readonly rough: BoundProgram
  /** Answers as the program does. */
  readonly exact: BoundProgram
  /** Sees to it that what `rough` reads of some slots in a block, or all that `exact` reads, is there. */
  readonly prepare: (start: number, wanted: readonly number[] | 'exact') => void
}

/** What programs are made quick with. */
export interface Keeping {
  readonly table: Table
  readonly keep: KeepStates
  readonly makePrimitives: MakePrimitives
  readonly blockRows: number
}

interface KeptSlot {
  readonly at: number
  readonly kept: KeptStates
  readonly states: Uint16Array
}

const KEPT_KINDS: readonly unknown[] = ['arithmetic', 'logic', 'classes']

const keptSlots = (
  { slots }: PopulationProgram,
  bound: BoundProgram,
  keep: KeepStates,
): readonly KeptSlot[] =>
  slots.flatMap((slot, at) => {
    const own = bound.slots[at]
    if (own === undefined || own.isRanged || !KEPT_KINDS.includes(own.derivation?.kind)) return []
    const kept = keep(slot, own)
    if (kept === null) return []
    const cuts = slot.domain.kind === 'ordered' ? slot.domain.cuts : []
    return [{ at, kept, states: statesByKept(kept, cuts) }]
  })

const columnOfKept = ({ kept }: KeptSlot): Column => ({
  fact: kept.slot.key,
  year: null,
  type: 'code',
  values: kept.states,
  missing: 255,
  never: null,
  unit: { n: 1, d: 1 },
  codes: [],
})

/** The slots without what only those read that are looked up now. */
const withoutUnread = ({ slots, nodes }: BoundProgram): readonly BoundSlot[] => {
  const read = new Set(nodes.flatMap((node) => ('slot' in node ? [node.slot] : [])))
  for (const at of read) {
    for (const input of inputsOf(slots[at]?.derivation ?? null)) read.add(input)
  }
  return slots.map((slot, at) =>
    read.has(at) ? slot : { ...slot, stated: null, derivation: null, states: 1 },
  )
}

const lookingUp = (
  bound: BoundProgram,
  places: readonly (readonly [KeptSlot, number])[],
): BoundProgram => {
  const slots = [...bound.slots]
  for (const [{ at, states }, column] of places) {
    const slot = slots[at]
    if (slot !== undefined) {
      slots[at] = { ...slot, stated: { kind: 'lookup', column, states }, derivation: null }
    }
  }
  return { ...bound, slots: withoutUnread({ ...bound, slots }) }
}

/** A program in which nothing but slots is worked out: its own, then those of kept states. */
const slotsOnly = (bound: BoundProgram, found: readonly KeptSlot[]): BoundProgram => ({
  ...bound,
  slots: [...bound.slots, ...found.map(({ kept }) => kept.slot)],
  nodes: [],
  terms: new Int32Array(0),
  starts: new Int32Array(1),
  shared: new Int32Array(0),
  order: new Int32Array(0),
  groupings: [],
  amounts: [],
  bases: [],
  scales: [],
})

/** Works out what is kept of a block where it is not there yet. */
const createFill = (
  { table, makePrimitives, blockRows }: Keeping,
  bound: BoundProgram,
  found: readonly KeptSlot[],
): ((start: number, wanted: readonly KeptSlot[]) => void) => {
  let block: Block | null = null
  return (start, wanted) => {
    const at = start / blockRows
    const missing = wanted.filter(({ kept }) => kept.filled[at] !== 1)
    if (missing.length === 0) return
    block ??= createBlock(slotsOnly(bound, found), table, { blockRows, makePrimitives })
    block.slots.moveTo(start, Math.min(blockRows, table.rows - start))
    for (const each of missing) {
      const { kept } = each
      const slot = kept.edges === null ? each.at : bound.slots.length + found.indexOf(each)
      kept.states.set(block.slots.statesOf(slot), start)
      kept.filled[at] = 1
    }
  }
}

/** Puts kept states in the place of what would be worked out. */
export const createQuickProgram = (
  program: PopulationProgram,
  bound: BoundProgram,
  keeping: Keeping,
): QuickProgram => {
  const { table, keep } = keeping
  const found = bound.engine === null ? keptSlots(program, bound, keep) : []
  const places = found.map((each, at) => [each, table.columns.length + at] as const)
  const own = places.filter(([{ kept }]) => kept.edges === null)
  const fill = createFill(keeping, bound, found)
  const ofOwn = own.map(([each]) => each)
  return {
    table: { ...table, columns: [...table.columns, ...found.map(columnOfKept)] },
    rough: lookingUp(bound, places),
    exact: lookingUp(bound, own),
    prepare: (start, wanted) =>
      fill(start, wanted === 'exact' ? ofOwn : found.filter(({ at }) => wanted.includes(at))),
  }
}
