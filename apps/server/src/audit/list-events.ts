import { AuditAction, type AuditEvent, type AuditPage, type AuditQuery } from '@huiqi/contract'
import { AppError, type Bilingual } from '@huiqi/domain'
import { z } from 'zod'
import { type Asker, requireAbility } from '../identity/access.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { countEvents, listEvents, listNames } from './audit-repository.ts'
import { subjectName } from './subject-name.ts'

const Id = z.uuid()
const Details = z.record(z.string(), z.unknown())
const Cursor = z.coerce.number().int().positive().safe()

const readCursor = (after: string | undefined): number | null => {
  if (after === undefined) return null
  const { success, data } = Cursor.safeParse(after)
  if (!success) throw new AppError('not-found', { kind: 'page', id: after })
  return data
}

type Policies = Platform['policies']
type Row = Awaited<ReturnType<typeof listEvents>>[number]

const idsIn = ({ account, enterprise, subject }: Row): readonly string[] =>
  [account, enterprise, subject].flatMap((id) => {
    const { success, data } = Id.safeParse(id)
    return success ? [data] : []
  })

const showEvent = (
  { rulebook }: Policies,
  row: Row,
  names: ReadonlyMap<string, Bilingual>,
): AuditEvent => {
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id)?.zh ?? '' })
  return {
    id: row.id,
    at: row.at.toISOString(),
    account: named(row.account),
    action: AuditAction.parse(row.action),
    enterprise: named(row.enterprise),
    subject: row.subject,
    subjectName: subjectName(rulebook, names, row),
    details: Details.parse(row.details),
  }
}

/**
 * What was done, the latest first: with `enterprise`, for those who choose its members; without, for
 * administrators. Throws AppError `not-found`, `not-allowed`.
 */
export const listAuditEvents = async (
  platform: Platform,
  asker: Asker,
  { limit, after, enterprise, account, action }: AuditQuery,
): Promise<AuditPage> => {
  await requireAbility(
    platform,
    asker,
    enterprise === undefined ? { action: 'read-audit' } : { action: 'read-audit', enterprise },
  )
  const filter = { enterprise, account, action }
  const { rows, total } = await inTransaction(platform.database, asker.actor, async (work) => ({
    rows: await listEvents(work, filter, { before: readCursor(after), limit: limit + 1 }),
    total: await countEvents(work, filter),
  }))
  const shown = rows.slice(0, limit)
  const names = await inTransaction(platform.database, { kind: 'service' }, (work) =>
    listNames(work, [...new Set(shown.flatMap(idsIn))]),
  )
  return {
    entries: shown.map((row) => showEvent(platform.policies, row, names)),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
    total,
  }
}
