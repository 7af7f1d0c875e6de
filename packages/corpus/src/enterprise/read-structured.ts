import { readYaml } from '../reader/yaml-document.ts'
import { collectIssues, finish } from './collect-issues.ts'
import type { EnterpriseText, ReadEnterprise } from './enterprise-text.ts'
import { restoreCommas } from './grouped-digits.ts'
import { readTree } from './read-tree.ts'
import type { EnterpriseVocabulary } from './reading.ts'
import { isMap } from './stated-values.ts'

/** Commas that group digits would end a value inside `{ … }`; their full-width twins do not, and read the same. */
const protectGroupedDigits = (text: string): string =>
  text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '\uFF0C')

/** An enterprise from YAML, or from JSON, which is YAML too; every issue has its place. */
export const readStructured = (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
): ReadEnterprise => {
  const yaml = readYaml(source.format === 'json' ? source.text : protectGroupedDigits(source.text))
  const collected = collectIssues(source, vocabulary, yaml.locate)
  const file = source.file === undefined ? {} : { file: source.file }
  for (const { code, detail, line, column } of yaml.faults) {
    collected.issues.push({ code, severity: 'error', ...file, line, column, params: { detail } })
  }
  const value = restoreCommas(yaml.value)
  if (isMap(value)) return finish(collected, readTree(collected.reading, value))
  if (yaml.faults.length === 0) collected.reading.report({ code: 'enterprise.no-map', path: [] })
  return finish(collected, null)
}
