import type { IsoDate } from '@huiqi/domain'
import { isoDate } from '@huiqi/domain'
import { sql } from 'kysely'
import type { Work } from '../platform/database/transaction.ts'

/** What became of a measure. */
export interface MeasureChange {
  readonly measure: string
  readonly kind: 'published' | 'changed' | 'withdrawn'
  /** Null when it was withdrawn. */
  readonly digest: string | null
  readonly happenedOn: IsoDate
}

/** A change as it was recorded. */
export interface RecordedChange extends MeasureChange {
  readonly id: number
}

/** One lock for all services that load at the same time. */
const LOCK = 4_860_002

/** Makes services that load at the same time wait for each other until the transaction ends. */
export const lockCatalogue = async (work: Work): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(work)
}

/** The corpus for which the changes are complete; null before the first. */
export const findCorpus = async (work: Work): Promise<string | null> => {
  const row = await work.selectFrom('catalogues').select('corpus').executeTakeFirst()
  return row?.corpus ?? null
}

/** Notes the corpus for which the changes are complete. */
export const recordCorpus = async (work: Work, corpus: string): Promise<void> => {
  await work
    .insertInto('catalogues')
    .values({ corpus })
    .onConflict((conflict) => conflict.column('is_current').doUpdateSet({ corpus }))
    .execute()
}

/** How each measure stood when last looked at; those that were withdrawn are left out. */
export const latestDigests = async (work: Work): Promise<ReadonlyMap<string, string>> => {
  const rows = await work
    .selectFrom('measure_changes')
    .distinctOn('measure')
    .select(['measure', 'digest'])
    .orderBy('measure')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ measure, digest }) => (digest === null ? [] : [[measure, digest]])),
  )
}

/** Records changes in one statement. */
export const recordChanges = async (
  work: Work,
  changes: readonly MeasureChange[],
  recordedAt: Date,
): Promise<void> => {
  if (changes.length === 0) return
  await sql`
    INSERT INTO measure_changes (measure, kind, digest, happened_on, recorded_at)
    SELECT measure, kind, digest, happened_on, ${recordedAt}
    FROM unnest(
      ${changes.map(({ measure }) => measure)}::text[],
      ${changes.map(({ kind }) => kind)}::text[],
      ${changes.map(({ digest }) => digest)}::text[],
      ${changes.map(({ happenedOn }) => happenedOn)}::date[]
    ) AS change (measure, kind, digest, happened_on)`.execute(work)
}

const KINDS = { published: 'published', changed: 'changed', withdrawn: 'withdrawn' } as const

const kindOf = (text: string): MeasureChange['kind'] =>
  Object.values(KINDS).find((kind) => kind === text) ?? 'changed'

/** The newest changes, newest first. */
export const newestChanges = async (
  work: Work,
  limit: number,
): Promise<readonly RecordedChange[]> => {
  const rows = await work
    .selectFrom('measure_changes')
    .select(['id', 'measure', 'kind', 'digest', 'happened_on'])
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, measure, kind, digest, happened_on }) => ({
    id,
    measure,
    kind: kindOf(kind),
    digest,
    happenedOn: isoDate(happened_on),
  }))
}

/** What became of one measure, newest first. */
export const changesOf = async (
  work: Work,
  measure: string,
): Promise<readonly RecordedChange[]> => {
  const rows = await work
    .selectFrom('measure_changes')
    .select(['id', 'kind', 'digest', 'happened_on'])
    .where('measure', '=', measure)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, kind, digest, happened_on }) => ({
    id,
    measure,
    kind: kindOf(kind),
    digest,
    happenedOn: isoDate(happened_on),
  }))
}

/** What became of measures after a change that was recorded, the oldest first. */
export const changesAfter = async (work: Work, id: number): Promise<readonly RecordedChange[]> => {
  const rows = await work
    .selectFrom('measure_changes')
    .select(['id', 'measure', 'kind', 'digest', 'happened_on'])
    .where('id', '>', id)
    .orderBy('id')
    .execute()
  return rows.map(({ kind, happened_on, ...row }) => ({
    ...row,
    kind: kindOf(kind),
    happenedOn: isoDate(happened_on),
  }))
}

/** The change that was recorded last; 0 before the first. */
export const lastChange = async (work: Work): Promise<number> => {
  const row = await work
    .selectFrom('measure_changes')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow()
  return row.last ?? 0
}
