import type { IsoDate, Language } from '@huiqi/domain'

/** Where questions are put to a person. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
}

/** The world a command runs in: where it writes and what it may know of its surroundings. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Width of the page in columns. */
  readonly columns: number
  readonly isColored: boolean
  /** The terminal at which a person sits: progress and questions are allowed; null without one. */
  readonly terminal: Terminal | null
  readonly language: Language
  readonly today: IsoDate
  /** The folder with the policies. */
  readonly policies: string
}

/** Exit codes: fine, findings to act on, misuse, stopped by the person. */
export const EXIT = { fine: 0, findings: 1, misuse: 2, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
