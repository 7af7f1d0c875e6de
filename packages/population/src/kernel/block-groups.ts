import type { CompiledGrouping, LabelRule } from '../compile/grouping.ts'
import { OPEN, TRUE } from '../compile/truth-code.ts'
import type { Block } from './block.ts'
import { u8At, u16At } from './read-array.ts'

/** The labels of one grouping that occur in a block, with their rows of bits. */
export interface PresentLabels {
  /** Places of labels. */
  readonly labels: readonly number[]
  /** The row of the label 0; the others follow. */
  readonly rows: number
  /** How many rows of the block have each label. */
  readonly counts: Int32Array
}

/** The first label is for rows that cannot be told, the second of a ladder for those without a rung. */
const UNTOLD = 0
const NO_RUNG = 1

type Rungs = Extract<LabelRule, { kind: 'rungs' }>['rungs']

const labelByRungs = (block: Block, rungs: Rungs, labels: Uint16Array): void => {
  const given = rungs.map(({ slot, truths }) => ({ states: block.slots.statesOf(slot), truths }))
  for (let row = 0; row < labels.length; row += 1) {
    let label = NO_RUNG
    for (const [place, { states, truths }] of given.entries()) {
      const truth = u8At(truths, u16At(states, row))
      if (truth === TRUE) label = place + 2
      else if (truth === OPEN && label === NO_RUNG) label = UNTOLD
    }
    labels[row] = label
  }
}

const writeLabels = (block: Block, { rule }: CompiledGrouping, labels: Uint16Array): void => {
  if (rule.kind === 'rungs') {
    labelByRungs(block, rule.rungs, labels)
    return
  }
  const states = block.slots.statesOf(rule.slot)
  for (let row = 0; row < labels.length; row += 1) {
    labels[row] = u8At(rule.labels, u16At(states, row))
  }
}

/** Puts the rows of the current block under the labels of each grouping. */
export const groupBlock = (block: Block): readonly PresentLabels[] => {
  const { bound, layout, primitives, slots } = block
  const { buffer } = primitives.memory
  const { count } = slots.window
  return bound.groupings.map((grouping, at) => {
    const place = layout.groupings[at] ?? { labels: 0, rows: 0 }
    const labels = new Uint16Array(buffer, place.labels, count)
    writeLabels(block, grouping, labels)
    const size = grouping.labels.length
    new Uint8Array(buffer, place.rows, size * layout.rowBytes).fill(0)
    primitives.scatter16(place.labels, count, place.rows)
    const counts = new Int32Array(size)
    for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
    const present = [...counts.keys()].filter((label) => (counts[label] ?? 0) > 0)
    return { labels: present, rows: place.rows, counts }
  })
}
