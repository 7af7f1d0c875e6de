import type { AuditPage, AuditQuery } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { z } from 'zod'
import { type Asker, requireAbility } from '../identity/access.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { countEvents, listEvents, listNames } from './audit-repository.ts'

const Details = z.record(z.string(), z.unknown())
const Cursor = z.coerce.number().int().positive().safe()

const readCursor = (after: string | undefined): number | null => {
  if (after === undefined) return null
  const { success, data } = Cursor.safeParse(after)
  if (!success) throw new AppError('not-found', { kind: 'page', id: after })
  return data
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
  const people = [...new Set(shown.flatMap((row) => (row.account === null ? [] : [row.account])))]
  const names = await inTransaction(platform.database, { kind: 'service' }, (work) =>
    listNames(work, people),
  )
  return {
    entries: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      account:
        row.account === null ? null : { id: row.account, name: names.get(row.account) ?? '' },
      action: row.action,
      enterprise: row.enterprise,
      subject: row.subject,
      details: Details.parse(row.details),
    })),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
    total,
  }
}
