import type { Clock, Rulebook } from '@huiqi/engine'
import type { CityHead, PopulationMatch } from '@huiqi/population'
import type { Io } from '../io.ts'
import type { NamedGrouping } from './match-options.ts'

/** A city answered, with all that is needed to tell of it. */
export interface MatchPage {
  readonly io: Io
  readonly rulebook: Rulebook
  readonly head: CityHead
  readonly clock: Clock
  readonly groupings: readonly NamedGrouping[]
  readonly match: PopulationMatch
}

/** Counts of one label of a grouping. */
export interface LabelCounts {
  /** Null for rows that cannot be told. */
  readonly label: string | null
  readonly rows: number
  readonly certain: number
  readonly open: number
}

/** Counts of a measure by a grouping. */
export interface GroupCounts extends NamedGrouping {
  readonly labels: readonly LabelCounts[]
}

/** The counts of the measure at a place, by each grouping asked for. */
export const groupCounts = (
  { match, groupings }: Pick<MatchPage, 'match' | 'groupings'>,
  place: number,
): readonly GroupCounts[] =>
  groupings.flatMap((named, at) => {
    const group = match.groups[at]
    if (group === undefined) return []
    const { certain, possible } = group.countsOf(place)
    const labels = group.labels.map((label, number) => ({
      label,
      rows: group.rows[number] ?? 0,
      certain: certain[number] ?? 0,
      open: (possible[number] ?? 0) - (certain[number] ?? 0),
    }))
    return [{ ...named, labels }]
  })
