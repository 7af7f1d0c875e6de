import type { Grade, ThingKind } from '@huiqi/contract'
import { THING_KINDS } from '@huiqi/engine'
import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

/** One source's latest word on a fact. */
export interface StatementRow {
  readonly id: number
  readonly thing: string | null
  readonly fact: string
  readonly year: number | null
  /** Null: taken back. */
  readonly value: unknown
  readonly source: string
  readonly grade: Grade
  readonly stated_by: string | null
  readonly batch: string | null
  readonly stated_at: Date
}

const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D']

/** A grade as the database keeps it. */
export const gradeOf = (text: string): Grade => GRADES.find((grade) => grade === text) ?? 'D'

/** The last statement that was made on an enterprise up to a moment; 0: none. */
export const lastStatementAt = async (
  work: Work,
  enterprise: string,
  at: Date,
): Promise<number> => {
  const { last } = await work
    .selectFrom('statements')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .where('enterprise', '=', enterprise)
    .where('stated_at', '<=', at)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** The latest word of each source on each fact, of all statements up to one or of all there are. */
export const selectLatestStatements = (
  work: Work,
  enterprise: string,
  upTo: number = Number.MAX_SAFE_INTEGER,
) =>
  work
    .selectFrom('statements')
    .distinctOn(['fact', 'year', 'thing', 'source'])
    .select(['id', 'thing', 'fact', 'year', 'value', 'source', 'grade', 'stated_by', 'batch'])
    .select('stated_at')
    .where('enterprise', '=', enterprise)
    .where('id', '<=', upTo)
    .orderBy('fact')
    .orderBy('year')
    .orderBy('thing')
    .orderBy('source')
    .orderBy('id', 'desc')

/** A statement to be added. */
export interface StatementToAdd {
  readonly thing: string | null
  readonly fact: string
  readonly year: number | null
  readonly value: string | boolean | null
}

/** Adds statements of the enterprise's own and returns their ids in the order given. */
export const addOwnStatements = async (
  work: Work,
  by: { readonly enterprise: string; readonly account: string; readonly at: Date },
  statements: readonly StatementToAdd[],
): Promise<readonly number[]> => {
  const ids: number[] = []
  for (const { thing, fact, year, value } of statements) {
    const { id } = await work
      .insertInto('statements')
      .values({
        enterprise: by.enterprise,
        thing,
        fact,
        year,
        value: value === null ? null : JSON.stringify(value),
        source: 'self',
        grade: 'D',
        stated_by: by.account,
        stated_at: by.at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.push(id)
  }
  return ids
}

/** Makes changes of one file wait for each other until the transaction ends. */
export const lockFile = async (work: Work, enterprise: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`file ${enterprise}`}, 0))`.execute(
    work,
  )
}

/** A statement by its id; undefined when the file has none. */
export const findStatement = (work: Work, enterprise: string, id: number) =>
  work
    .selectFrom('statements')
    .select(['id', 'thing', 'fact', 'year', 'value', 'source'])
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .executeTakeFirst()

/** Which fact, of which year and thing. */
export interface FactPlace {
  readonly fact: string
  readonly year: number | null
  readonly thing: string | null
}

const statementsOf = (work: Work, enterprise: string, { fact, year, thing }: FactPlace) =>
  work
    .selectFrom('statements')
    .where('enterprise', '=', enterprise)
    .where('fact', '=', fact)
    .where('year', 'is not distinct from', year)
    .where('thing', 'is not distinct from', thing)

/** The last two own statements on a fact, the latest first. */
export const lastOwnStatements = (work: Work, enterprise: string, place: FactPlace) =>
  statementsOf(work, enterprise, place)
    .select(['id', 'value'])
    .where('source', '=', 'self')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()

/** A page of everything that was said of a fact, the latest first, and how much there is. */
export const listHistory = async (
  work: Work,
  enterprise: string,
  asked: FactPlace & { readonly limit: number; readonly before: number | null },
) => {
  const all = statementsOf(work, enterprise, asked)
  const { total } = await all
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await all
    .select(['id', 'thing', 'fact', 'year', 'value', 'source', 'grade', 'stated_by', 'batch'])
    .select('stated_at')
    .$if(asked.before !== null, (query) => query.where('id', '<', asked.before ?? 0))
    .orderBy('id', 'desc')
    .limit(asked.limit)
    .execute()
  return { total, rows: rows.map((row) => ({ ...row, grade: gradeOf(row.grade) })) }
}

/** A kind as the database keeps it; none when it is not known. */
export const kindOf = (text: string): readonly ThingKind[] =>
  THING_KINDS.filter((kind) => kind === text)

/** A thing as it is kept. */
export interface ThingRow {
  readonly id: string
  readonly kind: ThingKind
  readonly name: string
  readonly created_at: Date
}

/** The things of an enterprise that are not removed, or that were not at a moment; the oldest first. */
export const selectThings = (work: Work, enterprise: string, at: Date | null = null) =>
  work
    .selectFrom('things')
    .select(['id', 'kind', 'name', 'created_at'])
    .where('enterprise', '=', enterprise)
    .where(({ eb, or }) => or([eb('removed_at', 'is', null), eb('removed_at', '>', at)]))
    .$if(at !== null, (query) => query.where('created_at', '<=', at ?? new Date(0)))
    .orderBy('created_at')
    .orderBy('id')

/** The things of an enterprise that are not removed; the oldest first. */
export const listThings = async (work: Work, enterprise: string): Promise<readonly ThingRow[]> => {
  const rows = await selectThings(work, enterprise).execute()
  return rows.flatMap((row) => kindOf(row.kind).map((kind) => ({ ...row, kind })))
}

/** Adds a thing and returns its id; its kind is no longer absent. */
export const addThing = async (
  work: Work,
  thing: {
    readonly enterprise: string
    readonly kind: ThingKind
    readonly name: string
    readonly at: Date
  },
): Promise<string> => {
  const { enterprise, kind, name, at } = thing
  await work
    .deleteFrom('absent_things')
    .where('enterprise', '=', enterprise)
    .where('kind', '=', kind)
    .execute()
  const { id } = await work
    .insertInto('things')
    .values({ enterprise, kind, name, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Renames a thing; says whether there was one. */
export const renameThing = async (
  work: Work,
  { enterprise, id }: { readonly enterprise: string; readonly id: string },
  name: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('things')
    .set({ name })
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes a thing; says whether there was one. Its history stays. */
export const removeThing = async (
  work: Work,
  { enterprise, id }: { readonly enterprise: string; readonly id: string },
  at: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('things')
    .set({ removed_at: at })
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The kinds of things that the enterprise says it has none of. */
export const selectAbsent = (work: Work, enterprise: string) =>
  work
    .selectFrom('absent_things')
    .select('kind')
    .where('enterprise', '=', enterprise)
    .orderBy('kind')

/** Says that there are no things of a kind. */
export const addAbsence = async (
  work: Work,
  by: {
    readonly enterprise: string
    readonly kind: ThingKind
    readonly account: string
    readonly at: Date
  },
): Promise<void> => {
  await work
    .insertInto('absent_things')
    .values({
      enterprise: by.enterprise,
      kind: by.kind,
      stated_by: by.account,
      stated_at: by.at,
    })
    .onConflict((conflict) => conflict.columns(['enterprise', 'kind']).doNothing())
    .execute()
}

/** No longer says so. */
export const dropAbsence = async (
  work: Work,
  enterprise: string,
  kind: ThingKind,
): Promise<void> => {
  await work
    .deleteFrom('absent_things')
    .where('enterprise', '=', enterprise)
    .where('kind', '=', kind)
    .execute()
}

/** Benefits received before and not taken back, or not at a moment; the latest first. */
export const selectAwards = (work: Work, enterprise: string, at: Date | null = null) =>
  work
    .selectFrom('past_awards')
    .select(['id', 'measure', 'granted_on', 'amount_fen', 'source', 'grade'])
    .where('enterprise', '=', enterprise)
    .where(({ eb, or }) => or([eb('taken_back_at', 'is', null), eb('taken_back_at', '>', at)]))
    .$if(at !== null, (query) => query.where('stated_at', '<=', at ?? new Date(0)))
    .orderBy('granted_on', 'desc')
    .orderBy('id')

/** Benefits received before and not taken back; the latest first. */
export const listAwards = async (work: Work, enterprise: string) => {
  const rows = await selectAwards(work, enterprise).execute()
  return rows.map((row) => ({ ...row, grade: gradeOf(row.grade) }))
}

/** Adds a benefit received before and returns its id. */
export const addAward = async (
  work: Work,
  award: {
    readonly enterprise: string
    readonly measure: string
    readonly grantedOn: string
    readonly amountFen: number | null
    readonly account: string
    readonly at: Date
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('past_awards')
    .values({
      enterprise: award.enterprise,
      measure: award.measure,
      granted_on: award.grantedOn,
      amount_fen: award.amountFen,
      source: 'self',
      grade: 'D',
      stated_by: award.account,
      stated_at: award.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes back a benefit that the enterprise declared; says whether there was one. */
export const takeAwardBack = async (
  work: Work,
  { enterprise, id }: { readonly enterprise: string; readonly id: string },
  at: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('past_awards')
    .set({ taken_back_at: at })
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .where('source', '=', 'self')
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The names of accounts, as far as the transaction may know them. */
export const namesOf = async (
  work: Work,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (accounts.length === 0) return new Map()
  const rows = await work
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
