import { yearOf } from '@huiqi/domain'
import type { Clock, Enterprise, Thing } from './enterprise.ts'
import type { YearReference } from './model.ts'
import type { Resolved } from './resolved.ts'
import type { Rulebook } from './rulebook.ts'

/** One enterprise, perhaps with one of its things, on one day; remembers what it has worked out. */
export interface Situation {
  readonly rulebook: Rulebook
  readonly enterprise: Enterprise
  readonly thing: Thing | null
  readonly clock: Clock
  /**
   * The value of a fact: stated directly, else derived, else open; `year` is null for facts without
   * a period. Throws RangeError on an unknown fact.
   */
  readonly resolve: (fact: string, year: number | null) => Resolved
}

const YEARS_AGO: Readonly<Record<YearReference, number>> = { this: 0, last: 1, 'before-last': 2 }

/** The calendar year that a year reference means on this clock. */
export const yearMeant = (clock: Clock, reference: YearReference): number =>
  yearOf(clock.submittedOn) - YEARS_AGO[reference]
