import {
  Enterprise,
  EnterprisePage,
  EnterpriseQuery,
  FactHistory,
  FactHistoryQuery,
  HeldFactPage,
  HeldFactQuery,
  Problem,
  Vocabulary,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerAsTable } from '../exports/answer-as-table.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { addFileRoutes } from './file-routes.ts'
import { addPartRoutes } from './part-routes.ts'
import { listEnterprises, showEnterprise } from './show-enterprise.ts'
import { listFacts, showHistory } from './show-facts.ts'
import { vocabularyOf } from './show-vocabulary.ts'
import { ENTERPRISE_COLUMNS, FACT_COLUMNS, STATEMENT_COLUMNS } from './table-columns.ts'

const tags = ['enterprises']
const OfEnterprise = z.object({ enterprise: z.uuid() })
const OfFact = OfEnterprise.extend({ fact: z.string().min(1).max(200) })
const WHOLE =
  'The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.'

const addLists = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises',
    {
      schema: {
        operationId: 'listEnterprises',
        tags,
        summary: 'The enterprises that the caller acts for or reaches',
        description: WHOLE,
        querystring: EnterpriseQuery,
        response: { 200: EnterprisePage, default: Problem },
      },
    },
    async (request, reply) => {
      const rows = async () =>
        (await listEnterprises(platform, request, { ...request.query, format: 'csv' })).entries
      const table = { name: 'enterprises', columns: ENTERPRISE_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return listEnterprises(platform, request, request.query)
    },
  )
  app.get(
    '/api/v1/enterprises/:enterprise',
    {
      schema: {
        operationId: 'getEnterprise',
        tags,
        summary: 'One enterprise with its classes, growth and place on the ladders',
        params: OfEnterprise,
        response: { 200: Enterprise, default: Problem },
      },
    },
    (request) => showEnterprise(platform, request, request.params.enterprise),
  )
  app.get(
    '/api/v1/vocabulary',
    {
      schema: {
        operationId: 'getVocabulary',
        tags,
        summary: 'Every fact that can be stated, with its type, question and codes',
        response: { 200: Vocabulary, default: Problem },
      },
    },
    () => vocabularyOf(platform.policies.rulebook),
  )
}

const addFacts = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/facts',
    {
      schema: {
        operationId: 'listFacts',
        tags,
        summary: 'The facts of a file: the value that counts, and what other sources say',
        description: WHOLE,
        params: OfEnterprise,
        querystring: HeldFactQuery,
        response: { 200: HeldFactPage, default: Problem },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const list = (asked: HeldFactQuery) =>
        listFacts(platform, request, { ...params, query: asked })
      const rows = async () => (await list({ ...query, limit: Number.MAX_SAFE_INTEGER })).entries
      const table = { name: 'facts', columns: FACT_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return list(query)
    },
  )
  app.get(
    '/api/v1/enterprises/:enterprise/facts/:fact/history',
    {
      schema: {
        operationId: 'getFactHistory',
        tags,
        summary: 'Everything that was ever said of one fact',
        description: WHOLE,
        params: OfFact,
        querystring: FactHistoryQuery,
        response: { 200: FactHistory, default: Problem },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const list = (asked: FactHistoryQuery) =>
        showHistory(platform, request, { ...params, query: asked })
      const rows = async () => (await list({ ...query, limit: 1_000_000 })).entries
      const table = { name: 'history', columns: STATEMENT_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return list(query)
    },
  )
}

/** Enterprises and their files. */
export const addEnterpriseRoutes = (app: App, platform: Platform): void => {
  addLists(app, platform)
  addFacts(app, platform)
  addPartRoutes(app, platform)
  addFileRoutes(app, platform)
}
