import type { AuditAction } from '@huiqi/contract'
import type { FastifyRequest } from 'fastify'
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

/** Writes down what is done, in the transaction that does it: both are kept or neither. */
export const audit = async (work: Work, event: AuditEntry): Promise<void> => {
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

/**
 * Writes down that an enterprise file was read, if it was read by a post: `ground` is what requireAbility
 * said. Members may look at their own file unwatched.
 */
export const auditFileRead = async (
  work: Work,
  { account, id }: Pick<FastifyRequest, 'account' | 'id'>,
  read: {
    readonly enterprise: string
    readonly ground: 'membership' | 'post'
    /** What was looked at, such as `facts`. */
    readonly part: string
  },
): Promise<void> => {
  if (read.ground !== 'post') return
  await audit(work, {
    account: account?.id ?? null,
    action: 'enterprise.read',
    enterprise: read.enterprise,
    subject: read.part,
    request: id,
  })
}
