import type { HeldFact, Statement, ThingName } from '@huiqi/contract'
import type { Rulebook } from '@huiqi/engine'
import type { StatementRow } from './file-repository.ts'
import type { Bench } from './in-both-languages.ts'
import { sayNeed, saySource, sayValue } from './in-both-languages.ts'
import type { FactOnFile, ReadStatement } from './load-file.ts'
import { fromFactValue, toFactValue } from './scalar-json.ts'

/** What facts are shown with. */
export interface FactSight extends Bench {
  readonly names: ReadonlyMap<string, string>
  readonly things: ReadonlyMap<string, ThingName>
}

/** A statement as it is shown; a value that no longer fits the vocabulary is left out. */
export const showStatement = (
  rulebook: Rulebook,
  row: StatementRow,
  names: ReadonlyMap<string, string>,
): Statement => {
  const definition = rulebook.facts.get(row.fact)
  const value =
    row.value === null || definition === undefined ? null : fromFactValue(row.value, definition)
  return {
    id: row.id,
    value: value === null ? null : toFactValue(value),
    text: value === null || definition === undefined ? null : sayValue(rulebook, definition, value),
    source: row.source,
    sourceName: saySource(row.source),
    grade: row.grade,
    statedBy: row.stated_by === null ? null : (names.get(row.stated_by) ?? null),
    batch: row.batch,
    statedAt: row.stated_at.toISOString(),
  }
}

const isSame = (a: ReadStatement, b: ReadStatement): boolean =>
  toFactValue(a.value) === toFactValue(b.value)

/** A fact as it is shown; empty when the vocabulary no longer has it. */
export const showFact = (
  { rulebook, day, names, things }: FactSight,
  held: FactOnFile,
): readonly HeldFact[] => {
  const definition = rulebook.facts.get(held.fact)
  if (definition === undefined) return []
  const show = (said: ReadStatement): Statement =>
    showStatement(rulebook, { ...said, value: toFactValue(said.value) }, names)
  const own = [held.current, ...held.others].find(({ source }) => source === 'self')
  return [
    {
      fact: held.fact,
      name: sayNeed({ rulebook, day }, { fact: held.fact, year: held.year }),
      subject: definition.subject,
      type: definition.type,
      year: held.year,
      thing: held.thing === null ? null : (things.get(held.thing) ?? null),
      current: show(held.current),
      others: held.others.map(show),
      isInConflict: held.others.some((other) => !isSame(other, held.current)),
      ownStatement: own?.id ?? null,
    },
  ]
}

/** Whether sources say different things. */
export const isInConflict = ({ current, others }: FactOnFile): boolean =>
  others.some((other) => !isSame(other, current))
