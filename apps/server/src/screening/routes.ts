import {
  ChangesSince,
  Explanation,
  ExplanationQuery,
  LadderList,
  ListQuery,
  NearMissList,
  Problem,
  QuestionList,
  Supposition,
  TopQuery,
  VerdictPage,
  VerdictQuery,
  type VerdictSummary,
  WhatIf,
} from '@huiqi/contract'
import { z } from 'zod'
import { answerAsTable } from '../exports/answer-as-table.ts'
import { answerList } from '../exports/answer-list.ts'
import type { Column } from '../exports/write-csv.ts'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { noteVisit, showChanges } from './changes-since.ts'
import { explainMeasure } from './explain-measure.ts'
import { listLadders } from './list-ladders.ts'
import { listNearMisses, listQuestions } from './list-questions.ts'
import { everyVerdict, listVerdicts } from './list-verdicts.ts'
import {
  CHANGE_COLUMNS,
  LADDER_COLUMNS,
  NEAR_MISS_COLUMNS,
  QUESTION_COLUMNS,
} from './table-columns.ts'
import { showWhatIf } from './what-if.ts'

const tags = ['screening']
const OfEnterprise = z.object({ enterprise: z.uuid() })
const MeasureId = z.string().min(1).max(200)
/** The rest of a path as an id, for callers who leave its slashes as they are. */
const OfRest = OfEnterprise.extend({ '*': MeasureId })
const OfMeasure = OfEnterprise.extend({ measure: MeasureId })
const WHOLE =
  'The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.'

const yuan = (fen: number | null | undefined): number | null =>
  fen === null || fen === undefined ? null : fen / 100

const VERDICT_COLUMNS: readonly Column<VerdictSummary>[] = [
  { name: { zh: '措施', en: 'measure' }, cell: ({ measure }, language) => measure.name[language] },
  { name: { zh: '编号', en: 'id' }, cell: ({ measure }) => measure.id },
  { name: { zh: '事项', en: 'thing' }, cell: ({ thing }) => thing?.name ?? null },
  { name: { zh: '结论', en: 'outcome' }, cell: ({ outcome }) => outcome },
  { name: { zh: '至少（元）', en: 'at least (CNY)' }, cell: ({ amount }) => yuan(amount?.lowFen) },
  { name: { zh: '至多（元）', en: 'at most (CNY)' }, cell: ({ amount }) => yuan(amount?.highFen) },
  { name: { zh: '截止', en: 'closes on' }, cell: ({ measure }) => measure.closesOn },
  {
    name: { zh: '理由', en: 'reasons' },
    cell: ({ reasons }, language) => reasons.map((reason) => reason[language]).join('\n'),
  },
]

const addVerdicts = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/verdicts',
    {
      schema: {
        operationId: 'listVerdicts',
        tags,
        summary:
          'Every measure answered for the enterprise, by outcome, with the total of what is met',
        description: WHOLE,
        params: OfEnterprise,
        querystring: VerdictQuery,
        response: { 200: VerdictPage, default: Problem },
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, query: request.query }
      const rows = () => everyVerdict(platform, request, asked)
      const table = { name: 'verdicts', columns: VERDICT_COLUMNS, rows }
      if (await answerAsTable(request, reply, table)) return reply
      return listVerdicts(platform, request, asked)
    },
  )
  const response = { 200: Explanation, default: Problem }
  app.get(
    '/api/v1/enterprises/:enterprise/verdicts/:measure',
    {
      schema: {
        operationId: 'explainVerdict',
        tags,
        summary: 'One measure for the enterprise with its whole reasoning',
        params: OfMeasure,
        querystring: ExplanationQuery,
        response,
      },
    },
    (request) =>
      explainMeasure(platform, request, { ...request.params, thing: request.query.thing }),
  )
  app.get(
    '/api/v1/enterprises/:enterprise/verdicts/*',
    { schema: { hide: true, params: OfRest, querystring: ExplanationQuery, response } },
    (request) => {
      const { enterprise, '*': measure } = request.params
      return explainMeasure(platform, request, { enterprise, measure, thing: request.query.thing })
    },
  )
}

const addLists = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/questions',
    {
      schema: {
        operationId: 'listQuestions',
        tags,
        summary: 'What to ask next, the most worthwhile first',
        params: OfEnterprise,
        querystring: TopQuery,
        response: { 200: QuestionList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'questions',
        columns: QUESTION_COLUMNS,
        ask: (page) =>
          listQuestions(platform, request, { ...request.params, ...request.query, ...page }),
      }),
  )
  app.get(
    '/api/v1/enterprises/:enterprise/near-misses',
    {
      schema: {
        operationId: 'listNearMisses',
        tags,
        summary: 'Measures that fail by one value alone',
        params: OfEnterprise,
        querystring: TopQuery,
        response: { 200: NearMissList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'near-misses',
        columns: NEAR_MISS_COLUMNS,
        ask: (page) =>
          listNearMisses(platform, request, { ...request.params, ...request.query, ...page }),
      }),
  )
}

const addLadders = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/enterprises/:enterprise/ladders',
    {
      schema: {
        operationId: 'listLadders',
        tags,
        summary: 'The ladders of titles and growth with the gap to each rung',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: LadderList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'ladders',
        columns: LADDER_COLUMNS,
        ask: () => listLadders(platform, request, request.params.enterprise),
      }),
  )
}

const addComparisons = (app: App, platform: Platform): void => {
  app.post(
    '/api/v1/enterprises/:enterprise/what-if',
    {
      schema: {
        operationId: 'showWhatIf',
        tags,
        summary: 'What would be if some facts were others; nothing is kept',
        params: OfEnterprise,
        body: Supposition,
        response: { 200: WhatIf, default: Problem },
      },
    },
    (request) => showWhatIf(platform, request, { ...request.params, ...request.body }),
  )
  app.get(
    '/api/v1/enterprises/:enterprise/changes',
    {
      schema: {
        operationId: 'listChanges',
        tags,
        summary: 'What changed since the last visit, and which rule, fact or day made it change',
        params: OfEnterprise,
        querystring: ListQuery,
        response: { 200: ChangesSince, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'changes',
        columns: CHANGE_COLUMNS,
        ask: () => showChanges(platform, request, request.params.enterprise),
      }),
  )
  app.post(
    '/api/v1/enterprises/:enterprise/visits',
    {
      schema: {
        operationId: 'noteVisit',
        tags,
        summary: 'Note that the caller has seen how things stand',
        params: OfEnterprise,
        response: { 200: ChangesSince, default: Problem },
      },
    },
    (request) => noteVisit(platform, request, request.params.enterprise),
  )
}

/** The measures answered for an enterprise. */
export const addScreeningRoutes = (app: App, platform: Platform): void => {
  addVerdicts(app, platform)
  addLists(app, platform)
  addLadders(app, platform)
  addComparisons(app, platform)
}
