import { type InvitationList, MemberRole, MemberScope, type NewInvitation } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { audit } from '../audit/audit.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { sendMail } from '../platform/mail.ts'
import type { Platform } from '../platform/platform.ts'
import { findAccess, requireAbility } from './access.ts'
import { explaining } from './constraint.ts'
import { readGrant } from './grants.ts'
import {
  addInvitation,
  decideInvitation,
  dropLateInvitations,
  findInvitationTo,
  listInvitationsOf,
  listInvitationsTo,
} from './invitations-repository.ts'
import { invitationMail } from './mails.ts'
import { addMember, findMembershipOf, listMembers, revokeMember } from './members-repository.ts'
import type { Person } from './sessions.ts'

const SERVICE = { kind: 'service' } as const
const LIFETIME_MS = 14 * 24 * 3_600_000
const REASONS = { invitations_one: 'already-invited', memberships_one: 'already-member' }

type Row = Awaited<ReturnType<typeof listInvitationsOf>>[number]

const toList = (rows: readonly Row[]): InvitationList => ({
  entries: rows.map((row) => ({
    id: row.id,
    enterprise: { id: row.enterprise, name: row.enterprise_name },
    email: row.email,
    role: MemberRole.parse(row.role),
    scopes: row.scopes.map((scope) => MemberScope.parse(scope)),
    validUntil: row.valid_until,
    invitedBy: row.invited_by,
    expiresAt: row.expires_at.toISOString(),
  })),
})

/** The invitations of an enterprise that wait. */
export const listInvitationsFor = async (
  platform: Platform,
  person: Person,
  enterprise: string,
): Promise<InvitationList> => {
  await requireAbility(platform, person, { action: 'manage-members', enterprise })
  const now = platform.clock.now()
  return toList(
    await inTransaction(platform.database, person.actor, (work) =>
      listInvitationsOf(work, enterprise, now),
    ),
  )
}

/** The invitations to the address of an account, which has been proved. */
export const listOwnInvitations = async (
  { database, clock }: Platform,
  { account }: Person,
): Promise<InvitationList> =>
  toList(
    await inTransaction(database, SERVICE, (work) =>
      listInvitationsTo(work, account.email, clock.now()),
    ),
  )

const refuseMember = async (
  work: Work,
  { enterprise, email, today }: Record<'enterprise' | 'email' | 'today', string>,
): Promise<void> => {
  const members = await listMembers(work, enterprise)
  const isMember = members.some(
    (member) =>
      member.email === email && (member.valid_until === null || member.valid_until >= today),
  )
  if (isMember) throw new AppError('conflict', { reason: 'already-member' })
}

/** Asks somebody by mail to act for the enterprise; returns the invitation's id. Throws AppError `conflict`, `invalid-input`. */
export const invite = async (
  platform: Platform,
  person: Person,
  { enterprise, ...invitation }: NewInvitation & { readonly enterprise: string },
): Promise<string> => {
  await requireAbility(platform, person, { action: 'manage-members', enterprise })
  const { config, database, clock } = platform
  const today = clock.today()
  const rights = readGrant(invitation, today)
  const { email } = invitation
  const now = clock.now()
  const { memberships } = await findAccess(platform, person)
  const own = memberships.find((membership) => membership.enterprise.id === enterprise)
  const names = { enterprise: own?.enterprise.name ?? '', by: person.account.name }
  return explaining(REASONS, () =>
    inTransaction(database, person.actor, async (work) => {
      await refuseMember(work, { enterprise, email, today })
      await dropLateInvitations(work, { enterprise, email, now })
      const expiresAt = new Date(now.getTime() + LIFETIME_MS)
      const added = { ...rights, email, enterprise, by: person.account.id, now, expiresAt }
      await audit(work, {
        account: person.account.id,
        action: 'membership.invited',
        enterprise,
        subject: email,
        details: { ...rights },
      })
      await sendMail(work, { to: email, ...invitationMail(names, config.publicUrl) })
      return addInvitation(work, added)
    }),
  )
}

/** Takes an invitation back. Throws AppError `not-found`. */
export const withdrawInvitation = async (
  platform: Platform,
  person: Person,
  { enterprise, id }: { readonly enterprise: string; readonly id: string },
): Promise<void> => {
  await requireAbility(platform, person, { action: 'manage-members', enterprise })
  const now = platform.clock.now()
  await inTransaction(platform.database, person.actor, async (work) => {
    const waiting = await listInvitationsOf(work, enterprise, now)
    const found = waiting.find((invitation) => invitation.id === id)
    if (found === undefined || !(await decideInvitation(work, id, { state: 'withdrawn', now }))) {
      throw new AppError('not-found', { kind: 'invitation', id })
    }
    await audit(work, {
      account: person.account.id,
      action: 'membership.invitation-withdrawn',
      enterprise,
      subject: found.email,
    })
  })
}

const join = async (
  work: Work,
  { account }: Person,
  invitation: NonNullable<Awaited<ReturnType<typeof findInvitationTo>>> & {
    readonly today: string
    readonly now: Date
  },
): Promise<void> => {
  const { enterprise, today, now, valid_until: validUntil } = invitation
  const isLate = invitation.expires_at <= now || (validUntil !== null && validUntil < today)
  if (isLate) throw new AppError('conflict', { reason: 'invitation-over' })
  const before = await findMembershipOf(work, enterprise, account.id)
  const isOver = before !== undefined && before.valid_until !== null && before.valid_until < today
  if (isOver) await revokeMember(work, before.id, now)
  await addMember(work, {
    enterprise,
    account: account.id,
    role: MemberRole.parse(invitation.role),
    scopes: invitation.scopes.map((scope) => MemberScope.parse(scope)),
    validUntil,
    grantedBy: invitation.invited_by,
    today,
  })
}

/** Answers an invitation to one's own address. Throws AppError `not-found`, `conflict`. */
export const answerInvitation = (
  { database, clock }: Platform,
  person: Person,
  { id, answer }: { readonly id: string; readonly answer: 'accepted' | 'declined' },
): Promise<void> =>
  explaining(REASONS, () =>
    inTransaction(database, SERVICE, async (work) => {
      const invitation = await findInvitationTo(work, id, person.account.email)
      if (invitation === undefined) throw new AppError('not-found', { kind: 'invitation', id })
      const times = { today: clock.today(), now: clock.now() }
      if (answer === 'accepted') await join(work, person, { ...invitation, ...times })
      await decideInvitation(work, id, { state: answer, now: times.now })
      await audit(work, {
        account: person.account.id,
        action: `membership.invitation-${answer}`,
        enterprise: invitation.enterprise,
        subject: id,
      })
    }),
  )
