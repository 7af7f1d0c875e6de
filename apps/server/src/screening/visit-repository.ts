import type { Work } from '../platform/database/transaction.ts'

/** How things stood when an account last looked; undefined before the first visit. */
export const findVisit = (work: Work, enterprise: string, account: string) =>
  work
    .selectFrom('visits')
    .select(['at', 'day', 'change', 'statement', 'outcomes'])
    .where('enterprise', '=', enterprise)
    .where('account', '=', account)
    .executeTakeFirst()

/** A visit to be kept in the place of the one before. */
export interface VisitToKeep {
  readonly enterprise: string
  readonly account: string
  readonly at: Date
  readonly day: string
  readonly change: number
  readonly statement: number
  readonly outcomes: object
}

/** Keeps how things stand now. */
export const keepVisit = async (work: Work, visit: VisitToKeep): Promise<void> => {
  const { outcomes, enterprise, account, ...rest } = visit
  const kept = { ...rest, outcomes: JSON.stringify(outcomes) }
  await work
    .insertInto('visits')
    .values({ enterprise, account, ...kept })
    .onConflict((conflict) => conflict.columns(['enterprise', 'account']).doUpdateSet(kept))
    .execute()
}
