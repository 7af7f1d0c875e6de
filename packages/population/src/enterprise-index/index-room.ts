import { openState } from '../compile/domain.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { createDependentsOf, type DependentsOf } from './dependents.ts'
import type { States } from './derive-state.ts'
import { type LeafTable, tabulateLeaves } from './leaf-reason.ts'
import {
  type ChosenRows,
  createChosenRows,
  createSurvivors,
  type MatchBits,
  type Settling,
  type Survivors,
} from './match-bits.ts'
import { type MeasureOrder, orderMeasures } from './measure-order.ts'
import { type AmountsOfProgram, prepareAmounts } from './money-of-one.ts'
import { createNodeTruths, type NodeTruths } from './node-truth.ts'
import { createPartialRows, type PartialRows } from './partial-rows.ts'
import { buildSlotBitmaps, type SlotBitmaps } from './slot-bitmaps.ts'
import { createReadState, type ReadState } from './state-reader.ts'
import { listTerms, type TermLists } from './term-lists.ts'

/** What the answers of an index share: one of them at a time has the room, the others come back to it. */
export interface IndexRoom {
  readonly program: PopulationProgram
  readonly order: MeasureOrder
  readonly bitmaps: SlotBitmaps
  readonly amounts: AmountsOfProgram
  readonly readState: ReadState
  readonly dependentsOf: DependentsOf
  readonly terms: TermLists
  readonly states: States
  readonly truths: NodeTruths
  readonly chosen: ChosenRows
  readonly survivors: Survivors
  readonly partial: PartialRows
  readonly settling: Settling
  readonly bits: MatchBits
  /** Listed when first asked for. */
  readonly leaves: () => LeafTable
  /** Whose answers stand in the room. */
  holder: object | null
}

const isGroupIn =
  ({ nodes }: PopulationProgram) =>
  (term: number): boolean => {
    const kind = nodes[term]?.kind
    return kind === 'all' || kind === 'any'
  }

/** Sets up the room of an index. */
export const createRoom = (program: PopulationProgram): IndexRoom => {
  const { slots, nodes } = program
  const order = orderMeasures(program)
  const bitmaps = buildSlotBitmaps(program, order)
  const states = { low: new Int32Array(slots.length), high: new Int32Array(slots.length) }
  const opens = Int32Array.from(slots, ({ domain }) => openState(domain))
  const truths = createNodeTruths(nodes, states, opens)
  const chosen = createChosenRows(bitmaps.slots.length)
  const { words } = order
  let leaves: LeafTable | null = null
  const groups = listTerms(program, order, isGroupIn(program))
  return {
    program,
    order,
    bitmaps,
    amounts: prepareAmounts(program),
    readState: createReadState(program),
    terms: listTerms(program, order, () => true),
    dependentsOf: createDependentsOf(slots),
    states,
    truths,
    chosen,
    survivors: createSurvivors(words),
    partial: createPartialRows(bitmaps),
    settling: { bitmaps, order, chosen, truths, groups },
    bits: { possible: new Int32Array(words), certain: new Int32Array(words) },
    leaves: () => {
      leaves ??= tabulateLeaves(program)
      return leaves
    },
    holder: null,
  }
}
