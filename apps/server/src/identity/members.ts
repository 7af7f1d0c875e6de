import { type MemberChange, type MemberList, MemberRole, MemberScope } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import { audit } from '../audit/audit.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { requireAbility } from './access.ts'
import { explaining } from './constraint.ts'
import { readGrant } from './grants.ts'
import { changeMember, findMember, listMembers, revokeMember } from './members-repository.ts'
import type { Person } from './sessions.ts'

const REASONS = { memberships_last_owner: 'last-owner' }

/** A member of an enterprise. */
export interface MemberPlace {
  readonly enterprise: string
  readonly id: string
}

/** Who acts for an enterprise: for everybody who may read its file. */
export const listMembersFor = async (
  platform: Platform,
  person: Person,
  enterprise: string,
): Promise<MemberList> => {
  await requireAbility(platform, person, { action: 'read', enterprise })
  const today = platform.clock.today()
  const rows = await inTransaction(platform.database, person.actor, (work) =>
    listMembers(work, enterprise),
  )
  return {
    entries: rows.map((row) => ({
      id: row.id,
      account: { id: row.account, email: row.email, name: row.name },
      role: MemberRole.parse(row.role),
      scopes: row.scopes.map((scope) => MemberScope.parse(scope)),
      validFrom: row.valid_from,
      validUntil: row.valid_until,
      isOver: row.valid_until !== null && row.valid_until < today,
    })),
  }
}

/** An owner who was taken off a moment ago changes nothing more, whatever the check before said. */
const requireDone = (isDone: boolean): void => {
  if (!isDone) throw new AppError('not-allowed', { action: 'manage-members' })
}

const requireMember = async (work: Work, { enterprise, id }: MemberPlace) => {
  const member = await findMember(work, enterprise, id)
  if (member === undefined) throw new AppError('not-found', { kind: 'member', id })
  return member
}

/** Gives a member other rights. Throws AppError `conflict` for the last owner, `invalid-input`. */
export const changeMemberRights = async (
  platform: Platform,
  person: Person,
  { enterprise, id, change }: MemberPlace & { readonly change: MemberChange },
): Promise<void> => {
  await requireAbility(platform, person, { action: 'manage-members', enterprise })
  const rights = readGrant(change, platform.clock.today())
  await explaining(REASONS, () =>
    inTransaction(platform.database, person.actor, async (work) => {
      const before = await requireMember(work, { enterprise, id })
      await audit(work, {
        account: person.account.id,
        action: 'membership.changed',
        enterprise,
        subject: before.account,
        details: { before: { role: before.role, scopes: before.scopes }, after: rights },
      })
      requireDone(await changeMember(work, id, rights))
    }),
  )
}

/** Takes a membership back. Throws AppError `conflict` for the last owner. */
export const removeMember = async (
  platform: Platform,
  person: Person,
  { enterprise, id }: MemberPlace,
): Promise<void> => {
  await requireAbility(platform, person, { action: 'manage-members', enterprise })
  await explaining(REASONS, () =>
    inTransaction(platform.database, person.actor, async (work) => {
      const { account } = await requireMember(work, { enterprise, id })
      await audit(work, {
        account: person.account.id,
        action: 'membership.revoked',
        enterprise,
        subject: account,
      })
      requireDone(await revokeMember(work, id, platform.clock.now()))
    }),
  )
}
