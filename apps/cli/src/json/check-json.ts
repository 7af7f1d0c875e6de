import { describeIssue, type PolicyCheck } from '@huiqi/corpus'
import type { Issue } from '@huiqi/domain'

const issueJson = (issue: Issue) => ({
  code: issue.code,
  severity: issue.severity,
  file: issue.file ?? null,
  line: issue.line ?? null,
  column: issue.column ?? null,
  path: issue.path ?? null,
  says: { zh: describeIssue(issue, 'zh'), en: describeIssue(issue, 'en') },
})

/** The whole answer of `check` for machines. */
export const checkJson = (found: PolicyCheck) => ({
  schema: 'huiqi/check/1',
  files: found.files,
  measures: found.measures,
  cases: found.cases,
  mutants: found.mutants,
  survivors: found.survivors,
  issues: found.issues.map(issueJson),
})
