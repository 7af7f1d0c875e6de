import type { Block } from './block.ts'
import { type BlockAmounts, createBlockAmounts } from './block-amounts.ts'
import { groupBlock, type PresentLabels } from './block-groups.ts'
import { createCountCases } from './count-cases.ts'
import { f64At, i32At, u16At } from './read-array.ts'
import { addMoney, type GroupTally, sameMoney, type Tally } from './tally.ts'
import { createWalk } from './walk.ts'
import { withBound } from './with-bound.ts'

/** Counts one block after the other. */
export type CountBlock = (start: number, count: number) => void

/** Is told of each measure that is possible for some row; what is certain stands in the certain row. */
export type SeeMeasure = (at: number, possibleRow: number) => void

const COUNT_SHIFT = 65_536

interface Counts {
  readonly possible: number
  readonly certain: number
}

interface Grouped {
  readonly present: PresentLabels
  readonly tally: GroupTally
}

const addUp = (counts: Uint32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by
}

/** Adds the counts of a measure under the labels that occur in the block. */
const countGroups = (
  { layout, primitives }: Block,
  { present, tally }: Grouped,
  { first, row, counts }: { readonly first: number; readonly row: number; readonly counts: Counts },
): void => {
  const [only] = present.labels
  if (only !== undefined && present.labels.length === 1) {
    addUp(tally.possible, first + only, counts.possible)
    addUp(tally.certain, first + only, counts.certain)
    return
  }
  for (const label of present.labels) {
    const rows = present.rows + label * layout.rowBytes
    addUp(tally.possible, first + label, primitives.count(row, rows))
    if (counts.certain === 0) continue
    addUp(tally.certain, first + label, primitives.count(layout.certainRow, rows))
  }
}

const groupsOf = (block: Block, tally: Tally): readonly Grouped[] =>
  groupBlock(block).flatMap((present, at) => {
    const group = tally.groups[at]
    if (group === undefined) return []
    for (const label of present.labels) {
      group.rows[label] = (group.rows[label] ?? 0) + i32At(present.counts, label)
    }
    return [{ present, tally: group }]
  })

interface MoneyCounting {
  readonly amounts: BlockAmounts
  readonly tally: Tally
  readonly countCases: ReturnType<typeof createCountCases>
}

/** Adds up the money of the certain rows of a measure. */
const countMoney = (
  { bound, layout, primitives }: Block,
  { amounts, tally, countCases }: MoneyCounting,
  at: number,
): void => {
  const amount = bound.amounts[at]
  if (amount == null || amount.kind === 'constant') return
  const { certainRow, places } = layout
  if (amount.kind === 'plan' && amount.cases !== null) {
    countCases(amount.cases, at, certainRow)
    return
  }
  const sum = amount.kind === 'scaled' ? amounts.bases.sumOf(amount, certainRow) : null
  if (amount.kind === 'scaled' && sum !== null) {
    const { low, high } = withBound(amount, sum.fen)
    const unbounded = high === null ? sum.known : 0
    addMoney(tally.money, at, { low, high: high ?? 0, unbounded, unknown: 0 })
    if (sum.open > 0) addMoney(tally.money, at, sameMoney(amount.open, sum.open))
    return
  }
  const count = primitives.list(certainRow, places)
  const rows = new Uint16Array(primitives.memory.buffer, places, count)
  for (let entry = 0; entry < count; entry += 1) {
    addMoney(tally.money, at, sameMoney(amounts.amountAt(amount, u16At(rows, entry)), 1))
  }
}

/** Counts into a tally, block by block. Money that is the same for everyone is left to the counts. */
export const createCountBlock = (block: Block, tally: Tally, see?: SeeMeasure): CountBlock => {
  const { bound, layout, primitives, nodes } = block
  const walk = createWalk(block)
  const amounts = createBlockAmounts(block)
  const money = { amounts, tally, countCases: createCountCases(block, tally.money) }
  const widths = bound.groupings.map(({ labels }) => labels.length)
  let grouped: readonly Grouped[] = []

  const countUnderLabels = (at: number, row: number, counts: Counts): void => {
    for (const [place, group] of grouped.entries()) {
      countGroups(block, group, { first: at * (widths[place] ?? 0), row, counts })
    }
  }

  const visit = (at: number, row: number): void => {
    const packed = primitives.narrow(row, i32At(layout.lists, at), i32At(layout.lists, at + 1))
    const certain = packed % COUNT_SHIFT
    const possible = (packed - certain) / COUNT_SHIFT
    tally.possible[at] = f64At(tally.possible, at) + possible
    tally.certain[at] = f64At(tally.certain, at) + certain
    if (grouped.length > 0) countUnderLabels(at, row, { possible, certain })
    if (bound.counted === 'counts-and-money' && certain > 0) countMoney(block, money, at)
    see?.(at, row)
  }

  return (start, count) => {
    nodes.moveTo(start, count)
    grouped = groupsOf(block, tally)
    walk(visit)
  }
}
