import { FALSE, TRUE } from '../compile/truth-code.ts'
import type { BlockSlots } from './block-slots.ts'
import type { BoundProgram } from './bound-program.ts'
import type { Layout } from './layout.ts'
import { INTERSECT, NOTHING, STEP_WIDTH, UNITE, UNITE_BOTH, UNITE_WITHOUT } from './node-steps.ts'
import type { Primitives } from './primitives.ts'
import { i32At, u8At } from './read-array.ts'

/** Builds the rows of a node, and of all it is made of, when they are first asked for in a block. */
export interface BlockNodes {
  readonly moveTo: (start: number, count: number) => void
  readonly build: (node: number) => void
}

interface Workshop {
  readonly bound: BoundProgram
  readonly layout: Layout
  readonly primitives: Primitives
  readonly slots: BlockSlots
}

/** Fills the row of a block's enterprises. */
const fillFullRow = (words: Int32Array, { fullRow, rowBytes }: Layout, count: number): void => {
  const first = fullRow >> 2
  words.fill(0, first, first + (rowBytes >> 2))
  words.fill(-1, first, first + (count >> 5))
  if ((count & 31) !== 0) words[first + (count >> 5)] = (1 << (count & 31)) - 1
}

/** Unites the rows of the states of a large set that occur in the block. */
const createUnitePresent = ({ bound, layout, primitives, slots }: Workshop, words: Int32Array) => {
  const { freeList, rowBytes } = layout
  return (at: number, target: number, isCertain: (truth: number) => boolean): void => {
    const node = bound.nodes[at]
    if (node?.kind !== 'set') return
    const rows = layout.slots[node.slot]?.rows ?? 0
    let entry = freeList >> 2
    for (const state of slots.presentStates(node.slot)) {
      if (!isCertain(u8At(node.truths, state))) continue
      words[entry] = rows + state * rowBytes
      entry += 1
    }
    primitives.unite(target, freeList, entry << 2)
  }
}

const isPossible = (truth: number): boolean => truth !== FALSE
const isTrue = (truth: number): boolean => truth === TRUE

/** The nodes of a program over the blocks that its slots move to. */
export const createBlockNodes = (workshop: Workshop): BlockNodes => {
  const { bound, layout, primitives, slots } = workshop
  const { steps, partStarts, parts, slots: slotOfNode } = layout.steps
  const { firstList, fullRow } = layout
  const { unite, uniteWithout, uniteBoth, and, without } = primitives
  const words = new Int32Array(primitives.memory.buffer)
  const built = new Int32Array(bound.nodes.length)
  const unitePresent = createUnitePresent(workshop, words)

  const intersect = (target: number, list: number, end: number): void => {
    primitives.or(target, fullRow, fullRow)
    for (let entry = list >> 2; entry < end >> 2; entry += 2) {
      and(target, target, i32At(words, entry))
      without(target, target, i32At(words, entry + 1))
    }
  }

  const doStep = (at: number, place: number): void => {
    const first = (at * 2 + place) * STEP_WIDTH
    const kind = i32At(steps, first)
    if (kind === NOTHING) return
    const target = i32At(steps, first + 1)
    const list = firstList + (i32At(steps, first + 2) << 2)
    const end = firstList + (i32At(steps, first + 3) << 2)
    if (kind === UNITE_BOTH) uniteBoth(target, list, end)
    else if (kind === UNITE) unite(target, list, end)
    else if (kind === UNITE_WITHOUT) uniteWithout(target, list, end)
    else if (kind === INTERSECT) intersect(target, list, end)
    else unitePresent(at, target, place === 0 ? isPossible : isTrue)
  }

  const buildAfresh = (at: number): void => {
    built[at] = slots.window.stamp
    const slot = i32At(slotOfNode, at)
    if (slot >= 0) slots.fillRows(slot)
    const end = i32At(partStarts, at + 1)
    for (let part = i32At(partStarts, at); part < end; part += 1) build(i32At(parts, part))
    doStep(at, 0)
    doStep(at, 1)
  }

  const build = (at: number): void => {
    if (i32At(built, at) !== slots.window.stamp) buildAfresh(at)
  }

  return {
    build,
    moveTo: (start, count) => {
      slots.moveTo(start, count)
      fillFullRow(words, layout, count)
    },
  }
}
