import type { FastifyRequest } from 'fastify'
import type { Work } from '../platform/database/transaction.ts'
import { type AuditEntry, addEvent } from './audit-repository.ts'

export type { AuditEntry } from './audit-repository.ts'

/** Writes down what is done, in the transaction that does it: both are kept or neither. */
export const audit = (work: Work, event: AuditEntry): Promise<void> => addEvent(work, event)

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
