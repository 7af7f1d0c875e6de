import type { Fen, IsoDate } from '@huiqi/domain'
import type { Grade, Scalar, ThingKind } from './model.ts'

/** One stated value of a fact, with where it comes from. */
export interface StatedValue {
  readonly value: Scalar
  /** The year it is about, for yearly facts; else null. */
  readonly year: number | null
  readonly source: string | null
  readonly grade: Grade | null
}

/** Facts by id; a fact that is absent is unknown. */
export type Facts = Readonly<Record<string, readonly StatedValue[]>>

/** A project, contract, loan … that the enterprise brings forward. */
export interface Thing {
  readonly id: string
  readonly name: string
  readonly facts: Facts
}

/** A benefit already received. */
export interface PastAward {
  readonly measure: string
  readonly on: IsoDate
  readonly amount: Fen | null
}

/** An enterprise as the engine reads it. */
export interface Enterprise {
  readonly uscc: string | null
  readonly name: string
  readonly facts: Facts
  /** Absent kind: not known whether there are any; empty list: known to have none. */
  readonly things: Readonly<Partial<Record<ThingKind, readonly Thing[]>>>
  readonly awards: readonly PastAward[]
}

/** The two days that decide: facts and titles on `asOf`, rule sets and years by `submittedOn`. */
export interface Clock {
  readonly asOf: IsoDate
  readonly submittedOn: IsoDate
}
