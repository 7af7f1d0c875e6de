import type { Me } from '@huiqi/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform/platform.ts'
import { originOf, requireAccount, SESSION_COOKIE, setSessionCookie } from '../platform/session.ts'
import { findSignedIn } from '../platform/session-store.ts'
import type { Browser } from './enter.ts'
import { describeMe } from './me.ts'
import type { Person } from './sessions.ts'

/** The browser that a request comes from. */
export const browserOf = (request: FastifyRequest): Browser => ({
  ...originOf(request),
  token: request.cookies[SESSION_COOKIE] ?? null,
})

/** Who is signed in, with the rights that come of it. Throws AppError `not-signed-in`. */
export const personOf = (request: FastifyRequest): Person => ({
  account: requireAccount(request),
  actor: request.actor,
})

/** Gives the browser its new session and says who it is now. */
export const letIn = async (
  platform: Platform,
  reply: FastifyReply,
  token: string,
): Promise<Me> => {
  const { config, clock, database } = platform
  setSessionCookie(reply, config, token)
  const account = await findSignedIn(database, token, clock.now())
  const today = clock.today()
  return describeMe(platform, {
    account,
    actor: account === null ? { kind: 'visitor' } : { kind: 'account', account: account.id, today },
  })
}
