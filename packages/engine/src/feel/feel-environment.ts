import type { FeelType } from './feel-type.ts'

/** What is known of a name before any value is. */
export interface NameDeclaration {
  readonly type: FeelType
  /** A `year` fact has one value a year, a `point` fact one value. */
  readonly period: 'point' | 'year'
  /** The codes that a text may take; absent when any text will do. */
  readonly values?: { readonly has: (code: string) => boolean }
}

/**
 * The names a formula may use, and where it stands: `year` when it defines a fact of each year, `point`
 * everywhere else.
 */
export interface FeelEnvironment {
  readonly context: 'point' | 'year'
  readonly names: { readonly get: (name: string) => NameDeclaration | undefined }
}
