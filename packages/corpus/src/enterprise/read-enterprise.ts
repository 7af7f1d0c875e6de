import { hasErrors, type IsoDate, type Issue } from '@huiqi/domain'
import type { Enterprise } from '@huiqi/engine'
import type { Finding } from '../finding.ts'
import { ISSUE_MESSAGES, type IssueCode } from '../issue-messages.ts'
import { formatPath, type Path, type Place } from '../place.ts'
import { readYaml, type Target, type Value } from '../reader/yaml-document.ts'
import { parseCsv } from './parse-csv.ts'
import { placeInRow, readCsvRow } from './read-csv.ts'
import { readTree } from './read-tree.ts'
import type { EnterpriseVocabulary, Reading } from './reading.ts'
import { isMap } from './stated-values.ts'

/** A text about one enterprise. */
export interface EnterpriseText {
  readonly text: string
  readonly format: 'yaml' | 'json' | 'csv'
  /** The name of the file, for issues. */
  readonly file?: string
  /** Years after this day's year are refused; without it any year may have values. */
  readonly today?: IsoDate
  /** Which row of a CSV text, counted from 1 below the head; 1 when not given. */
  readonly row?: number
}

/** What a text says; the enterprise is null when any issue is an error. */
export interface ReadEnterprise {
  readonly enterprise: Enterprise | null
  readonly issues: readonly Issue[]
}

interface Collector {
  readonly issues: Issue[]
  readonly reading: Reading & { readonly reportOther: (issue: Issue, path: Path) => void }
}

const collector = (
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

const finish = ({ issues }: Collector, enterprise: Enterprise | null): ReadEnterprise => {
  const inOrder = issues.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
  return { enterprise: hasErrors(issues) ? null : enterprise, issues: inOrder }
}

/** Commas that group digits would end a value inside `{ … }`; their full-width twins do not, and read the same. */
const protectGroupedDigits = (text: string): string =>
  text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '\uFF0C')

const unprotect = (value: Value): Value => {
  if (typeof value === 'string') return value.replace(/(?<=\d)\uFF0C(?=\d{3}(?!\d))/g, ',')
  if (Array.isArray(value)) return value.map(unprotect)
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unprotect(inner)]))
}

const jsonFault = (text: string): string | null => {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const placeOfJsonFault = (text: string, message: string): Place => {
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? 0)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const readStructured = (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
): ReadEnterprise => {
  const text = source.text.replace(/^\uFEFF/, '')
  const fault = source.format === 'json' ? jsonFault(text) : null
  if (fault !== null) {
    const issues = collector(source, vocabulary, () => placeOfJsonFault(text, fault))
    issues.reading.report({ code: 'json.syntax', path: [], params: { detail: fault } })
    return finish(issues, null)
  }
  const yaml = readYaml(source.format === 'json' ? text : protectGroupedDigits(text))
  const collected = collector(source, vocabulary, yaml.locate)
  const file = source.file === undefined ? {} : { file: source.file }
  for (const { code, detail, line, column } of yaml.faults) {
    collected.issues.push({ code, severity: 'error', ...file, line, column, params: { detail } })
  }
  const value = unprotect(yaml.value)
  if (isMap(value)) return finish(collected, readTree(collected.reading, value))
  if (yaml.faults.length === 0) collected.reading.report({ code: 'enterprise.no-map', path: [] })
  return finish(collected, null)
}

const readTable = (source: EnterpriseText, vocabulary: EnterpriseVocabulary): ReadEnterprise => {
  const [head = [], ...rows] = parseCsv(source.text.replace(/^\uFEFF/, ''))
  const cells = rows[(source.row ?? 1) - 1]
  const row = { head, cells: cells ?? [] }
  const collected = collector(source, vocabulary, placeInRow(row))
  const { report } = collected.reading
  if (cells === undefined) {
    report({ code: 'csv.no-row', path: [], params: { row: source.row ?? 1, rows: rows.length } })
    return finish(collected, null)
  }
  if (cells.length !== head.length) {
    report({ code: 'csv.cells', path: [], params: { expected: head.length, found: cells.length } })
  }
  return finish(collected, readCsvRow(collected.reading, row))
}

const UNREADABLE = '\uFFFD'

const encodingIssue = ({ text, file }: EnterpriseText): Issue => {
  const before = text.slice(0, text.indexOf(UNREADABLE)).split('\n')
  const code: IssueCode = 'file.encoding'
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  return { code, severity: 'error', ...(file === undefined ? {} : { file }), ...place, params: {} }
}

/** Reads what an enterprise says of itself; every problem is named at once with its place. */
export const readEnterprise = (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
): ReadEnterprise => {
  if (source.text.includes(UNREADABLE)) return { enterprise: null, issues: [encodingIssue(source)] }
  return source.format === 'csv'
    ? readTable(source, vocabulary)
    : readStructured(source, vocabulary)
}

/** How many enterprises a CSV text holds. */
export const countCsvRows = (text: string): number => Math.max(0, parseCsv(text).length - 1)
