import type { Bilingual, Exact } from '@huiqi/domain'

/** Kinds of things that an enterprise may bring forward, of each none, one or many. */
export const THING_KINDS = [
  'project',
  'contract',
  'loan',
  'hire',
  'product',
  'exhibition',
  'cluster',
] as const

/** One of the kinds of things. */
export type ThingKind = (typeof THING_KINDS)[number]

/** What a measure may be about. */
export const SUBJECTS = ['enterprise', ...THING_KINDS] as const

/** What a measure is about: the enterprise itself or one of the things it brings forward. */
export type Subject = (typeof SUBJECTS)[number]

/** What the things of a kind are called together: keys of enterprise files, tables in SQL. */
export const THING_LISTS = {
  project: 'projects',
  contract: 'contracts',
  loan: 'loans',
  hire: 'hires',
  product: 'products',
  exhibition: 'exhibitions',
  cluster: 'clusters',
} as const satisfies Readonly<Record<ThingKind, string>>

/**
 * The type of a fact. `money` is in fen; `rate`, `count` and `number` are dimensionless exact numbers;
 * `code` is an entry of a code list.
 */
export type FactType = 'money' | 'rate' | 'count' | 'number' | 'date' | 'boolean' | 'code'

/** A date that is known never to have come: "has never been above size". */
export const NEVER = 'never'

/** One value: exact for money (fen), rates, counts and numbers; ISO date or `never`; code; truth. */
export type Scalar = Exact | string | boolean

/** Evidence grade: A issued by the authority, B checked at the window, C uploaded, D self-declared. */
export type Grade = 'A' | 'B' | 'C' | 'D'

/** How well a text is known; only `primary` and `corroborated` may decide money. */
export type SourceGrade = 'primary' | 'corroborated' | 'secondary' | 'weak'

/** Which year of a yearly fact is meant, counted from the year of submission. */
export type YearReference = 'this' | 'last' | 'before-last'

/** A figure or date that the published text does not give. */
export const NOT_FOUND = 'not-found'

/** One entry of a code list; `parent` makes a hierarchy. */
export interface Code {
  readonly code: string
  readonly name: Bilingual
  readonly parent?: string
}

/** The values that a fact of type `code` may take. */
export interface CodeList {
  readonly id: string
  readonly name: Bilingual
  readonly codes: readonly Code[]
  /** True when longer codes that begin with a listed code belong to it (GB/T 4754 classes). */
  readonly hasPrefixHierarchy: boolean
}

/** Where a derived fact comes from. A value stated directly takes precedence over its derivation. */
export type Derivation =
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'class-table'; readonly table: string }
  | { readonly kind: 'score'; readonly table: string; readonly group: string | null }
  | { readonly kind: 'validity'; readonly qualification: string }

/** One named, typed fact of the vocabulary. */
export interface FactDefinition {
  readonly id: string
  readonly subject: Subject
  readonly name: Bilingual
  readonly type: FactType
  /** Measuring unit of a count or number, for people: 人 / people. */
  readonly unit: Bilingual | null
  readonly period: 'point' | 'year'
  /** The code list of a fact of type `code`, else null. */
  readonly codes: string | null
  readonly question: Bilingual
  /** The usual source (register, tax, statistics …) and the grade it has there. */
  readonly source: string
  readonly grade: Grade
  /** What it costs the owner to answer: 1 known by heart, 2 look it up, 3 work it out. */
  readonly effort: 1 | 2 | 3
  /** Whether the enterprise can act on it; a founding date cannot be changed. */
  readonly isChangeable: boolean
  /** Whether only an officer can answer it; missing gives `needs-review` instead of `unknown`. */
  readonly isJudgement: boolean
  /** Least and greatest value that can be true of a numeric fact; stated values outside are refused. */
  readonly min?: Exact
  readonly max?: Exact
  readonly derivation: Derivation | null
}

/** A title held for a period. Its facts are `qualification.<id>`, `….granted_on`, `….valid_until`. */
export interface Qualification {
  readonly id: string
  readonly name: Bilingual
  /** Months of validity from the grant; null when it does not expire or the text was not found. */
  readonly validMonths: number | null
  /** Other titles that holders of this one hold by definition. */
  readonly implies: readonly string[]
}
