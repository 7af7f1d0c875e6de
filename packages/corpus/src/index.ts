export { checkPolicies, type PolicyCheck, type PolicyCheckOptions } from './check-policies.ts'
export { codeStampOf, corpusCodeStamp } from './code-stamp.ts'
export type { EnterpriseText, ReadEnterprise } from './enterprise/enterprise-text.ts'
export { type ParsedScalar, parseScalar, parseStated } from './enterprise/parse-scalar.ts'
export { readEnterprise } from './enterprise/read-enterprise.ts'
export { countCsvRows } from './enterprise/read-table.ts'
export type { EnterpriseVocabulary } from './enterprise/reading.ts'
export { toEnterpriseYaml } from './enterprise/to-enterprise-yaml.ts'
export { describeIssue, formatIssue } from './format-issue.ts'
export type { IssueCode } from './issue-messages.ts'
export {
  type FilePlace,
  type LoadedCorpus,
  type LoadOptions,
  loadCorpus,
  type Positions,
} from './load-corpus.ts'
export { readSealed, writeSealed } from './sealed-file.ts'
