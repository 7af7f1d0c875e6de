import type { Priced, StackingRule } from './combination-count.ts'
import { countTogether } from './combination-count.ts'

/** A benefit in the search: what it may bring, its limits, and whom it may not be held with. */
export interface Option extends Priced {
  readonly key: string
  /** Both ends closed; an open high end is searched as its low end. */
  readonly amount: { readonly low: number; readonly high: number }
  /** Whether its worth is not a figure: not money, or open upwards. */
  readonly isUnpriced: boolean
  readonly rivals: ReadonlySet<Option>
}

/** What a set is worth; compared from the first field to the last. */
interface Worth {
  readonly high: number
  readonly low: number
  readonly unpriced: number
}

const compareWorth = (a: Worth, b: Worth): number =>
  a.high - b.high || a.low - b.low || a.unpriced - b.unpriced

const worthOf = ({ amount: { low, high }, isUnpriced }: Option): Worth => ({
  high,
  low,
  unpriced: isUnpriced ? 1 : 0,
})

const worthTogether = (options: readonly Option[]): Worth => {
  let [high, low] = [0, 0]
  for (const counted of countTogether(options).values()) {
    high += counted.high ?? counted.low
    low += counted.low
  }
  return { high, low, unpriced: options.filter(({ isUnpriced }) => isUnpriced).length }
}

/** The larger worth first, then by key. */
const compareOptions = (a: Option, b: Option): number =>
  compareWorth(worthOf(b), worthOf(a)) || (a.key < b.key ? -1 : 1)

/** Options of which at most `limit` can be taken and that give at most `cap` fen together. */
interface Cell {
  readonly limit: number
  readonly cap: number
  readonly members: Option[]
  /** The members seen since the cell was emptied, and what they can be worth at most. */
  count: number
  high: number
  low: number
  unpriced: number
}

const openCell = (limit: number | null, cap: number | null): Cell => ({
  limit: limit ?? Number.POSITIVE_INFINITY,
  cap: cap ?? Number.POSITIVE_INFINITY,
  members: [],
  count: 0,
  high: 0,
  low: 0,
  unpriced: 0,
})

/** Every option in one cell: what the cells can hold bounds every legal set from above. */
type Cover = readonly Cell[]

const coverBy = (
  options: readonly Option[],
  groupOf: (option: Option) => StackingRule | undefined,
): Cover => {
  const groups = new Map<StackingRule, Cell>()
  const cliques: Cell[] = []
  for (const option of options) {
    const group = groupOf(option)
    const cell = group
      ? (groups.get(group) ?? openCell(group.atMost, group.cap))
      : (cliques.find(({ members }) => members.every((other) => option.rivals.has(other))) ??
        openCell(1, null))
    if (group) groups.set(group, cell)
    else if (cell.members.length === 0) cliques.push(cell)
    cell.members.push(option)
  }
  return [...groups.values(), ...cliques]
}

const coversOf = (options: readonly Option[]): readonly Cover[] => [
  coverBy(options, ({ groups }) => groups.find(({ cap }) => cap !== null) ?? groups[0]),
  coverBy(options, ({ groups }) => groups.find(({ atMost }) => atMost !== null) ?? groups[0]),
  coverBy(options, () => undefined),
]

/** An option with its cell in each cover. */
interface Place {
  readonly option: Option
  readonly cells: readonly Cell[]
}

const empty = (cell: Cell): void => {
  cell.count = 0
  cell.high = 0
  cell.low = 0
  cell.unpriced = 0
}

/** Where a cap cuts the high ends, the low ends may come from other members than the first ones. */
const fill = (cell: Cell, { amount, isUnpriced }: Option): void => {
  const isWithinLimit = cell.count < cell.limit
  cell.count += 1
  if (isWithinLimit) cell.high += amount.high
  if (!isWithinLimit && cell.cap === Number.POSITIVE_INFINITY) return
  cell.low += amount.low
  if (isUnpriced) cell.unpriced += 1
}

const worthOfCells = (cover: Cover): Worth => {
  let [high, low, unpriced] = [0, 0, 0]
  for (const cell of cover) {
    high += Math.min(cell.cap, cell.high)
    low += Math.min(cell.cap, cell.low)
    unpriced += cell.unpriced
  }
  return { high, low, unpriced }
}

/** Whether a legal set of all of `taken` and some of `free` can be worth more, as far as bounds tell. */
const mayBeat = (
  best: Worth,
  covers: readonly Cover[],
  { taken, free }: { readonly taken: readonly Place[]; readonly free: readonly Place[] },
): boolean =>
  covers.every((cover, index) => {
    for (const cell of cover) empty(cell)
    for (const places of [taken, free]) {
      for (const { option, cells } of places) {
        const cell = cells[index]
        if (cell) fill(cell, option)
      }
    }
    return compareWorth(worthOfCells(cover), best) > 0
  })

const isCompatible = (other: Option, next: Option, taken: readonly Place[]): boolean =>
  !next.rivals.has(other) &&
  next.groups.every(
    (group) =>
      group.atMost === null ||
      !other.groups.includes(group) ||
      taken.filter(({ option }) => option.groups.includes(group)).length < group.atMost,
  )

/**
 * The legal subset of the options that is worth most; among equals the one that takes larger
 * options first. Branch and bound: exact, exponential in the number of options at worst.
 */
const searchConnected = (options: readonly Option[]): readonly Option[] => {
  const covers = coversOf(options)
  const places = options.map((option) => ({
    option,
    cells: covers.flatMap((cover) => cover.find(({ members }) => members.includes(option)) ?? []),
  }))
  let best: readonly Option[] = []
  let bestWorth: Worth = { high: -1, low: 0, unpriced: 0 }
  const visit = (taken: readonly Place[], free: readonly Place[]): void => {
    if (!mayBeat(bestWorth, covers, { taken, free })) return
    const [next, ...rest] = free
    if (next) {
      const withNext = [...taken, next]
      const stillFree = rest.filter(({ option }) => isCompatible(option, next.option, withNext))
      visit(withNext, stillFree)
      visit(taken, rest)
      return
    }
    const chosen = taken.map(({ option }) => option)
    const worth = worthTogether(chosen)
    if (compareWorth(worth, bestWorth) > 0) [best, bestWorth] = [chosen, worth]
  }
  visit([], places)
  return best
}

const neighboursOf = (
  option: Option,
  byGroup: ReadonlyMap<StackingRule, readonly Option[]>,
): readonly Option[] => [
  ...option.rivals,
  ...option.groups.flatMap((group) => byGroup.get(group) ?? []),
]

/** Splits options into parts that share neither a rivalry nor a group. */
const connectedParts = (options: readonly Option[]): readonly (readonly Option[])[] => {
  const byGroup = new Map<StackingRule, Option[]>()
  for (const option of options) {
    for (const group of option.groups) {
      byGroup.set(group, [...(byGroup.get(group) ?? []), option])
    }
  }
  const placed = new Set<Option>()
  const parts: Option[][] = []
  for (const start of options) {
    if (placed.has(start)) continue
    const part = new Set([start])
    for (const member of part) for (const other of neighboursOf(member, byGroup)) part.add(other)
    for (const member of part) placed.add(member)
    parts.push([...part].sort(compareOptions))
  }
  return parts
}

/** Drops what adds to neither end of the total: a benefit beyond a cap is not worth an application. */
const withoutIdle = (chosen: readonly Option[]): readonly Option[] =>
  chosen.reduceRight<readonly Option[]>((kept, option) => {
    if (option.isUnpriced) return kept
    const others = kept.filter((other) => other !== option)
    return compareWorth(worthTogether(others), worthTogether(kept)) >= 0 ? others : kept
  }, chosen)

/** The legal subset that is worth most, larger options first; independent of the order given. */
export const searchBest = (options: readonly Option[]): readonly Option[] =>
  connectedParts(options)
    .flatMap((part) => withoutIdle(searchConnected(part)))
    .toSorted(compareOptions)
