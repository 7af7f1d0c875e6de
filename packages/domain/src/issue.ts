/** The values that fill in the text of an issue; the text itself is made at the edge. */
export type IssueParams = Readonly<Record<string, string | number | readonly string[]>>

/** One problem found by a parser or a check, with its place as far as it is known. */
export interface Issue {
  /** A stable code such as `uscc.length`. */
  readonly code: string
  /** An error makes the input unusable; a warning does not. */
  readonly severity: 'error' | 'warning'
  /** The file as the caller named it. */
  readonly file?: string
  /** Counted from 1. */
  readonly line?: number
  /** Counted from 1. */
  readonly column?: number
  /** The place inside the document, such as `eligible.all[2].at-least`. */
  readonly path?: string
  readonly params: IssueParams
}

/** What each application error carries. */
export interface AppErrorParams {
  readonly 'unknown-measure': { readonly id: string; readonly similar?: readonly string[] }
  readonly 'unknown-fact': { readonly id: string; readonly similar?: readonly string[] }
  readonly 'file-not-found': { readonly path: string }
  readonly 'unreadable-file': { readonly path: string; readonly reason: string }
  readonly 'invalid-input': { readonly issues: readonly Issue[] }
  /** Nothing of that kind has this id, or the caller may not know that it has. */
  readonly 'not-found': { readonly kind: string; readonly id: string }
  readonly 'not-signed-in': Readonly<Record<never, never>>
  readonly 'wrong-credentials': Readonly<Record<never, never>>
  /** The code of a mail is wrong, too old or used; with no attempts left a new one is needed. */
  readonly 'wrong-code': { readonly attemptsLeft: number }
  readonly 'not-allowed': { readonly action: string }
  /** What is asked for does not go together with what is there already; the reason is a code such as `last-owner`. */
  readonly conflict: { readonly reason: string }
  readonly 'too-many-requests': { readonly retryAfterSeconds: number }
  readonly 'too-large': { readonly bytesAtMost: number }
}

/** The closed list of codes a caller can act on. */
export type AppErrorCode = keyof AppErrorParams

/**
 * An error that the caller can act on by its `code`; its message is the code, text for people is
 * made at the edge.
 */
export class AppError<Code extends AppErrorCode = AppErrorCode> extends Error {
  override readonly name = 'AppError'
  readonly code: Code
  readonly params: AppErrorParams[Code]

  constructor(code: Code, params: AppErrorParams[Code], options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.params = params
  }
}

/** Whether `error` is the application error with this code. */
export const hasCode = <Code extends AppErrorCode>(
  error: unknown,
  code: Code,
): error is AppError<Code> => error instanceof AppError && error.code === code

/** Whether any of the issues is an error rather than a warning. */
export const hasErrors = (issues: readonly Issue[]): boolean =>
  issues.some((issue) => issue.severity === 'error')
