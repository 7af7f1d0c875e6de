import type { NewInvitation } from '@huiqi/contract'
import type { Work } from '../platform/database/transaction.ts'

const COLUMNS = [
  'i.id',
  'i.email',
  'i.role',
  'i.scopes',
  'i.valid_until',
  'i.expires_at',
  'e.id as enterprise',
  'e.name as enterprise_name',
  'a.name as invited_by',
] as const

const waiting = (work: Work, now: Date) =>
  work
    .selectFrom('invitations as i')
    .innerJoin('enterprises as e', 'e.id', 'i.enterprise')
    .innerJoin('accounts as a', 'a.id', 'i.invited_by')
    .where('i.state', '=', 'waiting')
    .where('i.expires_at', '>', now)

/** The invitations of an enterprise that wait. */
export const listInvitationsOf = (work: Work, enterprise: string, now: Date) =>
  waiting(work, now)
    .select(COLUMNS)
    .where('i.enterprise', '=', enterprise)
    .orderBy('i.created_at')
    .execute()

/** The invitations to an address that wait. */
export const listInvitationsTo = (work: Work, email: string, now: Date) =>
  waiting(work, now).select(COLUMNS).where('i.email', '=', email).orderBy('i.created_at').execute()

/** How many invitations to an address wait. */
export const countInvitationsTo = async (work: Work, email: string, now: Date): Promise<number> => {
  const { count } = await waiting(work, now)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('i.email', '=', email)
    .executeTakeFirstOrThrow()
  return count
}

/** A waiting invitation to an address, locked. */
export const findInvitationTo = (work: Work, id: string, email: string) =>
  work
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .where('email', '=', email)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()

/** Keeps an invitation. */
export const addInvitation = async (
  work: Work,
  invitation: NewInvitation & {
    readonly enterprise: string
    readonly by: string
    readonly now: Date
    readonly expiresAt: Date
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('invitations')
    .values({
      enterprise: invitation.enterprise,
      email: invitation.email,
      role: invitation.role,
      scopes: invitation.scopes,
      valid_until: invitation.validUntil,
      invited_by: invitation.by,
      created_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Ends a waiting invitation of an enterprise; false when there is none. */
export const decideInvitation = async (
  work: Work,
  id: string,
  decision: { readonly state: 'accepted' | 'declined' | 'withdrawn'; readonly now: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('invitations')
    .set({ state: decision.state, decided_at: decision.now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** Ends waiting invitations that nobody answered in time, so that new ones can be sent. */
export const dropLateInvitations = async (
  work: Work,
  {
    enterprise,
    email,
    now,
  }: { readonly enterprise: string; readonly email: string; readonly now: Date },
): Promise<void> => {
  await work
    .updateTable('invitations')
    .set({ state: 'withdrawn', decided_at: now })
    .where('enterprise', '=', enterprise)
    .where('email', '=', email)
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', now)
    .execute()
}
