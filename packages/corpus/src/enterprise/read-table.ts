import { collectIssues, finish } from './collect-issues.ts'
import type { EnterpriseText, ReadEnterprise } from './enterprise-text.ts'
import { parseCsv } from './parse-csv.ts'
import { placeInRow, readCsvRow } from './read-csv.ts'
import type { EnterpriseVocabulary } from './reading.ts'

/** An enterprise from one row of a CSV text. */
export const readTable = (
  source: EnterpriseText,
  vocabulary: EnterpriseVocabulary,
): ReadEnterprise => {
  const [head = [], ...rows] = parseCsv(source.text)
  const cells = rows[(source.row ?? 1) - 1]
  const row = { head, cells: cells ?? [] }
  const collected = collectIssues(source, vocabulary, placeInRow(row))
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

/** How many enterprises a CSV text holds. */
export const countCsvRows = (text: string): number => Math.max(0, parseCsv(text).length - 1)
