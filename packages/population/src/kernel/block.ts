import type { Table } from '../table.ts'
import { type BlockNodes, createBlockNodes } from './block-nodes.ts'
import { type BlockSlots, createBlockSlots } from './block-slots.ts'
import type { BoundProgram } from './bound-program.ts'
import { type Layout, planLayout } from './layout.ts'
import type { PrimitiveSize, Primitives } from './primitives.ts'

/** The memory and machinery with which blocks of a table are worked on, one after the other. */
export interface Block {
  readonly bound: BoundProgram
  readonly layout: Layout
  readonly primitives: Primitives
  readonly slots: BlockSlots
  readonly nodes: BlockNodes
}

/** Makes primitives over memory of their own. */
export type MakePrimitives = (size: PrimitiveSize) => Primitives

/** The rows of a block where single blocks may be skipped. */
export const BLOCK_ROWS = 8192

/** The rows of a block where every block is counted: fewer steps for each row, and still near the processor. */
export const LARGE_BLOCK_ROWS = 16_384

/** How blocks are worked on. */
export interface BlockOptions {
  /** Rows of a block: a multiple of 256, at most 16,384. */
  readonly blockRows: number
  readonly makePrimitives: MakePrimitives
}

/** Sets up the blocks of a table for a program. */
export const createBlock = (
  bound: BoundProgram,
  table: Table,
  { blockRows, makePrimitives }: BlockOptions,
): Block => {
  const layout = planLayout(bound, blockRows)
  const primitives = makePrimitives(layout)
  const { buffer } = primitives.memory
  new Int32Array(buffer).set(layout.addresses, layout.firstList >> 2)
  new Uint8Array(buffer, layout.emptyRow, layout.rowBytes).fill(0)
  const slots = createBlockSlots(bound, table, { layout, primitives })
  const nodes = createBlockNodes({ bound, layout, primitives, slots })
  return { bound, layout, primitives, slots, nodes }
}
