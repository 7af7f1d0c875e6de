import type { Work } from '../platform/database/transaction.ts'

/** The consents that an enterprise has given and not withdrawn. */
export const listConsents = (work: Work, enterprise: string) =>
  work
    .selectFrom('consents')
    .select(['purpose', 'given_by', 'given_at'])
    .where('enterprise', '=', enterprise)
    .where('withdrawn_at', 'is', null)
    .execute()

/** Gives a consent; says whether it was not given before. */
export const giveConsent = async (
  work: Work,
  given: {
    readonly enterprise: string
    readonly purpose: string
    readonly account: string
    readonly at: Date
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows: count = 0n } = await work
    .insertInto('consents')
    .values({
      enterprise: given.enterprise,
      purpose: given.purpose,
      given_by: given.account,
      given_at: given.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['enterprise', 'purpose']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .executeTakeFirst()
  return count > 0n
}

/** Withdraws a consent; says whether it was given. */
export const withdrawConsent = async (
  work: Work,
  {
    enterprise,
    purpose,
    at,
  }: {
    readonly enterprise: string
    readonly purpose: string
    readonly at: Date
  },
): Promise<boolean> => {
  const { numUpdatedRows } = await work
    .updateTable('consents')
    .set({ withdrawn_at: at })
    .where('enterprise', '=', enterprise)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
