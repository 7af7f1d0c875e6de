import type { Work } from '../platform/database/transaction.ts'
import type { GrantedRights } from './grants.ts'

/** The members of an enterprise, with those whose time is over; not those who were taken off. */
export const listMembers = (work: Work, enterprise: string) =>
  work
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.id', 'm.account')
    .select([
      'm.id',
      'm.role',
      'm.scopes',
      'm.valid_from',
      'm.valid_until',
      'a.id as account',
      'a.email',
      'a.name',
    ])
    .where('m.enterprise', '=', enterprise)
    .where('m.revoked_at', 'is', null)
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute()

/** A membership that was not taken back, locked. */
export const findMember = (work: Work, enterprise: string, id: string) =>
  work
    .selectFrom('memberships')
    .select(['id', 'account', 'role', 'scopes', 'valid_until'])
    .where('enterprise', '=', enterprise)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** The membership of an account in an enterprise that was not taken back, which may be over. */
export const findMembershipOf = (work: Work, enterprise: string, account: string) =>
  work
    .selectFrom('memberships')
    .select(['id', 'role', 'valid_until'])
    .where('enterprise', '=', enterprise)
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

/** Whether somebody owns the enterprise here. */
export const hasOwner = async (work: Work, enterprise: string): Promise<boolean> => {
  const owner = await work
    .selectFrom('memberships')
    .select('id')
    .where('enterprise', '=', enterprise)
    .where('role', '=', 'owner')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return owner !== undefined
}

/** Makes an account a member. */
export const addMember = async (
  work: Work,
  member: GrantedRights & {
    readonly enterprise: string
    readonly account: string
    readonly grantedBy: string | null
    readonly today: string
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('memberships')
    .values({
      enterprise: member.enterprise,
      account: member.account,
      role: member.role,
      scopes: member.scopes,
      valid_from: member.today,
      valid_until: member.validUntil,
      granted_by: member.grantedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a member other rights; false when the actor has no right to it by now. */
export const changeMember = async (
  work: Work,
  id: string,
  { role, scopes, validUntil }: GrantedRights,
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('memberships')
    .set({ role, scopes, valid_until: validUntil })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** Takes a membership back; false when the actor has no right to it by now. */
export const revokeMember = async (work: Work, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('memberships')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0
}
