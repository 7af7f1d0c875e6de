import type { Rulebook, Subject } from '@huiqi/engine'
import type { Column, Table } from '../table.ts'

/** The columns about one kind of thing. */
export const thingColumns = (
  table: Table,
  rulebook: Rulebook,
  about: Subject,
): readonly Column[] =>
  about === 'enterprise'
    ? []
    : table.columns.filter(({ fact }) => rulebook.facts.get(fact)?.subject === about)

/**
 * Which rows a measure about a kind of things can reach, 1 or 0: those that bring one forward. Null
 * when every row may: the measure is about enterprises, or the table says nothing of such things.
 */
export const rowsWithThing = (
  table: Table,
  rulebook: Rulebook,
  about: Subject,
): Uint8Array | null => {
  const columns = thingColumns(table, rulebook, about)
  if (columns.length === 0) return null
  const found = new Uint8Array(table.rows)
  for (const { values, missing } of columns) {
    for (let row = 0; row < table.rows; row += 1) if (values[row] !== missing) found[row] = 1
  }
  return found
}
