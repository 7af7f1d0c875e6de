import {
  codeLineage,
  type Measure,
  type Resolved,
  type Rulebook,
  type Situation,
} from '@huiqi/engine'
import { CITY_GROUPINGS, type Grouping, NO_RUNG } from '../compile/grouping.ts'
import { situationOfRow } from '../row-situation.ts'
import type { Column } from '../table.ts'
import {
  addMeeting,
  type Comparison,
  closeComparison,
  meetRows,
  type OpenComparison,
  openComparison,
  type Reaches,
} from './compare-reach.ts'
import { narrowTable } from './narrow-table.ts'
import type { Setting } from './plain-reach.ts'

/** The rows of one label compared; the label is null for rows that cannot be told. */
export interface GroupComparison {
  readonly label: string | null
  readonly comparison: Comparison
}

/** A comparison broken down one way. */
export interface Breakdown {
  readonly grouping: Grouping
  /** Labels with at least one row, in the order of the vocabulary; rows that cannot be told come last. */
  readonly groups: readonly GroupComparison[]
}

const indexOf = ({ facts, codeLists }: Rulebook, fact: string) => {
  const list = facts.get(fact)?.codes
  return list == null ? undefined : codeLists.get(list)
}

const labelOfCode = (
  rulebook: Rulebook,
  grouping: Extract<Grouping, { fact: string }>,
  resolved: Resolved,
): string | null => {
  const possible =
    resolved.kind === 'known'
      ? [String(resolved.value)]
      : resolved.possible?.kind === 'codes'
        ? resolved.possible.codes
        : []
  const index = indexOf(rulebook, grouping.fact)
  const labels = new Set(
    possible.map((code) =>
      grouping.kind === 'top-code' && index ? codeLineage(index, code).at(-1) : code,
    ),
  )
  const [label = null] = labels
  return labels.size === 1 ? label : null
}

const rungsOf = ({ corpus }: Rulebook, ladder: string) =>
  corpus.ladders.find(({ id }) => id === ladder)?.rungs ?? []

const labelOf = (situation: Situation, grouping: Grouping): string | null => {
  const { rulebook } = situation
  if (grouping.kind !== 'ladder') {
    return labelOfCode(rulebook, grouping, situation.resolve(grouping.fact, null))
  }
  const held = rungsOf(rulebook, grouping.ladder).findLast(({ held }) => {
    const resolved = situation.resolve(held, null)
    return resolved.kind === 'known' && resolved.value === true
  })
  return held?.id ?? NO_RUNG
}

const factsOf = (rulebook: Rulebook, grouping: Grouping): readonly string[] =>
  grouping.kind === 'ladder'
    ? rungsOf(rulebook, grouping.ladder).map(({ held }) => held)
    : [grouping.fact]

/** The groupings of a city that the vocabulary can tell. */
export const knownGroupings = (rulebook: Rulebook): readonly Grouping[] =>
  CITY_GROUPINGS.filter((grouping) => {
    const facts = factsOf(rulebook, grouping)
    return facts.length > 0 && facts.every((fact) => rulebook.facts.has(fact))
  })

const orderOf = (rulebook: Rulebook, grouping: Grouping): readonly (string | null)[] => {
  if (grouping.kind === 'ladder') {
    return [NO_RUNG, ...rungsOf(rulebook, grouping.ladder).map(({ id }) => id)]
  }
  return indexOf(rulebook, grouping.fact)?.list.codes.map(({ code }) => code) ?? []
}

const inOrder = (
  order: readonly (string | null)[],
  found: ReadonlyMap<string | null, OpenComparison>,
): readonly GroupComparison[] => {
  const rank = (label: string | null): number => {
    const at = order.indexOf(label)
    return at === -1 ? order.length + (label === null ? 1 : 0) : at
  }
  return [...found]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([label, open]) => ({ label, comparison: closeComparison(open) }))
}

type LabelOf = (row: number) => string | null

const FEW_VALUES: readonly Column['type'][] = ['code', 'boolean', 'date']
const MOST_REMEMBERED = 100_000

/** Remembers labels by the stored values they follow from, where few combinations are to be expected. */
const remembered = (columns: readonly Column[], labelOf: LabelOf): LabelOf => {
  if (columns.some(({ type }) => !FEW_VALUES.includes(type))) return labelOf
  const labels = new Map<string, string | null>()
  return (row) => {
    const key = columns.map(({ values }) => values[row]).join()
    const known = labels.get(key)
    if (known !== undefined) return known
    const label = labelOf(row)
    if (labels.size < MOST_REMEMBERED) labels.set(key, label)
    return label
  }
}

const labelBy = (
  { table, rulebook, clock }: Setting,
  grouping: Grouping,
  measure: Measure,
): LabelOf => {
  const bare = { ...measure, about: 'enterprise', eligible: null, benefit: null } as const
  const facts = factsOf(rulebook, grouping)
  const narrow = narrowTable(table, rulebook, { measure: bare, facts })
  return remembered(narrow.columns, (row) =>
    labelOf(situationOfRow(narrow, row, { rulebook, clock, about: 'enterprise' }), grouping),
  )
}

/** Gives the label of a row in each grouping. */
export const labelRows = (
  setting: Setting,
  groupings: readonly Grouping[],
  measure: Measure,
): ((row: number) => readonly (string | null)[]) => {
  const labels = groupings.map((grouping) => labelBy(setting, grouping, measure))
  return (row) => labels.map((labelOf) => labelOf(row))
}

/** Breaks a comparison down by groupings. */
export const compareGroups = (
  rulebook: Rulebook,
  reaches: Reaches,
  {
    groupings,
    labelsOf,
  }: {
    readonly groupings: readonly Grouping[]
    readonly labelsOf: (row: number) => readonly (string | null)[]
  },
): readonly Breakdown[] => {
  const found = groupings.map(() => new Map<string | null, OpenComparison>())
  for (const at of meetRows(reaches.before, reaches.after)) {
    const labels = labelsOf(at.row)
    for (const [place, groups] of found.entries()) {
      const label = labels[place] ?? null
      const open = groups.get(label) ?? openComparison()
      groups.set(label, open)
      addMeeting(open, reaches, at)
    }
  }
  return groupings.map((grouping, place) => ({
    grouping,
    groups: inOrder(orderOf(rulebook, grouping), found[place] ?? new Map()),
  }))
}
