import type { Issue } from '@huiqi/domain'

/** Text of an issue with `{param}` slots, and how grave the issue is. */
export interface IssueMessage {
  readonly severity: Issue['severity']
  readonly zh: string
  readonly en: string
}
