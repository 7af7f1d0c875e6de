import { readJson } from '../reader/json-document.ts'
import { collectIssues, finish } from './collect-issues.ts'
import type { EnterpriseText, ReadEnterprise } from './enterprise-text.ts'
import { restoreCommas } from './grouped-digits.ts'
import { readTree } from './read-tree.ts'
import type { EnterpriseVocabulary } from './reading.ts'
import { isMap } from './stated-values.ts'

const NOWHERE = { line: 1, column: 1 }

/** An enterprise from JSON; null when there is something to report that needs the places of a document. */
export const readJsonEnterprise = (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
): ReadEnterprise | null => {
  const json = readJson(source.text)
  if (json.kind === 'fault') {
    const { detail, place } = json
    const collected = collectIssues(source, vocabulary, () => place)
    collected.reading.report({ code: 'json.syntax', path: [], params: { detail } })
    return finish(collected, null)
  }
  const value = restoreCommas(json.value)
  if (!isMap(value) || !json.hasUniqueKeys) return null
  const collected = collectIssues(source, vocabulary, () => NOWHERE)
  const enterprise = readTree(collected.reading, value)
  return collected.issues.length === 0 ? finish(collected, enterprise) : null
}
