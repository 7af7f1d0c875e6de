import {
  AccountChange,
  CodeEntry,
  CodeSent,
  Me,
  PasswordChange,
  PasswordReset,
  PasswordResetEntry,
  Problem,
  SignUp,
} from '@huiqi/contract'
import { z } from 'zod'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { clearSessionCookie, requireAccount, setSessionCookie } from '../platform/session.ts'
import { browserOf, letIn, personOf } from './browser.ts'
import { changeAccount, describeMe } from './me.ts'
import { beginPasswordReset, changePassword, finishPasswordReset } from './passwords.ts'
import { beginSignUp, confirmSignUp } from './sign-up.ts'

const TAGS = ['identity']
const ById = z.object({ id: z.uuid() })
const Nothing = z.null().describe('Done')

const addSignUpRoutes = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/sign-ups',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'beginSignUp',
        tags: TAGS,
        summary: 'Ask for an account: a code is mailed to the address',
        body: SignUp,
        response: { 202: CodeSent, default: Problem },
      },
    },
    async ({ body }, reply) => reply.status(202).send(await beginSignUp(platform, body)),
  )
  app.post(
    '/api/v1/sign-ups/:id/confirm',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'confirmSignUp',
        tags: TAGS,
        summary: 'Make the account with the code of the mail, and sign in',
        params: ById,
        body: CodeEntry,
        response: { 201: Me, default: Problem },
      },
    },
    async (request, reply) => {
      const entry = { ...request.params, ...request.body }
      const token = await confirmSignUp(platform, entry, browserOf(request))
      return reply.status(201).send(await letIn(platform, reply, token))
    },
  )
}

const addMeRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/me',
    {
      schema: {
        operationId: 'getMe',
        tags: TAGS,
        summary: 'Who I am and what I may do; a visitor has no account',
        response: { 200: Me, default: Problem },
      },
    },
    (request) => describeMe(platform, request),
  )
  app.patch(
    '/api/v1/me',
    {
      schema: {
        operationId: 'changeMe',
        tags: TAGS,
        summary: 'Change my name or language',
        body: AccountChange,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await changeAccount(platform, personOf(request), request.body)
      return reply.status(204).send(null)
    },
  )
}

const addPasswordRoutes = (app: App, platform: Platform): void => {
  app.put(
    '/api/v1/me/password',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'changePassword',
        tags: TAGS,
        summary: 'Change my password; other devices are signed out',
        body: PasswordChange,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      const change = { ...request.body, browser: browserOf(request) }
      const token = await changePassword(platform, requireAccount(request), change)
      setSessionCookie(reply, platform.config, token)
      return reply.status(204).send(null)
    },
  )
  app.post(
    '/api/v1/password-resets',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'beginPasswordReset',
        tags: TAGS,
        summary: 'Ask for a code to set a new password',
        body: PasswordReset,
        response: { 202: CodeSent, default: Problem },
      },
    },
    async ({ body }, reply) =>
      reply.status(202).send(await beginPasswordReset(platform, body.email)),
  )
  app.post(
    '/api/v1/password-resets/:id/confirm',
    {
      config: { isSensitive: true },
      schema: {
        operationId: 'finishPasswordReset',
        tags: TAGS,
        summary: 'Set a new password with the code of the mail; all devices are signed out',
        params: ById,
        body: PasswordResetEntry,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await finishPasswordReset(platform, request.params.id, request.body)
      clearSessionCookie(reply, platform.config)
      return reply.status(204).send(null)
    },
  )
}

/** Accounts and passwords. */
export const addAccountRoutes = (app: App, platform: Platform): void => {
  addSignUpRoutes(app, platform)
  addMeRoutes(app, platform)
  addPasswordRoutes(app, platform)
}
