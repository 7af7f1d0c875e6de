import type { Issue, Language } from '@huiqi/domain'
import { ISSUE_MESSAGES } from './issue-messages.ts'
import type { IssueMessage } from './messages/issue-message.ts'

const MESSAGES: ReadonlyMap<string, IssueMessage> = new Map(Object.entries(ISSUE_MESSAGES))

const SEPARATOR: Readonly<Record<Language, string>> = { zh: '、', en: ', ' }

const asText = (
  value: string | number | readonly string[] | undefined,
  language: Language,
): string => (typeof value === 'object' ? value.join(SEPARATOR[language]) : String(value ?? ''))

const suggestion = ({ params }: Issue, language: Language): string => {
  const { similar } = params
  if (similar === undefined || asText(similar, language) === '') return ''
  return language === 'zh'
    ? `；是不是 ${asText(similar, language)}？`
    : `; did you mean ${asText(similar, language)}?`
}

const placeOf = ({ file, line, column }: Issue): string => {
  const parts = [file, line, column].filter((part) => part !== undefined)
  return parts.length === 0 ? '' : `${parts.join(':')}: `
}

/** What is wrong, in words, without the place. */
export const describeIssue = (issue: Issue, language: Language): string => {
  const message = MESSAGES.get(issue.code)?.[language]
  if (message === undefined) return `${issue.code} ${JSON.stringify(issue.params)}`
  const text = message.replace(/\{([a-z-]+)\}/g, (_, name: string) =>
    asText(issue.params[name], language),
  )
  return text + suggestion(issue, language)
}

/** One line for people: `file:line:column: what is wrong [code]`. */
export const formatIssue = (issue: Issue, language: Language): string =>
  `${placeOf(issue)}${describeIssue(issue, language)} [${issue.code}]`
