import { ListQuery, Me, Problem, SessionList, SignIn } from '@huiqi/contract'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { clearSessionCookie } from '../platform/session.ts'
import { browserOf, letIn, personOf } from './browser.ts'
import { endAllSessions, endOneSession, endSessionHere, listSessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { SESSION_COLUMNS } from './table-columns.ts'

const TAGS = ['identity']
const ById = z.object({ id: z.uuid() })
const Nothing = z.null().describe('Done')

const addSignInRoutes = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/session',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'signIn',
        tags: TAGS,
        summary: 'Sign in with a password',
        body: SignIn,
        response: { 200: Me, default: Problem },
      },
    },
    async (request, reply) =>
      letIn(platform, reply, await signIn(platform, request.body, browserOf(request))),
  )
  app.delete(
    '/api/v1/session',
    {
      schema: {
        operationId: 'signOut',
        tags: TAGS,
        summary: 'Sign out here',
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await endSessionHere(platform, browserOf(request).token)
      clearSessionCookie(reply, platform.config)
      return reply.status(204).send(null)
    },
  )
}

const addSessionListRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/sessions',
    {
      schema: {
        operationId: 'listSessions',
        tags: TAGS,
        summary: 'Where I am signed in',
        querystring: ListQuery,
        response: { 200: SessionList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'sessions',
        columns: SESSION_COLUMNS,
        ask: () => listSessions(platform, personOf(request)),
      }),
  )
  app.delete(
    '/api/v1/sessions',
    {
      schema: {
        operationId: 'signOutEverywhere',
        tags: TAGS,
        summary: 'Sign out everywhere',
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await endAllSessions(platform, personOf(request))
      clearSessionCookie(reply, platform.config)
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/api/v1/sessions/:id',
    {
      schema: {
        operationId: 'endSession',
        tags: TAGS,
        summary: 'Sign out one device',
        params: ById,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await endOneSession(platform, personOf(request), request.params.id)
      return reply.status(204).send(null)
    },
  )
}

/** Signing in and out, here and elsewhere. */
export const addSessionRoutes = (app: App, platform: Platform): void => {
  addSignInRoutes(app, platform)
  addSessionListRoutes(app, platform)
}
