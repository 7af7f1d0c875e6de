import { openState } from '../compile/domain.ts'
import type { PopulationProgram } from '../compile/program.ts'
import type { Steps } from '../compile/steps.ts'
import { buildChoiceRows, createChosenChoices } from './choice-rows.ts'
import {
  type ChosenRows,
  createChosenRows,
  createSurvivors,
  type Survivors,
} from './chosen-rows.ts'
import { createDependentsOf, type DependentsOf } from './dependents.ts'
import type { States } from './derive-state.ts'
import { markEntangled } from './entangled.ts'
import { createStatedOf, type StatedOf } from './enterprise-facts.ts'
import type { GroupSight } from './group-bits.ts'
import { type LeafTable, tabulateLeaves } from './leaf-reason.ts'
import type { MatchBits, Settling } from './match-bits.ts'
import { type MeasureOrder, orderMeasures } from './measure-order.ts'
import { type AmountsOfProgram, prepareAmounts } from './money-of-one.ts'
import { createNodeTruths, type NodeTruths } from './node-truth.ts'
import { createPartialRows, type PartialRows } from './partial-rows.ts'
import { buildingSlotBitmaps, type SlotBitmaps } from './slot-bitmaps.ts'
import { type Stakes, tabulateStakes } from './stakes.ts'
import { createReadState, type ReadState } from './state-reader.ts'
import { keepTerms, listTerms, type TermLists } from './term-lists.ts'

/** What the answers of an index share: one of them at a time has the room, the others come back to it. */
export interface IndexRoom {
  readonly program: PopulationProgram
  readonly order: MeasureOrder
  readonly terms: TermLists
  readonly bitmaps: SlotBitmaps
  readonly groups: GroupSight
  readonly readState: ReadState
  readonly statedOf: StatedOf
  readonly dependentsOf: DependentsOf
  readonly states: States
  readonly truths: NodeTruths
  readonly chosen: ChosenRows
  readonly survivors: Survivors
  readonly partial: PartialRows
  readonly settling: Settling
  readonly bits: MatchBits
  /** Worked out when first asked for, like the leaves. */
  readonly amounts: () => AmountsOfProgram
  /** Listing leaves may make nodes that no measure needed: their truths stand apart. */
  readonly leaves: () => { readonly table: LeafTable; readonly truths: NodeTruths }
  readonly entangled: () => Uint8Array
  readonly stakes: () => Stakes
  /** Whose answers stand in the room. */
  holder: object | null
}

const isGroupIn =
  ({ nodes }: PopulationProgram) =>
  (term: number): boolean => {
    const kind = nodes[term]?.kind
    return kind === 'all' || kind === 'any'
  }

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Sets up the room of an index, step by step. */
export function* settingUpRoom(program: PopulationProgram): Steps<IndexRoom> {
  const { slots, nodes } = program
  const order = orderMeasures(program)
  yield
  const { words } = order
  const terms = listTerms(program, order)
  const bitmaps = yield* buildingSlotBitmaps(program, order, terms)
  const states = { low: new Int32Array(slots.length), high: new Int32Array(slots.length) }
  const opens = Int32Array.from(slots, ({ domain }) => openState(domain))
  const truths = createNodeTruths(nodes, states, opens)
  const chosen = createChosenRows(bitmaps.slots.length)
  yield
  const choices = buildChoiceRows(program, order, terms)
  yield
  const amounts = once(() => prepareAmounts(program))
  const groups: GroupSight = {
    order,
    groups: keepTerms(terms, isGroupIn(program)),
    truths,
    choices,
    chosenChoices: createChosenChoices(choices),
  }
  return {
    program,
    order,
    terms,
    bitmaps,
    groups,
    readState: createReadState(program),
    statedOf: createStatedOf(program.rulebook),
    dependentsOf: createDependentsOf(slots),
    states,
    truths,
    chosen,
    survivors: createSurvivors(words),
    partial: createPartialRows(bitmaps),
    settling: { bitmaps, chosen, groups },
    bits: { possible: new Int32Array(words), certain: new Int32Array(words) },
    amounts,
    leaves: once(() => {
      const table = tabulateLeaves(program)
      return { table, truths: createNodeTruths(nodes, states, opens) }
    }),
    entangled: once(() => markEntangled(program, terms)),
    stakes: once(() => tabulateStakes(program, order, amounts())),
    holder: null,
  }
}
