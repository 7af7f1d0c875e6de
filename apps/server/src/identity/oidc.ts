import { randomBytes } from 'node:crypto'
import { Email } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import * as client from 'openid-client'
import { audit } from '../audit/audit.ts'
import type { OidcConfig } from '../platform/config.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { addAccount, findAccountByEmail, lockEmail } from './account-repository.ts'
import { type Browser, enter } from './enter.ts'
import { addFlow, addIdentity, findAccountOfIdentity, takeFlow } from './oidc-repository.ts'

/** How long somebody may stay at the provider. */
export const FLOW_LIFETIME_MS = 10 * 60_000

const SERVICE = { kind: 'service' } as const
const TOKEN_BYTES = 32

/** The address that the provider sends people back to. */
export const CALLBACK_PATH = '/api/v1/oidc/callback'

/** Somebody as the provider knows them. */
export interface ProviderPerson {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly isVerified: boolean
  readonly name: string | null
}

/** Asks the provider; its description is fetched when it is first needed. */
export interface Provider {
  /** Begins a flow: where to send the browser, and what its cookie carries. */
  readonly begin: (returnTo: string) => Promise<{ readonly url: URL; readonly token: string }>
  /** Ends a flow with the address that the browser came back to. Throws AppError `not-allowed`. */
  readonly end: (
    token: string,
    url: URL,
  ) => Promise<{ readonly person: ProviderPerson; readonly returnTo: string }>
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const personOf = async (
  configuration: client.Configuration,
  tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
): Promise<ProviderPerson> => {
  const told = tokens.claims()
  if (told === undefined) throw new AppError('not-allowed', { action: 'oidc-failed' })
  const more =
    told.email === undefined
      ? await client.fetchUserInfo(configuration, tokens.access_token, told.sub)
      : told
  return {
    issuer: told.iss,
    subject: told.sub,
    email: textOf(more.email),
    isVerified: more.email_verified === true,
    name: textOf(more.name),
  }
}

const discover = ({ issuer, clientId, clientSecret }: OidcConfig) =>
  client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
  })

/** The provider of the settings. */
export const openProvider = ({ config, database, clock }: Platform, oidc: OidcConfig): Provider => {
  let known: Promise<client.Configuration> | null = null
  const configuration = async (): Promise<client.Configuration> => {
    known ??= discover(oidc)
    try {
      return await known
    } catch (error) {
      known = null
      throw error
    }
  }

  const begin: Provider['begin'] = async (returnTo) => {
    const codeVerifier = client.randomPKCECodeVerifier()
    const flow = {
      token: randomBytes(TOKEN_BYTES).toString('base64url'),
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier,
      returnTo,
      expiresAt: new Date(clock.now().getTime() + FLOW_LIFETIME_MS),
    }
    const url = client.buildAuthorizationUrl(await configuration(), {
      redirect_uri: config.publicUrl + CALLBACK_PATH,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state: flow.state,
      nonce: flow.nonce,
    })
    await inTransaction(database, SERVICE, (work) => addFlow(work, flow, clock.now()))
    return { url, token: flow.token }
  }

  const end: Provider['end'] = async (token, url) => {
    const flow = await inTransaction(database, SERVICE, (work) =>
      takeFlow(work, token, clock.now()),
    )
    if (flow === undefined) throw new AppError('not-allowed', { action: 'oidc-failed' })
    const provider = await configuration()
    try {
      const tokens = await client.authorizationCodeGrant(provider, url, {
        pkceCodeVerifier: flow.code_verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      })
      return { person: await personOf(provider, tokens), returnTo: flow.return_to }
    } catch (cause) {
      throw new AppError('not-allowed', { action: 'oidc-failed' }, { cause })
    }
  }

  return { begin, end }
}

const accountFor = async (work: Work, person: ProviderPerson) => {
  const { issuer, subject, isVerified } = person
  const linked = await findAccountOfIdentity(work, issuer, subject)
  if (linked !== undefined) return linked
  const email = Email.safeParse(person.email)
  if (!isVerified || !email.success) {
    throw new AppError('not-allowed', { action: 'email-unverified' })
  }
  await lockEmail(work, email.data)
  const before = await findAccountByEmail(work, email.data)
  const name = person.name?.slice(0, 80) ?? email.data
  const profile = { email: email.data, name, passwordHash: null, language: 'zh' } as const
  const id = before?.id ?? (await addAccount(work, profile))
  await addIdentity(work, { issuer, subject, account: id })
  await audit(work, { account: id, action: 'account.linked', subject: issuer })
  return { id, email: email.data, is_disabled: before?.is_disabled ?? false }
}

/**
 * Lets in whom the provider knows: an account linked before, the one with the same verified address, or a new
 * one. Returns the session's token. Throws AppError `not-allowed` with `email-unverified` or
 * `account-disabled`.
 */
export const enterWithProvider = (
  platform: Platform,
  person: ProviderPerson,
  browser: Browser,
): Promise<string> =>
  inTransaction(platform.database, SERVICE, async (work) => {
    const account = await accountFor(work, person)
    if (account.is_disabled) throw new AppError('not-allowed', { action: 'account-disabled' })
    return enter(work, platform, { account, browser, by: 'oidc' })
  })
