import rateLimit from '@fastify/rate-limit'
import { AppError } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'
import type { App } from './create-app.ts'
import type { Platform } from './platform.ts'
import { countRequest } from './request-counts.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For routes where trying often is what an attacker does. */
    isSensitive?: boolean
  }
}

const MINUTE_MS = 60_000
const SENSITIVE_SHARE = 40
const SENSITIVE_AT_LEAST = 10

type KeyOf = (request: FastifyRequest) => string

/**
 * Requests a minute are limited by address, and before sign-in; `addAccountLimit` limits them by account.
 * Sensitive ones are counted by all processes together, the others by each process for itself.
 */
export const addAddressLimits = async (app: App, platform: Platform): Promise<void> => {
  const { config } = platform
  if (config.rateLimit === 0) return
  await app.register(rateLimit, { global: false })
  const limitAll = limiterOf(app, config.rateLimit, ({ ip }) => `address ${ip}`)
  const most = Math.max(SENSITIVE_AT_LEAST, Math.floor(config.rateLimit / SENSITIVE_SHARE))
  app.addHook('onRequest', async (request) => {
    await limitAll(request)
    if (request.routeOptions.config.isSensitive === true) {
      await limitSensitive(platform, `sensitive ${request.ip}`, most)
    }
  })
}

const limitSensitive = async (
  { database, clock }: Platform,
  key: string,
  most: number,
): Promise<void> => {
  const now = clock.now()
  const { count, endsAt } = await countRequest(database, { key, now, windowMs: MINUTE_MS })
  if (count <= most) return
  const retryAfterSeconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000))
  throw new AppError('too-many-requests', { retryAfterSeconds })
}

/** Requests a minute of one account, wherever they come from; after `addSessions`. */
export const addAccountLimit = (app: App, { config }: Platform): void => {
  if (config.rateLimit === 0) return
  const limit = limiterOf(app, config.rateLimit, ({ account }) => `account ${account?.id ?? ''}`)
  app.addHook('onRequest', async (request) => {
    if (request.account !== null) await limit(request)
  })
}

const limiterOf = (app: App, max: number, keyOf: KeyOf) => {
  const check = app.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator: keyOf })
  return async (request: FastifyRequest): Promise<void> => {
    const limit = await check(request)
    if (limit.isAllowed || !limit.isExceeded) return
    throw new AppError('too-many-requests', { retryAfterSeconds: limit.ttlInSeconds })
  }
}
