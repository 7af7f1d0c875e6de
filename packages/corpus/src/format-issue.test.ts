import { describe, expect, test } from 'vitest'
import { describeIssue, formatIssue } from './format-issue.ts'
import { ISSUE_MESSAGES } from './issue-messages.ts'

const ISSUE = {
  code: 'fact.unknown',
  severity: 'error',
  file: 'a.yaml',
  line: 3,
  column: 5,
  params: { fact: 'enterprise.revenu', similar: ['enterprise.revenue'] },
} as const

test.each([
  ['zh', 'a.yaml:3:5: 没有指标 enterprise.revenu；是不是 enterprise.revenue？ [fact.unknown]'],
  [
    'en',
    'a.yaml:3:5: there is no fact enterprise.revenu; did you mean enterprise.revenue? [fact.unknown]',
  ],
] as const)('an issue in %s', (language, expected) => {
  expect(formatIssue(ISSUE, language)).toBe(expected)
})

test('without suggestion and place', () => {
  const { code, severity } = ISSUE
  expect(formatIssue({ code, severity, params: { fact: 'x', similar: [] } }, 'en')).toBe(
    'there is no fact x [fact.unknown]',
  )
})

test('a code without message shows itself and what it carries', () => {
  expect(describeIssue({ code: 'x.y', severity: 'error', params: { a: 1 } }, 'zh')).toBe(
    'x.y {"a":1}',
  )
})

const slots = (text: string) => [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, name]) => name).sort()

describe('every message', () => {
  test.each(Object.entries(ISSUE_MESSAGES))(
    '%s names the same things in both languages',
    (code, message) => {
      const [zh, en] = [new Set(slots(message.zh)), new Set(slots(message.en))]
      const missing = [...zh].filter((slot) => !en.has(slot) && slot !== 'title')
      expect({ code, missing, more: [...en].filter((slot) => !zh.has(slot)) }).toEqual({
        code,
        missing: [],
        more: [],
      })
    },
  )
})
