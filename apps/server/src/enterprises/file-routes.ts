import { Draft, ExportQuery, NewDraft, Problem } from '@huiqi/contract'
import { z } from 'zod'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { confirmDraft, dropDraft, makeDraft, showDraft } from './drafts.ts'
import { exportFile } from './export-file.ts'

const tags = ['enterprises']
const OfEnterprise = z.object({ enterprise: z.uuid() })
const OfDraft = OfEnterprise.extend({ draft: z.uuid() })

const addExport = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/export',
    {
      schema: {
        operationId: 'exportEnterprise',
        tags,
        summary: 'The whole file as YAML, JSON or CSV, in a form that can be read back',
        params: OfEnterprise,
        querystring: ExportQuery,
        response: {
          200: {
            description: 'The file',
            content: {
              'application/yaml': { schema: z.string() },
              'application/json': { schema: z.string() },
              'text/csv': { schema: z.string() },
            },
          },
          default: Problem,
        },
      },
    },
    async (request, reply) => {
      const { fileName, type, text } = await exportFile(platform, request, {
        ...request.params,
        ...request.query,
      })
      return reply
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .type(type)
        .serializer(String)
        .send(text)
    },
  )
}

const addDrafts = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/enterprises/:enterprise/drafts',
    {
      schema: {
        operationId: 'makeDraft',
        tags,
        summary:
          'Send a file in and see what it would change; nothing changes before it is confirmed',
        params: OfEnterprise,
        body: NewDraft,
        response: { 201: Draft, default: Problem },
      },
    },
    async (request, reply) => {
      const made = await makeDraft(platform, request, { ...request.params, ...request.body })
      return reply.status(201).send(made)
    },
  )
  app.get(
    '/api/v1/enterprises/:enterprise/drafts/:draft',
    {
      schema: {
        operationId: 'getDraft',
        tags,
        summary: 'What a draft would change now',
        params: OfDraft,
        response: { 200: Draft, default: Problem },
      },
    },
    (request) => {
      const { enterprise, draft: id } = request.params
      return showDraft(platform, request, { enterprise, id })
    },
  )
}

const addDraftEnds = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/enterprises/:enterprise/drafts/:draft/confirm',
    {
      schema: {
        operationId: 'confirmDraft',
        tags,
        summary: 'Do what a draft would change, all or nothing',
        params: OfDraft,
        response: { 200: Draft, default: Problem },
      },
    },
    (request) => {
      const { enterprise, draft: id } = request.params
      return confirmDraft(platform, request, { enterprise, id })
    },
  )
  app.delete(
    '/api/v1/enterprises/:enterprise/drafts/:draft',
    {
      schema: {
        operationId: 'dropDraft',
        tags,
        summary: 'Throw a draft away',
        params: OfDraft,
        response: { 200: Draft, default: Problem },
      },
    },
    (request) => {
      const { enterprise, draft: id } = request.params
      return dropDraft(platform, request, { enterprise, id })
    },
  )
}

/** Whole files, out and in. */
export const addFileRoutes = (app: App, platform: Platform): void => {
  addExport(app, platform)
  addDrafts(app, platform)
  addDraftEnds(app, platform)
}
