import { AppError } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'
import { type AuditEntry, audit, auditFileRead } from '../audit/audit.ts'
import type { Ground } from '../identity/abilities.ts'
import { requireAbility, requireAbilityIn } from '../identity/access.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'

/** The part of a request that says who asks. */
export type Asking = Pick<FastifyRequest, 'account' | 'actor' | 'id'>

/**
 * Reads something of a file with the rights of the one who asks; a look by a post is written down. Throws
 * AppError as `requireAbility` does.
 */
export const readFile = <Answer>(
  platform: Platform,
  asking: Asking,
  file: {
    readonly enterprise: string
    /** What is looked at, for the audit. */
    readonly part: string
    readonly read: (work: Work, ground: Ground) => Promise<Answer>
  },
): Promise<Answer> => {
  const { enterprise, part, read } = file
  return inTransaction(platform.database, asking.actor, async (work) => {
    const ground = await requireAbilityIn(work, asking, { action: 'read', enterprise })
    await auditFileRead(work, asking, { enterprise, ground, part })
    return read(work, ground)
  })
}

/** Who changes a file, in the transaction that does it. */
export interface Change {
  readonly work: Work
  readonly account: string
  readonly at: Date
  /** Writes down what was done, in the same transaction. */
  readonly note: (
    action: AuditEntry['action'],
    subject: string,
    details?: AuditEntry['details'],
  ) => Promise<void>
}

/**
 * Changes a file with the rights of the one who asks. Throws AppError as `requireAbility` does when the
 * one who asks may not state facts.
 */
export const changeFile = <Answer>(
  platform: Platform,
  { asking, enterprise }: { readonly asking: Asking; readonly enterprise: string },
  change: (by: Change) => Promise<Answer>,
): Promise<Answer> => {
  return inTransaction(platform.database, asking.actor, async (work) => {
    await requireAbilityIn(work, asking, { action: 'state-facts', enterprise })
    const account = asking.account?.id ?? ''
    return change({
      work,
      account,
      at: platform.clock.now(),
      note: (action, subject, details = {}) =>
        audit(work, { account, action, enterprise, subject, details, request: asking.id }),
    })
  })
}

/** Makes sure that the one who asks is a member. Throws AppError `not-allowed` for a post, else as `requireAbility`. */
export const requireMember = async (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<string> => {
  const ground = await requireAbility(platform, asking, { action: 'read', enterprise })
  if (ground !== 'membership') throw new AppError('not-allowed', { action: 'members-only' })
  return asking.account?.id ?? ''
}
