import type { NewClaim } from '@huiqi/contract'
import type { Work } from '../platform/database/transaction.ts'

/** An enterprise that somebody claims by its number, locked so that claims of it follow each other. */
export const findClaimedEnterprise = (
  work: Work,
  by: { readonly uscc: string } | { readonly id: string },
) =>
  work
    .selectFrom('enterprises')
    .select(['id', 'uscc', 'name', 'district', 'contact_email'])
    .$if('uscc' in by, (query) => query.where('uscc', '=', 'uscc' in by ? by.uscc : ''))
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .forUpdate()
    .executeTakeFirst()

/** Keeps a claim. */
export const addClaim = async (
  work: Work,
  claim: Pick<NewClaim, 'proof' | 'note'> & {
    readonly enterprise: string
    readonly account: string
    readonly now: Date
  },
): Promise<string> => {
  const { id } = await work
    .insertInto('claims')
    .values({
      enterprise: claim.enterprise,
      account: claim.account,
      proof: claim.proof,
      note: claim.note,
      created_at: claim.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** When the code of a claim ends. */
export const setClaimExpiry = async (work: Work, id: string, expiresAt: Date): Promise<void> => {
  await work.updateTable('claims').set({ expires_at: expiresAt }).where('id', '=', id).execute()
}

/** A claim, locked. */
export const findClaim = (work: Work, id: string) =>
  work.selectFrom('claims').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Ends a claim. */
export const decideClaim = async (
  work: Work,
  id: string,
  decision: {
    readonly state: 'accepted' | 'refused' | 'expired'
    readonly reason: string | null
    readonly by: string | null
    readonly now: Date
  },
): Promise<void> => {
  await work
    .updateTable('claims')
    .set({
      state: decision.state,
      reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.now,
    })
    .where('id', '=', id)
    .execute()
}

/** Claims of an account for an enterprise that wait for a code which is too old end here. */
export const dropLateClaims = async (
  work: Work,
  {
    enterprise,
    account,
    now,
  }: { readonly enterprise: string; readonly account: string; readonly now: Date },
): Promise<void> => {
  await work
    .updateTable('claims')
    .set({ state: 'expired' })
    .where('enterprise', '=', enterprise)
    .where('account', '=', account)
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', now)
    .execute()
}

/** How many codes went to the contact of an enterprise since a moment. */
export const countClaimCodes = async (
  work: Work,
  enterprise: string,
  since: Date,
): Promise<number> => {
  const { count } = await work
    .selectFrom('codes as k')
    .innerJoin('claims as c', 'c.id', 'k.subject')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('c.enterprise', '=', enterprise)
    .where('k.created_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Claims of an account, the latest first: for the service, for the claimant may not read the enterprise yet. */
export const listClaimsOf = (work: Work, account: string) =>
  work
    .selectFrom('claims as c')
    .innerJoin('enterprises as e', 'e.id', 'c.enterprise')
    .select([
      'c.id',
      'c.proof',
      'c.state',
      'c.expires_at',
      'c.reason',
      'c.created_at',
      'e.uscc',
      'e.name',
      'e.contact_email',
    ])
    .where('c.account', '=', account)
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id')
    .limit(100)
    .execute()

const waitingForOfficers = (work: Work) =>
  work
    .selectFrom('claims as c')
    .innerJoin('enterprises as e', 'e.id', 'c.enterprise')
    .innerJoin('accounts as a', 'a.id', 'c.account')
    .where('c.state', '=', 'waiting')
    .where('c.proof', '=', 'officer')

/** Claims that wait for an officer, the oldest first; in an officer's transaction those in reach. */
export const listOfficeClaims = (
  work: Work,
  page: {
    readonly after: { readonly at: Date; readonly id: string } | null
    readonly limit: number
  },
) =>
  waitingForOfficers(work)
    .select(({ exists, selectFrom }) => [
      'c.id',
      'c.note',
      'c.created_at',
      'e.id as enterprise',
      'e.uscc',
      'e.name',
      'e.district',
      'a.id as account',
      'a.email',
      'a.name as account_name',
      exists(
        selectFrom('memberships as m')
          .select('m.id')
          .whereRef('m.enterprise', '=', 'c.enterprise')
          .where('m.role', '=', 'owner')
          .where('m.revoked_at', 'is', null),
      ).as('has_owner'),
    ])
    .$if(page.after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('c.created_at', 'c.id'),
          '>',
          tuple(page.after?.at ?? new Date(0), page.after?.id ?? ''),
        ),
      ),
    )
    .orderBy('c.created_at')
    .orderBy('c.id')
    .limit(page.limit)
    .execute()

/** How many claims wait for an officer. */
export const countOfficeClaims = async (work: Work): Promise<number> => {
  const { count } = await waitingForOfficers(work)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
