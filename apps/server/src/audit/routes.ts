import { AuditPage, AuditQuery, Problem } from '@huiqi/contract'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { listAuditEvents } from './list-events.ts'
import { EVENT_COLUMNS } from './table-columns.ts'

/** What was done: for the owners of an enterprise, and for administrators. */
export const addAuditRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/audit',
    {
      schema: {
        operationId: 'listAuditEvents',
        tags: ['audit'],
        summary: 'What was done in the whole service, the latest first: for administrators',
        querystring: AuditQuery,
        response: { 200: AuditPage, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'events',
        columns: EVENT_COLUMNS,
        ask: (page) => listAuditEvents(platform, request, { ...request.query, ...page }),
      }),
  )
  app.get(
    '/api/v1/enterprises/:enterprise/audit',
    {
      schema: {
        operationId: 'listEnterpriseAuditEvents',
        tags: ['audit'],
        summary: 'What was done to an enterprise, and which officers looked into its file',
        params: z.object({ enterprise: z.uuid() }),
        querystring: AuditQuery.omit({ enterprise: true }),
        response: { 200: AuditPage, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'events',
        columns: EVENT_COLUMNS,
        ask: (page) =>
          listAuditEvents(platform, request, { ...request.query, ...request.params, ...page }),
      }),
  )
}
