import { CASE_MESSAGES } from './messages/case-messages.ts'
import { CORPUS_MESSAGES } from './messages/corpus-messages.ts'
import { ENTERPRISE_MESSAGES } from './messages/enterprise-messages.ts'
import { FORMULA_MESSAGES } from './messages/formula-messages.ts'
import type { IssueMessage } from './messages/issue-message.ts'
import { NOTATION_MESSAGES } from './messages/notation-messages.ts'

/** Every issue of the package by its code. */
export const ISSUE_MESSAGES = {
  ...NOTATION_MESSAGES,
  ...CORPUS_MESSAGES,
  ...FORMULA_MESSAGES,
  ...CASE_MESSAGES,
  ...ENTERPRISE_MESSAGES,
} as const satisfies Readonly<Record<string, IssueMessage>>

/** A code of this package. */
export type IssueCode = keyof typeof ISSUE_MESSAGES
