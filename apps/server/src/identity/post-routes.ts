import {
  AccountPage,
  AccountQuery,
  AccountSwitch,
  Appointment,
  AppointmentEnd,
  Made,
  NewPost,
  PostChange,
  PostPage,
  PostQuery,
  Problem,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { listAllAccounts, switchAccount } from './administered-accounts.ts'
import { personOf } from './browser.ts'
import {
  appoint,
  changePost,
  createPost,
  deletePost,
  endAppointment,
  listHeldPosts,
} from './posts.ts'
import { ACCOUNT_COLUMNS, POST_COLUMNS } from './table-columns.ts'

const TAGS = ['administration']
const ById = z.object({ id: z.uuid() })
const OfPost = z.object({ post: z.uuid() })
const Nothing = z.null().describe('Done')

const addPostsRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/posts',
    {
      schema: {
        operationId: 'listPosts',
        tags: TAGS,
        summary: 'Posts and who holds them now or will',
        querystring: PostQuery,
        response: { 200: PostPage, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'posts',
        columns: POST_COLUMNS,
        ask: (page) => listHeldPosts(platform, personOf(request), { ...request.query, ...page }),
      }),
  )
  app.post(
    '/api/v1/posts',
    {
      schema: {
        operationId: 'createPost',
        tags: TAGS,
        summary: 'Make a post',
        body: NewPost,
        response: { 201: Made, default: Problem },
      },
    },
    async (request, reply) =>
      reply.status(201).send({ id: await createPost(platform, personOf(request), request.body) }),
  )
}

const addPostChangeRoutes = (app: App, platform: Platform): void => {
  app.patch(
    '/api/v1/posts/:id',
    {
      schema: {
        operationId: 'changePost',
        tags: TAGS,
        summary: 'Rename a post',
        params: ById,
        body: PostChange,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await changePost(platform, personOf(request), { ...request.params, ...request.body })
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/api/v1/posts/:id',
    {
      schema: {
        operationId: 'deletePost',
        tags: TAGS,
        summary: 'Remove a post that nobody ever held',
        params: ById,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await deletePost(platform, personOf(request), request.params.id)
      return reply.status(204).send(null)
    },
  )
}

const addHolderRoutes = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/posts/:post/holders',
    {
      schema: {
        operationId: 'appoint',
        tags: TAGS,
        summary: 'Put somebody on a post, or beside its holder as a deputy for a time',
        params: OfPost,
        body: Appointment,
        response: { 201: Made, default: Problem },
      },
    },
    async (request, reply) => {
      const appointment = { ...request.params, ...request.body }
      const id = await appoint(platform, personOf(request), appointment)
      return reply.status(201).send({ id })
    },
  )
  app.patch(
    '/api/v1/posts/:post/holders/:id',
    {
      schema: {
        operationId: 'endAppointment',
        tags: TAGS,
        summary: 'Set the last day of somebody on a post',
        params: OfPost.extend({ id: z.uuid() }),
        body: AppointmentEnd,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      const end = { ...request.params, ...request.body }
      await endAppointment(platform, personOf(request), end)
      return reply.status(204).send(null)
    },
  )
}

const addAccountsRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/accounts',
    {
      schema: {
        operationId: 'listAccounts',
        tags: TAGS,
        summary: 'All accounts',
        querystring: AccountQuery,
        response: { 200: AccountPage, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'accounts',
        columns: ACCOUNT_COLUMNS,
        ask: (page) => listAllAccounts(platform, personOf(request), { ...request.query, ...page }),
      }),
  )
  app.patch(
    '/api/v1/accounts/:id',
    {
      schema: {
        operationId: 'switchAccount',
        tags: TAGS,
        summary: 'Close an account and end its sessions, or open it again',
        params: ById,
        body: AccountSwitch,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await switchAccount(platform, personOf(request), { ...request.params, ...request.body })
      return reply.status(204).send(null)
    },
  )
}

/** Posts, who holds them, and all accounts: for administrators. */
export const addPostRoutes = (app: App, platform: Platform): void => {
  addPostsRoutes(app, platform)
  addPostChangeRoutes(app, platform)
  addHolderRoutes(app, platform)
  addAccountsRoutes(app, platform)
}
