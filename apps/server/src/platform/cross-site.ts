import { AppError } from '@huiqi/domain'
import type { FastifyRequest } from 'fastify'
import type { App } from './create-app.ts'
import type { Platform } from './platform.ts'
import { SESSION_COOKIE } from './session.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that may change something comes from our own pages, or from a program that carries no
 * cookie. What the browser says of the sender (`Sec-Fetch-Site`) decides; browsers that do not say it
 * send `Origin`.
 */
const isOurs = ({ headers, cookies }: FastifyRequest, publicOrigin: string): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  if (headers.origin !== undefined) return headers.origin === publicOrigin
  return cookies[SESSION_COOKIE] === undefined
}

/** Refuses changes that another site makes a browser ask for. */
export const refuseCrossSite = (app: App, { config }: Platform): void => {
  const { origin } = new URL(config.publicUrl)
  app.addHook('onRequest', (request, _, done) => {
    if (SAFE_METHODS.includes(request.method) || isOurs(request, origin)) return done()
    return done(new AppError('not-allowed', { action: 'cross-site' }))
  })
}
