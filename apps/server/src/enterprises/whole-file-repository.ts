import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '../platform/database/transaction.ts'
import {
  gradeOf,
  kindOf,
  selectAbsent,
  selectAwards,
  selectLatestStatements,
  selectThings,
} from './file-repository.ts'

/** A state of the past: statements up to one, things and awards as they were at a moment. */
export interface Past {
  readonly statement: number
  readonly at: Date
}

/** Statements are never changed or taken out, so that there are more of them after every change. */
const version = sql<string>`concat_ws(' ',
  (SELECT count(*) FROM statements s WHERE s.enterprise = enterprises.id),
  (SELECT string_agg(concat(t.id, t.name), ' ' ORDER BY t.id) FROM things t
    WHERE t.enterprise = enterprises.id AND t.removed_at IS NULL),
  (SELECT string_agg(a.kind, ' ' ORDER BY a.kind) FROM absent_things a
    WHERE a.enterprise = enterprises.id),
  (SELECT string_agg(p.id::text, ' ' ORDER BY p.id) FROM past_awards p
    WHERE p.enterprise = enterprises.id AND p.taken_back_at IS NULL),
  name)`

/** What changes whenever anything of a file does; undefined when the transaction may not read it. */
export const findFileVersion = async (work: Work, id: string): Promise<string | undefined> => {
  const found = await work
    .selectFrom('enterprises')
    .select(version.as('version'))
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.version
}

/** All of a file as it stands, or as it stood, as one moment has it; undefined when the transaction may not read it. */
export const findWholeFile = async (work: Work, id: string, past: Past | null) => {
  const at = past?.at ?? null
  const found = await work
    .selectFrom('enterprises')
    .select(['uscc', 'name', version.as('version')])
    .select([
      jsonArrayFrom(selectLatestStatements(work, id, past?.statement)).as('statements'),
      jsonArrayFrom(selectThings(work, id, at)).as('things'),
      jsonArrayFrom(selectAbsent(work, id)).as('absent'),
      jsonArrayFrom(selectAwards(work, id, at)).as('awards'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) return undefined
  return {
    ...found,
    statements: found.statements.map((row) => ({
      ...row,
      grade: gradeOf(row.grade),
      stated_at: new Date(row.stated_at),
    })),
    things: found.things.flatMap((row) =>
      kindOf(row.kind).map((kind) => ({ ...row, kind, created_at: new Date(row.created_at) })),
    ),
    absent: found.absent.flatMap(({ kind }) => kindOf(kind)),
  }
}
