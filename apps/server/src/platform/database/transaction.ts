import { sql, type Transaction } from 'kysely'
import { BEGIN } from './late-begin.ts'
import type { Database } from './open-database.ts'
import type { DB } from './schema.generated.ts'

/** A running transaction. */
export type Work = Transaction<DB>

/** Whose rights a transaction has: an account's, those of anybody, or those of the service itself. */
export type Actor =
  | {
      readonly kind: 'account'
      readonly account: string
      /** The day on which memberships and posts are looked at: the clock's, which need not be the database's. */
      readonly today: string
    }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'service' }

/** The role that row-level security binds; the service itself is the owner, whom it does not. */
const APP_ROLE = 'huiqi_app'

/**
 * Runs work in one transaction with the rights of the actor. PostgreSQL itself refuses rows that the
 * actor has no right to, whatever the work asks for.
 */
export const inTransaction = <Answer>(
  database: Database,
  actor: Actor,
  work: (transaction: Work) => Promise<Answer>,
): Promise<Answer> =>
  database.transaction().execute(async (transaction) => {
    if (actor.kind !== 'service') {
      const { account, today } = actor.kind === 'account' ? actor : { account: '', today: '' }
      // Texts in place of parameters: only so may several statements go together.
      const [own, day, role] = [account, today, APP_ROLE].map((text) => sql.lit(text))
      await sql`${sql.raw(BEGIN)} SELECT set_config('huiqi.account', ${own}, true), set_config('huiqi.today', ${day}, true), set_config('role', ${role}, true)`.execute(
        transaction,
      )
    }
    return work(transaction)
  })
