import type { Need, Verdict } from '@huiqi/engine'
import type { Restated } from './change-subject.ts'
import type { EnterpriseWithThings } from './enterprise-facts.ts'
import type { LeafReason } from './leaf-reason.ts'
import type { MoneyOfOne } from './money-of-one.ts'
import type { NearMiss } from './near-miss.ts'
import type { OpenQuestion } from './open-question.ts'

/** What an enterprise is told: all measures of an index answered, until a fact changes. */
export interface EnterpriseAnswers {
  /** The enterprise as it stands. */
  readonly subject: () => EnterpriseWithThings
  /** How many measures are met, and how many are met or may be. */
  readonly counts: () => { readonly certain: number; readonly possible: number }
  /** Places of the measures that are met, in no particular order. */
  readonly certain: () => Int32Array
  /** Places of the measures that are not met yet but may be. */
  readonly open: () => Int32Array
  /** What the measures that are met bring together. */
  readonly money: () => MoneyOfOne
  /** Measures that fail by one value or one choice alone, by the value. */
  readonly nearMisses: () => readonly NearMiss[]
  /** What to ask, the most worthwhile first; measures whose benefit is used up ask nothing. */
  readonly questions: () => readonly OpenQuestion[]
  /** How each leaf of a measure came out, left to right. */
  readonly reasons: (measure: number) => readonly LeafReason[]
  /** The plain evaluator's answer for one measure, with all its reasons. */
  readonly explain: (measure: number) => Verdict
  /** States a fact anew, or takes it back with null; only what depends on it is worked out again. */
  readonly change: (need: Need, stated: Restated) => void
}
