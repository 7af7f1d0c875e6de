import {
  Home,
  MarkedRead,
  type Message,
  MessagePage,
  MessageQuery,
  Problem,
  ReadMark,
  SavedMeasure,
  SavedMeasureChange,
  SavedMeasurePage,
  SavedMeasureQuery,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerAsTable } from '../exports/answer-as-table.ts'
import type { Column } from '../exports/write-csv.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { readMessages, showMessages } from './messages.ts'
import { dropSavedMeasure, listSavedMeasures, saveMeasure } from './saved-measures.ts'
import { showHome } from './show-home.ts'

const tags = ['workspace']
const OfEnterprise = z.object({ enterprise: z.uuid() })
const MeasureId = z.string().min(1).max(200)
const OfMeasure = OfEnterprise.extend({ measure: MeasureId })
/** The rest of a path as an id, for callers who leave its slashes as they are. */
const OfRest = OfEnterprise.extend({ '*': MeasureId })
const WHOLE =
  'The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.'

const SAVED_COLUMNS: readonly Column<SavedMeasure>[] = [
  { name: { zh: '措施', en: 'measure' }, cell: ({ measure }, language) => measure.name[language] },
  { name: { zh: '编号', en: 'id' }, cell: ({ measure }) => measure.id },
  { name: { zh: '状态', en: 'status' }, cell: ({ measure }) => measure.status },
  { name: { zh: '截止', en: 'closes on' }, cell: ({ measure }) => measure.closesOn },
  { name: { zh: '备注', en: 'note' }, cell: ({ note }) => note },
  { name: { zh: '收藏人', en: 'saved by' }, cell: ({ savedBy }) => savedBy },
]

const MESSAGE_COLUMNS: readonly Column<Message>[] = [
  { name: { zh: '时间', en: 'at' }, cell: ({ createdAt }) => createdAt },
  { name: { zh: '标题', en: 'title' }, cell: ({ title }, language) => title[language] },
  { name: { zh: '内容', en: 'text' }, cell: ({ body }, language) => body[language] },
  { name: { zh: '已读', en: 'read at' }, cell: ({ readAt }) => readAt },
]

const addSaved = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/saved-measures',
    {
      schema: {
        operationId: 'listSavedMeasures',
        tags,
        summary: 'The measures that the enterprise has put aside',
        description: WHOLE,
        params: OfEnterprise,
        querystring: SavedMeasureQuery,
        response: { 200: SavedMeasurePage, default: Problem },
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, query: request.query }
      const rows = async () =>
        (await listSavedMeasures(platform, request, { ...asked, isWhole: true })).entries
      const table = { name: 'saved-measures', columns: SAVED_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return listSavedMeasures(platform, request, { ...asked, isWhole: false })
    },
  )
  const put = {
    tags,
    summary: 'Put a measure aside for everybody in the enterprise, with a note; follow it',
    body: SavedMeasureChange,
    response: { 200: SavedMeasure, default: Problem },
  }
  app.put(
    '/api/v1/enterprises/:enterprise/saved-measures/:measure',
    { schema: { operationId: 'saveMeasure', params: OfMeasure, ...put } },
    (request) => saveMeasure(platform, request, { ...request.params, ...request.body }),
  )
  app.put(
    '/api/v1/enterprises/:enterprise/saved-measures/*',
    { schema: { hide: true, params: OfRest, ...put } },
    (request) => {
      const { enterprise, '*': measure } = request.params
      return saveMeasure(platform, request, { enterprise, measure, ...request.body })
    },
  )
}

const addSavedEnds = (app: App, platform: Platform): void => {
  const gone = {
    tags,
    summary: 'No longer keep a measure',
    response: { 204: z.null(), default: Problem },
  }
  app.delete(
    '/api/v1/enterprises/:enterprise/saved-measures/:measure',
    { schema: { operationId: 'dropSavedMeasure', params: OfMeasure, ...gone } },
    async (request, reply) => {
      await dropSavedMeasure(platform, request, request.params)
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/api/v1/enterprises/:enterprise/saved-measures/*',
    { schema: { hide: true, params: OfRest, ...gone } },
    async (request, reply) => {
      const { enterprise, '*': measure } = request.params
      await dropSavedMeasure(platform, request, { enterprise, measure })
      return reply.status(204).send(null)
    },
  )
}

const addMessages = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/messages',
    {
      schema: {
        operationId: 'listMessages',
        tags,
        summary: 'Messages to the enterprise and to the caller, the latest first',
        description: WHOLE,
        params: OfEnterprise,
        querystring: MessageQuery,
        response: { 200: MessagePage, default: Problem },
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, query: request.query }
      const rows = async () =>
        (await showMessages(platform, request, { ...asked, isWhole: true })).entries
      const table = { name: 'messages', columns: MESSAGE_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return showMessages(platform, request, { ...asked, isWhole: false })
    },
  )
  app.post(
    '/api/v1/enterprises/:enterprise/messages/read',
    {
      schema: {
        operationId: 'markMessagesRead',
        tags,
        summary: 'Mark messages as read; without ids all of them',
        params: OfEnterprise,
        body: ReadMark,
        response: { 200: MarkedRead, default: Problem },
      },
    },
    (request) => readMessages(platform, request, { ...request.params, ...request.body }),
  )
}

/** What an enterprise sees first, puts aside and is told. */
export const addWorkspaceRoutes = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/home',
    {
      schema: {
        operationId: 'getHome',
        tags,
        summary: 'What there is now, automatic first, by when, what to answer, and what changed',
        params: OfEnterprise,
        response: { 200: Home, default: Problem },
      },
    },
    (request) => showHome(platform, request, request.params.enterprise),
  )
  addSaved(app, platform)
  addSavedEnds(app, platform)
  addMessages(app, platform)
}
