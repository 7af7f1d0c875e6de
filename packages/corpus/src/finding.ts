import type { IssueParams } from '@huiqi/domain'
import type { IssueCode } from './issue-messages.ts'
import type { Path } from './place.ts'
import type { Target } from './reader/yaml-document.ts'

/** One problem of a file, before its line is looked up. */
export interface Finding {
  readonly code: IssueCode
  readonly path: Path
  readonly params?: IssueParams
  /** Where to point: at the value (the default), at its key, or so many characters into the text. */
  readonly target?: Target
}

/** Takes the problems of one file as they are found. */
export type Report = (finding: Finding) => void
