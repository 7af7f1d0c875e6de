import type { Issue } from '@huiqi/domain'
import type { IssueCode } from '../issue-messages.ts'
import type { EnterpriseText, ReadEnterprise } from './enterprise-text.ts'
import { readJsonEnterprise } from './read-json-enterprise.ts'
import { readTable } from './read-table.ts'
import type { EnterpriseVocabulary } from './reading.ts'

const UNREADABLE = '\uFFFD'

const encodingIssue = ({ text, file }: EnterpriseText): Issue => {
  const before = text.slice(0, text.indexOf(UNREADABLE)).split('\n')
  const code: IssueCode = 'file.encoding'
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  return { code, severity: 'error', ...(file === undefined ? {} : { file }), ...place, params: {} }
}

/**
 * Reads what an enterprise says of itself; every problem is named at once with its place. The YAML
 * parser is loaded only for YAML, and for JSON with something to report.
 */
export const readEnterprise = async (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
): Promise<ReadEnterprise> => {
  if (source.text.includes(UNREADABLE)) return { enterprise: null, issues: [encodingIssue(source)] }
  const unmarked = { ...source, text: source.text.replace(/^\uFEFF/, '') }
  if (source.format === 'csv') return readTable(unmarked, vocabulary)
  const read = source.format === 'json' ? readJsonEnterprise(unmarked, vocabulary) : null
  if (read !== null) return read
  const { readStructured } = await import('./read-structured.ts')
  return readStructured(unmarked, vocabulary)
}
