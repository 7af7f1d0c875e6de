import type { Exact, Fen } from '@huiqi/domain'
import type { Clock, Measure } from '@huiqi/engine'
import type { AutomaticShare } from './automatic.ts'
import type { Comparison, Side } from './compare-reach.ts'
import type { Breakdown } from './group-rows.ts'
import type { Overlap } from './overlap.ts'
import type { Place, PlaceValue } from './place.ts'
import type { BudgetEnd, Days, MonthSpending, SpendingDays } from './spending.ts'
import type { Tally } from './tally.ts'

/** One enterprise by which a shift can be looked at. */
export interface Sample {
  readonly row: number
  /** Null when the table carries no credit codes. */
  readonly uscc: string | null
  /** One for each grouping of the report's breakdowns; null when it cannot be told. */
  readonly labels: readonly (string | null)[]
}

/** What a version costs over the months looked at, at the take-up assumed, for those reached for certain. */
export interface Spending extends SpendingDays {
  readonly low: Fen
  readonly high: Fen
  readonly months: readonly MonthSpending[]
}

/** How the budget fares at three costs: the least, the most, and the most with everyone who is still open. */
export interface BudgetOutlook {
  readonly low: BudgetEnd
  readonly high: BudgetEnd
  readonly withOpen: BudgetEnd
}

/** One step of a sweep, compared with the version before. */
export interface SweepPoint {
  readonly value: PlaceValue
  readonly side: Side
  readonly gained: Tally
  readonly lost: Tally
  /** Null without a budget. */
  readonly budget: BudgetOutlook | null
}

/** Two versions of a measure over one population. */
export interface SimulationReport {
  readonly before: Measure
  readonly after: Measure
  /** Whether the two are different objects: without a change the report is about one version. */
  readonly isChanged: boolean
  readonly clock: Clock
  readonly rows: number
  /** Whether either version gives money. */
  readonly hasMoney: boolean
  /** Whether the measure is about things of which the table says nothing, so that everyone stays open. */
  readonly lacksThings: boolean
  readonly comparison: Comparison
  readonly breakdowns: readonly Breakdown[]
  readonly samples: { readonly gained: readonly Sample[]; readonly lost: readonly Sample[] }
  readonly takeUp: Exact
  readonly horizon: Days
  readonly spending: { readonly before: Spending; readonly after: Spending }
  readonly budget: {
    readonly size: Fen
    readonly before: BudgetOutlook
    readonly after: BudgetOutlook
  } | null
  /** Of those who gain, or of all who are reached when no one does. */
  readonly overlap: Overlap & { readonly who: 'gained' | 'reached' }
  /** Of the version after. */
  readonly automatic: AutomaticShare
  readonly sweep: { readonly place: Place; readonly points: readonly SweepPoint[] } | null
}
