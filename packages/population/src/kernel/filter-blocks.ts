import type { Node } from '../compile/node.ts'
import type { Block } from './block.ts'
import type { BoundProgram } from './bound-program.ts'
import { u16At } from './read-array.ts'
import type { VerdictOf } from './zone-verdict.ts'

/** Is told of the rows of a block that may still meet the measure; the next block overwrites them. */
export type VisitRows = (rows: Int32Array) => void

/** What a filter is helped by. */
export interface FilterOptions {
  readonly verdictOf: VerdictOf
  /** Is told which slots of the block from a row on are read next. */
  readonly prepare: (start: number, slots: readonly number[]) => void
}

/** So few rows are not worth another look at a whole block. */
const FEW_ROWS = 256

/** How dear it is to fill the rows of a slot for a whole block; infinite where it is left for later. */
const costOfSlot = (bound: BoundProgram, slot: number): number => {
  const { stated, derivation, isRanged } = bound.slots[slot] ?? { isRanged: true }
  if (isRanged) return Number.POSITIVE_INFINITY
  if (derivation?.kind === 'logic') {
    return derivation.inputs.reduce((sum, input) => sum + costOfSlot(bound, input.slot), 3)
  }
  if (derivation != null) return Number.POSITIVE_INFINITY
  if (stated == null) return 0
  return stated.kind === 'bins' ? 1 : 3
}

const costOfNode = (bound: BoundProgram, node: Node | undefined): number => {
  if (node === undefined) return Number.POSITIVE_INFINITY
  if (node.kind === 'constant') return 0
  if ('slot' in node) return costOfSlot(bound, node.slot)
  return node.parts.reduce((sum, part) => sum + costOfNode(bound, bound.nodes[part]), 0)
}

/** The terms of the only measure that are worth a look at whole blocks, the cheapest first. */
const cheapTerms = (bound: BoundProgram): readonly number[] =>
  [...bound.terms]
    .map((term) => ({ term, cost: costOfNode(bound, bound.nodes[term]) }))
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost)
    .map(({ term }) => term)

const slotsOfNode = (bound: BoundProgram, node: Node | undefined): readonly number[] => {
  if (node === undefined || node.kind === 'constant') return []
  if ('slot' in node) return [node.slot]
  return node.parts.flatMap((part) => slotsOfNode(bound, bound.nodes[part]))
}

/**
 * Finds the rows of a block that may meet the only measure of a program, as far as a quick look tells:
 * zones first, then the terms that need nothing but columns.
 */
export const createFilter = (
  { bound, layout, primitives, nodes }: Block,
  { verdictOf, prepare }: FilterOptions,
): ((start: number, count: number, visit: VisitRows) => void) => {
  const { stack, fullRow, places, rowBytes } = layout
  const terms = cheapTerms(bound)
  const slots = new Map(terms.map((term) => [term, slotsOfNode(bound, bound.nodes[term])]))
  const shorts = new Uint16Array(primitives.memory.buffer)
  const blockRows = rowBytes * 8
  const rows = new Int32Array(blockRows)

  /** The row of bits that is left; null when nothing is. */
  const narrowed = (start: number, undecided: readonly number[]): number | null => {
    let row = fullRow
    for (const term of undecided) {
      prepare(start, slots.get(term) ?? [])
      nodes.build(term)
      const place = layout.nodes[term]
      if (place === undefined) throw new RangeError(`no node ${term}`)
      if (primitives.and(stack, row, place.possible) === 0) return null
      row = stack
      if (primitives.count(row, fullRow) <= FEW_ROWS) return row
    }
    return row
  }

  return (start, count, visit) => {
    const at = start / blockRows
    if (bound.terms.some((term) => verdictOf(term, at) === 'none')) return
    nodes.moveTo(start, count)
    const row = narrowed(
      start,
      terms.filter((term) => verdictOf(term, at) === 'some'),
    )
    if (row === null) return
    const found = primitives.list(row, places)
    for (let entry = 0; entry < found; entry += 1) {
      rows[entry] = start + u16At(shorts, (places >> 1) + entry)
    }
    visit(rows.subarray(0, found))
  }
}
