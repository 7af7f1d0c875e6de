/** What an issue tells beside its place, by code: the words that a message about it needs. */
export interface FeelIssueParams {
  readonly 'feel.syntax': { readonly expected: string; readonly found: string }
  /** A part of the FEEL standard that the profile leaves out. */
  readonly 'feel.outside-profile': { readonly construct: string }
  readonly 'feel.invalid-literal': { readonly expected: string; readonly text: string }
  /** An integer constant, at most `limit` either way, belongs there. */
  readonly 'feel.constant-expected': { readonly name: string; readonly limit: number }
  readonly 'feel.depth': { readonly limit: number }
  readonly 'feel.too-long': { readonly limit: number }
  readonly 'feel.unknown-name': { readonly name: string }
  readonly 'feel.unknown-function': { readonly name: string }
  /** A text that the code list of the named fact does not have. */
  readonly 'feel.unknown-code': { readonly name: string; readonly code: string }
  readonly 'feel.argument-count': { readonly name: string; readonly found: number }
  /** Kinds that do not go together; `found` lists the types of the operands. */
  readonly 'feel.type-mismatch': { readonly operator: string; readonly found: string }
  /** Units that do not go together; `found` lists the types of the operands. */
  readonly 'feel.unit-mismatch': { readonly operator: string; readonly found: string }
  readonly 'feel.wrong-context': { readonly name: string; readonly reason: Misplacement }
}

/** Why a fact may not be written like this where it stands. */
export type Misplacement =
  | 'not-yearly'
  | 'year-needed'
  | 'only-in-yearly-formula'
  | 'only-outside-yearly-formula'

/** Every code that a formula can be refused with; stable, for programs and translations. */
export type FeelIssueCode = keyof FeelIssueParams

/** A stretch of the source, in UTF-16 code units. */
export interface Span {
  readonly offset: number
  readonly length: number
}

/** One fault of a formula, without its place. */
export type FeelFault = {
  readonly [Code in FeelIssueCode]: {
    readonly code: Code
    readonly params: FeelIssueParams[Code]
  }
}[FeelIssueCode]

/** One fault of a formula with its place. */
export type FeelIssue = FeelFault & Span

const CODES: Readonly<Record<FeelIssueCode, true>> = {
  'feel.syntax': true,
  'feel.outside-profile': true,
  'feel.invalid-literal': true,
  'feel.constant-expected': true,
  'feel.depth': true,
  'feel.too-long': true,
  'feel.unknown-name': true,
  'feel.unknown-function': true,
  'feel.unknown-code': true,
  'feel.argument-count': true,
  'feel.type-mismatch': true,
  'feel.unit-mismatch': true,
  'feel.wrong-context': true,
}

/** All codes, as text. */
export const FEEL_ISSUE_CODES: readonly string[] = Object.keys(CODES)

/** The fault at its place. */
export const faultAt = (fault: FeelFault, { offset, length }: Span): FeelIssue => ({
  ...fault,
  offset,
  length,
})
