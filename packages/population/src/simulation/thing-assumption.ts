import type { Bilingual, Exact } from '@huiqi/domain'
import type { ThingKind } from '@huiqi/engine'

/** How the values of one fact of an assumed thing come about. `missing` is the share of things of which it is not known. */
export type FactAssumption =
  /** A multiple of another value with a log-normal spread: `of` × `median` × e^(`spread` × normal), in whole steps. */
  | {
      readonly kind: 'log-normal'
      readonly of: string
      readonly median: number
      readonly spread: number
      readonly step: Exact
      readonly missing: number
    }
  /** An evenly drawn part of another value, in whole steps, rounded down. */
  | {
      readonly kind: 'part'
      readonly of: string
      readonly from: number
      readonly to: number
      readonly step: Exact
      readonly missing: number
    }
  /** One of several codes by their weights. */
  | {
      readonly kind: 'one-of'
      readonly weights: Readonly<Record<string, number>>
      readonly missing: number
    }
  /** True with a probability. */
  | { readonly kind: 'true'; readonly share: number; readonly missing: number }

/**
 * What is assumed of the projects, contracts … that a table says nothing of. An enterprise brings one
 * forward in a year with the probability of its section times that of its size.
 */
export interface ThingAssumption {
  readonly about: ThingKind
  /** Where the figures come from. */
  readonly says: Bilingual
  /** The fact by which size is measured, of the last full year when it is yearly. */
  readonly size: string
  /** Probability by section of the industry. */
  readonly sections: Readonly<Record<string, number>>
  readonly otherwise: number
  /** What the probability is multiplied by from a size on, largest size first; below the last it is zero. */
  readonly times: readonly { readonly atLeast: Exact; readonly factor: number }[]
  /** In the order in which they are drawn: a fact may rest on one before it. */
  readonly facts: Readonly<Record<string, FactAssumption>>
}
