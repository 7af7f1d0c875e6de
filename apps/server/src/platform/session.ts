import { AppError } from '@huiqi/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import type { App } from './create-app.ts'
import type { Actor } from './database/transaction.ts'
import type { Platform } from './platform.ts'
import { findSignedIn, LIFETIME_MS, type Origin, type SignedIn } from './session-store.ts'

/** The cookie that carries the token of a session. */
export const SESSION_COOKIE = 'huiqi_session'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose rights the request has in the database: for `inTransaction`. */
    actor: Actor
    /** Who is signed in; null: a visitor. */
    account: SignedIn | null
  }
}

const VISITOR: Actor = { kind: 'visitor' }

/** The attributes of every cookie of ours. */
export const cookieOptions = ({ publicUrl }: Config) =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: publicUrl.startsWith('https:'),
  }) as const

/** Gives the browser its session. */
export const setSessionCookie = (reply: FastifyReply, config: Config, token: string): void => {
  reply.setCookie(SESSION_COOKIE, token, {
    ...cookieOptions(config),
    maxAge: LIFETIME_MS / 1000,
  })
}

/** Takes the session from the browser. */
export const clearSessionCookie = (reply: FastifyReply, config: Config): void => {
  reply.clearCookie(SESSION_COOKIE, cookieOptions(config))
}

/** Where a request comes from. */
export const originOf = ({ ip, headers }: FastifyRequest): Origin => ({
  address: ip,
  agent: headers['user-agent'] ?? '',
})

/** Who is signed in. Throws AppError `not-signed-in` for a visitor. */
export const requireAccount = ({ account }: FastifyRequest): SignedIn => {
  if (account === null) throw new AppError('not-signed-in', {})
  return account
}

/** Every request gets `account` and `actor` from its cookie before any route sees it. */
export const addSessions = (
  app: App,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): void => {
  app.decorateRequest('account', null)
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[SESSION_COOKIE]
    const account = token === undefined ? null : await findSignedIn(database, token, clock.now())
    request.account = account
    request.actor =
      account === null ? VISITOR : { kind: 'account', account: account.id, today: clock.today() }
  })
}
