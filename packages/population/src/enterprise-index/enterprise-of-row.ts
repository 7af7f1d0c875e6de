import type { Facts, Rulebook, StatedValue, ThingKind } from '@huiqi/engine'
import { valueAt } from '../row-situation.ts'
import type { Table } from '../table.ts'
import { thingKindOf } from './change-subject.ts'
import type { EnterpriseWithThings } from './enterprise-facts.ts'

type Stated = Record<string, StatedValue[]>

/** The enterprise of a row, with one thing of each kind that the row tells something of. */
export const enterpriseOfRow = (
  { columns }: Table,
  row: number,
  rulebook: Rulebook,
): EnterpriseWithThings => {
  const own: Stated = {}
  const ofKinds = new Map<ThingKind, Stated>()
  for (const column of columns) {
    const value = valueAt(column, row)
    if (value === null) continue
    const kind = thingKindOf(rulebook, column.fact)
    const facts = kind === null ? own : (ofKinds.get(kind) ?? {})
    if (kind !== null) ofKinds.set(kind, facts)
    const stated = { value, year: column.year, source: null, grade: null }
    facts[column.fact] = [...(facts[column.fact] ?? []), stated]
  }
  const things = Object.fromEntries(
    [...ofKinds].map(([kind, facts]: readonly [ThingKind, Facts]) => [
      kind,
      { id: kind, name: '', facts },
    ]),
  )
  return { enterprise: { uscc: null, name: '', facts: own, things: {}, awards: [] }, things }
}
