import type { AuditAction } from '@huiqi/contract'
import type { Bilingual } from '@huiqi/domain'
import type { Work } from '../platform/database/transaction.ts'

/** Something that was done. */
export interface AuditEntry {
  /** Who did it; null: the service itself or a visitor. In an account's own transaction no other is accepted. */
  readonly account: string | null
  readonly action: AuditAction
  readonly enterprise?: string | null
  /** What it was done to: an id, or a few words. */
  readonly subject?: string | null
  readonly details?: Readonly<Record<string, unknown>>
  /** The id of the request. */
  readonly request?: string | null
}

/** Adds an event. */
export const addEvent = async (work: Work, event: AuditEntry): Promise<void> => {
  await work
    .insertInto('audit_events')
    .values({
      account: event.account,
      action: event.action,
      enterprise: event.enterprise ?? null,
      subject: event.subject ?? null,
      details: JSON.stringify(event.details ?? {}),
      request: event.request ?? null,
    })
    .execute()
}

/** Which events are wanted. */
export interface AuditFilter {
  readonly enterprise: string | undefined
  readonly account: string | undefined
  readonly action: AuditAction | undefined
}

const wanted = (work: Work, { enterprise, account, action }: AuditFilter) =>
  work
    .selectFrom('audit_events as v')
    .$if(enterprise !== undefined, (query) => query.where('v.enterprise', '=', enterprise ?? ''))
    .$if(account !== undefined, (query) => query.where('v.account', '=', account ?? ''))
    .$if(action !== undefined, (query) => query.where('v.action', '=', action ?? ''))

/** Events before one, the latest first; `names` of accounts are looked up apart. */
export const listEvents = (
  work: Work,
  filter: AuditFilter,
  page: { readonly before: number | null; readonly limit: number },
) =>
  wanted(work, filter)
    .select(['v.id', 'v.at', 'v.account', 'v.action', 'v.enterprise', 'v.subject', 'v.details'])
    .$if(page.before !== null, (query) => query.where('v.id', '<', page.before ?? 0))
    .orderBy('v.id', 'desc')
    .limit(page.limit)
    .execute()

/** How many events are wanted in all. */
export const countEvents = async (work: Work, filter: AuditFilter): Promise<number> => {
  const { count } = await wanted(work, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** What things of any kind are called, by their ids: for the service, since an owner may know which officer looked. */
export const listNames = async (
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> => {
  if (ids.length === 0) return new Map()
  const named = work
    .selectFrom('accounts')
    .select(['id', 'name as zh', 'name as en'])
    .unionAll(work.selectFrom('enterprises').select(['id', 'name as zh', 'name as en']))
    .unionAll(work.selectFrom('posts').select(['id', 'name_zh as zh', 'name_en as en']))
    .unionAll(
      work.selectFrom('import_batches').select(['id', 'file_name as zh', 'file_name as en']),
    )
  const rows = await work
    .selectFrom(named.as('n'))
    .select(['n.id', 'n.zh', 'n.en'])
    .where('n.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]))
}
