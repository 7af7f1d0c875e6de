import { hasErrors, type Issue } from '@huiqi/domain'
import type { Enterprise } from '@huiqi/engine'
import type { Finding } from '../finding.ts'
import { ISSUE_MESSAGES } from '../issue-messages.ts'
import { formatPath, type Path, type Place } from '../place.ts'
import type { Target } from '../reader/yaml-document.ts'
import type { EnterpriseText, ReadEnterprise } from './enterprise-text.ts'
import type { EnterpriseVocabulary, Reading } from './reading.ts'

/** Issues of one text as they are found. */
export interface Collector {
  readonly issues: Issue[]
  readonly reading: Reading & { readonly reportOther: (issue: Issue, path: Path) => void }
}

/** Collects what is found; `locate` tells where in the text it stands. */
export const collectIssues = (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
  locate: (path: Path, target: Target) => Place,
): Collector => {
  const issues: Issue[] = []
  const file = source.file === undefined ? {} : { file: source.file }
  const add = (issue: Omit<Issue, 'file'>, path: Path, target: Target): void => {
    const at = path.length === 0 ? {} : { path: formatPath(path) }
    issues.push({ ...issue, ...file, ...locate(path, target), ...at })
  }
  const report = ({ code, path, params = {}, target = 'value' }: Finding): void =>
    add({ code, severity: ISSUE_MESSAGES[code].severity, params }, path, target)
  const reportOther = (issue: Issue, path: Path): void => add(issue, path, 'value')
  return { issues, reading: { vocabulary, today: source.today ?? null, report, reportOther } }
}

/** What was read, with the issues in the order of the text. */
export const finish = ({ issues }: Collector, enterprise: Enterprise | null): ReadEnterprise => {
  const inOrder = issues.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
  return { enterprise: hasErrors(issues) ? null : enterprise, issues: inOrder }
}
