import { OidcStart, Problem } from '@huiqi/contract'
import { AppError, hasCode } from '@huiqi/domain'
import { z } from 'zod'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { cookieOptions, setSessionCookie } from '../platform/session.ts'
import { browserOf } from './browser.ts'
import { CALLBACK_PATH, enterWithProvider, FLOW_LIFETIME_MS, openProvider } from './oidc.ts'

/** The cookie that ties a flow to the browser that began it. */
const FLOW_COOKIE = 'huiqi_oidc'

/** The page that says why somebody was not let in. */
const SIGN_IN_PAGE = '/sign-in'

const Elsewhere = z.null().describe('Elsewhere')

/** Sign-in through the city's OpenID provider. */
export const addOidcRoutes = (app: App, platform: Platform): void => {
  const { config } = platform
  const provider = config.oidc === null ? null : openProvider(platform, config.oidc)
  const requireProvider = () => {
    if (provider === null) throw new AppError('not-found', { kind: 'provider', id: 'oidc' })
    return provider
  }
  app.get(
    '/api/v1/oidc/start',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'startOidc',
        tags: ['identity'],
        summary: 'Go to the OpenID provider to sign in',
        querystring: OidcStart,
        response: { 302: Elsewhere, default: Problem },
      },
    },
    async ({ query }, reply) => {
      const { url, token } = await requireProvider().begin(query.return)
      const options = { ...cookieOptions(config), maxAge: FLOW_LIFETIME_MS / 1000 }
      return reply.setCookie(FLOW_COOKIE, token, options).redirect(url.href, 302)
    },
  )
  app.get(
    CALLBACK_PATH,
    {
      schema: {
        operationId: 'endOidc',
        tags: ['identity'],
        summary: 'Where the OpenID provider sends people back to',
        response: { 302: Elsewhere, default: Problem },
      },
    },
    async (request, reply) => {
      const found = requireProvider()
      reply.clearCookie(FLOW_COOKIE, cookieOptions(config))
      try {
        const flow = request.cookies[FLOW_COOKIE] ?? ''
        const { person, returnTo } = await found.end(flow, new URL(request.url, config.publicUrl))
        setSessionCookie(
          reply,
          config,
          await enterWithProvider(platform, person, browserOf(request)),
        )
        const { pathname, search, hash } = new URL(returnTo, config.publicUrl)
        return await reply.redirect(pathname + search + hash, 302)
      } catch (error) {
        if (!hasCode(error, 'not-allowed')) throw error
        request.log.info({ error }, 'sign-in at the provider failed')
        return reply.redirect(`${SIGN_IN_PAGE}?problem=${error.params.action}`, 302)
      }
    },
  )
}
