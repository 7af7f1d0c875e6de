import { u16At } from '../kernel/read-array.ts'
import type { GroupTally } from '../kernel/tally.ts'
import type { RowLabels } from './row-labels.ts'

/** The labels of all groupings together: each combination that occurs has a number. */
export interface JointLabels {
  /** The number of the combination of each row. */
  readonly ofRow: Uint32Array
  /** The labels of each combination, one for each grouping. */
  readonly combinations: readonly (readonly number[])[]
}

/** Parts what has one number until now by the labels of one more grouping. */
const partBy = (before: JointLabels, { grouping, labels }: RowLabels): JointLabels => {
  const size = grouping.labels.length
  const numbers = new Map<number, number>()
  const combinations: (readonly number[])[] = []
  const { ofRow } = before
  let [current, number] = [-1, 0]
  for (let row = 0; row < ofRow.length; row += 1) {
    const key = (ofRow[row] ?? 0) * size + u16At(labels, row)
    if (key !== current) {
      current = key
      number = numbers.get(key) ?? combinations.length
      if (number === combinations.length) {
        numbers.set(key, number)
        combinations.push([...(before.combinations[ofRow[row] ?? 0] ?? []), u16At(labels, row)])
      }
    }
    ofRow[row] = number
  }
  return { ofRow, combinations }
}

/** Numbers the combinations of the labels of rows. */
export const joinLabels = (labels: readonly RowLabels[], rows: number): JointLabels => {
  const none: JointLabels = { ofRow: new Uint32Array(rows), combinations: [[]] }
  return labels.reduce(partBy, none)
}

/** Counts of rows for each combination. */
export type JointCounts = Readonly<Record<'certain' | 'possible', Uint32Array>>

/** Counts of none. */
export const noCounts = ({ combinations }: JointLabels): JointCounts => ({
  certain: new Uint32Array(combinations.length),
  possible: new Uint32Array(combinations.length),
})

/** Adds counts of combinations to those of the labels they are made of. */
export const spreadCounts = (
  { combinations }: JointLabels,
  counts: JointCounts,
  groups: readonly GroupTally[],
): void => {
  for (const part of ['certain', 'possible'] as const) {
    for (const [number, count] of counts[part].entries()) {
      if (count === 0) continue
      for (const [at, group] of groups.entries()) {
        const label = combinations[number]?.[at] ?? 0
        group[part][label] = (group[part][label] ?? 0) + count
      }
    }
  }
}
