import type { Issue } from '@huiqi/domain'
import type { Enterprise, Subject, Thing, ThingKind } from '@huiqi/engine'
import type { Path, Place } from '../place.ts'
import { readFactEntry, toFacts } from './fact-entries.ts'
import type { Cell } from './parse-csv.ts'
import { readUscc } from './read-tree.ts'
import type { FactSheet, Reading } from './reading.ts'
import { THING_LISTS } from './things.ts'
import { completeTitles } from './titles.ts'

/** One row of a table of enterprises under its head. */
export interface CsvRow {
  readonly head: readonly Cell[]
  readonly cells: readonly Cell[]
}

/** The place of a cell by its column name; of the row when there is no such column. */
export const placeInRow =
  ({ head, cells }: CsvRow) =>
  ([name]: Path): Place => {
    const place = head.findIndex(({ text }) => text === name)
    const cell = cells[place] ?? cells[0]
    return { line: cell?.line ?? 1, column: cell?.column ?? 1 }
  }

const KINDS: readonly ThingKind[] = [...THING_LISTS.values()]

const kindOf = (reading: Reading, column: string): ThingKind | null => {
  const name = column.split('@')[0] ?? ''
  const subject = reading.vocabulary.facts.get(name.replace(/[._]fen$/, ''))?.subject
  return KINDS.find((kind) => kind === subject) ?? null
}

const OWN_COLUMNS: ReadonlySet<string> = new Set(['', 'name', 'uscc'])

const readFactColumns = (
  reading: Reading,
  { head, cells }: CsvRow,
): ReadonlyMap<Subject, FactSheet> => {
  const sheets = new Map<Subject, FactSheet>()
  for (const [place, { text: column }] of head.entries()) {
    const text = cells[place]?.text ?? ''
    if (OWN_COLUMNS.has(column)) continue
    const subject = kindOf(reading, column) ?? 'enterprise'
    const sheet = sheets.get(subject) ?? new Map()
    if (text !== '') sheets.set(subject, sheet)
    readFactEntry(reading, [column, text], { sheet, subject, path: [] })
  }
  return sheets
}

const thingsOf = (sheets: ReadonlyMap<Subject, FactSheet>): Enterprise['things'] => {
  const things: Partial<Record<ThingKind, readonly Thing[]>> = {}
  for (const kind of KINDS) {
    const sheet = sheets.get(kind)
    const id = `${kind}-1`
    if (sheet !== undefined) things[kind] = [{ id, name: id, facts: toFacts(sheet) }]
  }
  return things
}

/** An enterprise from one row: columns are fact ids (`fact@2024`, `fact.fen`), empty cells are unknown, columns about a project, loan … make one thing. */
export const readCsvRow = (
  reading: Reading & { readonly reportOther: (issue: Issue, path: Path) => void },
  row: CsvRow,
): Enterprise => {
  const own = (column: string): string => {
    const place = row.head.findIndex(({ text }) => text === column)
    return row.cells[place]?.text ?? ''
  }
  const sheets = readFactColumns(reading, row)
  const sheet = sheets.get('enterprise') ?? new Map()
  completeTitles(reading, sheet)
  return {
    uscc: readUscc(reading, own('uscc'), ['uscc']),
    name: own('name'),
    facts: toFacts(sheet),
    things: thingsOf(sheets),
    awards: [],
  }
}
