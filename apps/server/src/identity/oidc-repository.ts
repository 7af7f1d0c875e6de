import type { Work } from '../platform/database/transaction.ts'
import { hashToken } from '../platform/session-store.ts'

/** What has to be remembered while somebody is at the provider. */
export interface OidcFlow {
  readonly token: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
  readonly expiresAt: Date
}

/** Keeps a flow that begins; flows that never came back go. */
export const addFlow = async (work: Work, flow: OidcFlow, now: Date): Promise<void> => {
  await work.deleteFrom('oidc_flows').where('expires_at', '<', now).execute()
  await work
    .insertInto('oidc_flows')
    .values({
      token_hash: hashToken(flow.token),
      state: flow.state,
      nonce: flow.nonce,
      code_verifier: flow.codeVerifier,
      return_to: flow.returnTo,
      expires_at: flow.expiresAt,
    })
    .execute()
}

/** Takes a flow that comes back: it comes back once. */
export const takeFlow = (work: Work, token: string, now: Date) =>
  work
    .deleteFrom('oidc_flows')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .returning(['state', 'nonce', 'code_verifier', 'return_to'])
    .executeTakeFirst()

/** The account that a provider's subject is linked to. */
export const findAccountOfIdentity = (work: Work, issuer: string, subject: string) =>
  work
    .selectFrom('identities as i')
    .innerJoin('accounts as a', 'a.id', 'i.account')
    .select(['a.id', 'a.email', 'a.is_disabled'])
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .executeTakeFirst()

/** Links a provider's subject to an account. */
export const addIdentity = async (
  work: Work,
  identity: { readonly issuer: string; readonly subject: string; readonly account: string },
): Promise<void> => {
  await work.insertInto('identities').values(identity).execute()
}
