import {
  InvitationList,
  ListQuery,
  Made,
  MemberChange,
  MemberList,
  NewInvitation,
  Problem,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { personOf } from './browser.ts'
import {
  answerInvitation,
  invite,
  listInvitationsFor,
  listOwnInvitations,
  withdrawInvitation,
} from './invitations.ts'
import { changeMemberRights, listMembersFor, removeMember } from './members.ts'
import { INVITATION_COLUMNS, MEMBER_COLUMNS } from './table-columns.ts'

const TAGS = ['members']
const ById = z.object({ id: z.uuid() })
const OfEnterprise = z.object({ enterprise: z.uuid() })
const InEnterprise = OfEnterprise.extend({ id: z.uuid() })
const Nothing = z.null().describe('Done')

const addMembersRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/members',
    {
      schema: {
        operationId: 'listMembers',
        tags: TAGS,
        summary: 'Who acts for an enterprise',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: MemberList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'members',
        columns: MEMBER_COLUMNS,
        ask: () => listMembersFor(platform, personOf(request), request.params.enterprise),
      }),
  )
  app.put(
    '/api/v1/enterprises/:enterprise/members/:id',
    {
      schema: {
        operationId: 'changeMember',
        tags: TAGS,
        summary: 'Give a member other rights; the last owner stays one',
        params: InEnterprise,
        body: MemberChange,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      const change = { ...request.params, change: request.body }
      await changeMemberRights(platform, personOf(request), change)
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/api/v1/enterprises/:enterprise/members/:id',
    {
      schema: {
        operationId: 'removeMember',
        tags: TAGS,
        summary: 'Take a membership back; the last owner stays',
        params: InEnterprise,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await removeMember(platform, personOf(request), request.params)
      return reply.status(204).send(null)
    },
  )
}

const addInvitingRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/invitations',
    {
      schema: {
        operationId: 'listEnterpriseInvitations',
        tags: TAGS,
        summary: 'Invitations of an enterprise that wait for an answer',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: InvitationList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'invitations',
        columns: INVITATION_COLUMNS,
        ask: () => listInvitationsFor(platform, personOf(request), request.params.enterprise),
      }),
  )
  app.post(
    '/api/v1/enterprises/:enterprise/invitations',
    {
      schema: {
        operationId: 'invite',
        tags: TAGS,
        summary: 'Invite somebody by mail to act for an enterprise',
        params: OfEnterprise,
        body: NewInvitation,
        response: { 201: Made, default: Problem },
      },
    },
    async (request, reply) => {
      const invitation = { ...request.params, ...request.body }
      return reply.status(201).send({ id: await invite(platform, personOf(request), invitation) })
    },
  )
  app.delete(
    '/api/v1/enterprises/:enterprise/invitations/:id',
    {
      schema: {
        operationId: 'withdrawInvitation',
        tags: TAGS,
        summary: 'Take an invitation back',
        params: InEnterprise,
        response: { 204: Nothing, default: Problem },
      },
    },
    async (request, reply) => {
      await withdrawInvitation(platform, personOf(request), request.params)
      return reply.status(204).send(null)
    },
  )
}

const addInvitedRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/invitations',
    {
      schema: {
        operationId: 'listInvitations',
        tags: TAGS,
        summary: 'Invitations to my address that wait for an answer',
        querystring: ListQuery,
        response: { 200: InvitationList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'invitations',
        columns: INVITATION_COLUMNS,
        ask: () => listOwnInvitations(platform, personOf(request)),
      }),
  )
  for (const [answer, verb, operationId] of [
    ['accepted', 'accept', 'acceptInvitation'],
    ['declined', 'decline', 'declineInvitation'],
  ] as const) {
    app.post(
      `/api/v1/invitations/:id/${verb}`,
      {
        schema: {
          operationId,
          tags: TAGS,
          summary: answer === 'accepted' ? 'Accept an invitation' : 'Decline an invitation',
          params: ById,
          response: { 204: Nothing, default: Problem },
        },
      },
      async (request, reply) => {
        await answerInvitation(platform, personOf(request), { ...request.params, answer })
        return reply.status(204).send(null)
      },
    )
  }
}

/** Members of enterprises and invitations to become one. */
export const addMemberRoutes = (app: App, platform: Platform): void => {
  addMembersRoutes(app, platform)
  addInvitingRoutes(app, platform)
  addInvitedRoutes(app, platform)
}
