import {
  ById,
  Calendar,
  CalendarQuery,
  InstrumentDetail,
  InstrumentList,
  ListQuery,
  MeasureDetail,
  MeasureFacets,
  MeasureFilter,
  MeasurePage,
  MeasureQuery,
  Problem,
} from '@huiqi/contract'
import type { preHandlerHookHandler } from 'fastify'
import { z } from 'zod'
import { answerList } from '../exports/answer-list.ts'
import { sendTable, tableFormatOf } from '../exports/send-table.ts'
import type { App } from '../platform/create-app.ts'
import { languageOf } from '../platform/language.ts'
import type { Platform } from '../platform/platform.ts'
import { showCalendar } from './calendar.ts'
import { countFacets } from './count-facets.ts'
import { showMeasure } from './detail/show-measure.ts'
import { addFeedRoutes } from './feed-routes.ts'
import { listInstruments, showInstrument } from './instruments.ts'
import { DAY_COLUMNS, INSTRUMENT_COLUMNS } from './list-columns.ts'
import { everyMeasure, listMeasures } from './list-measures.ts'
import { MEASURE_COLUMNS } from './measure-columns.ts'

const tags = ['measures']

/** Answers with the whole list where a table is asked for instead of a page. */
const asTable =
  (platform: Platform): preHandlerHookHandler =>
  (request, reply, done) => {
    const query = MeasureQuery.parse(request.query)
    const format = tableFormatOf(request, query.format)
    if (format === null) return done()
    const rows = everyMeasure(platform, query, query.order)
    const language = query.language ?? languageOf(request)
    sendTable(reply, format, { name: 'measures', columns: MEASURE_COLUMNS, rows, language })
  }

const addLists = (app: App, platform: Platform): void => {
  app.get(
    '/api/v1/measures',
    {
      schema: {
        operationId: 'listMeasures',
        tags,
        summary: 'Search and list measures',
        description:
          'The whole list instead of a page with `Accept: text/csv` or `application/x-ndjson`, or with `format`.',
        querystring: MeasureQuery,
        response: { 200: MeasurePage, default: Problem },
      },
      preHandler: asTable(platform),
    },
    ({ query }) => listMeasures(platform, query),
  )
  app.get(
    '/api/v1/measures/facets',
    {
      schema: {
        operationId: 'countMeasures',
        tags,
        summary: 'What a list of measures can be narrowed by, with counts',
        querystring: MeasureFilter,
        response: { 200: MeasureFacets, default: Problem },
      },
    },
    ({ query }) => countFacets(platform, query),
  )
  app.get(
    '/api/v1/calendar',
    {
      schema: {
        operationId: 'showCalendar',
        tags,
        summary: 'First and last days to apply',
        querystring: CalendarQuery,
        response: { 200: Calendar, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'calendar',
        columns: DAY_COLUMNS,
        ask: () => showCalendar(platform, request.query),
      }),
  )
}

/** The rest of a path as an id, for callers who leave its slashes as they are. */
const Rest = z.object({ '*': ById.shape.id })

const addMeasure = (app: App, platform: Platform): void => {
  const response = { 200: MeasureDetail, default: Problem }
  app.get(
    '/api/v1/measures/:id',
    {
      schema: {
        operationId: 'getMeasure',
        tags,
        summary: 'Everything about one measure',
        params: ById,
        response,
      },
    },
    ({ params }) => showMeasure(platform, params.id),
  )
  app.get('/api/v1/measures/*', { schema: { hide: true, params: Rest, response } }, ({ params }) =>
    showMeasure(platform, params['*']),
  )
}

const addInstruments = (app: App, platform: Platform): void => {
  const response = { 200: InstrumentDetail, default: Problem }
  app.get(
    '/api/v1/instruments',
    {
      schema: {
        operationId: 'listInstruments',
        tags,
        summary: 'The issued texts with the number of their measures',
        querystring: ListQuery,
        response: { 200: InstrumentList, default: Problem },
      },
    },
    (request, reply) =>
      answerList(request, reply, {
        name: 'instruments',
        columns: INSTRUMENT_COLUMNS,
        ask: () => listInstruments(platform),
      }),
  )
  app.get(
    '/api/v1/instruments/:id',
    {
      schema: {
        operationId: 'getInstrument',
        tags,
        summary: 'One issued text with its provisions and measures',
        params: ById,
        response,
      },
    },
    ({ params }) => showInstrument(platform, params.id),
  )
  app.get(
    '/api/v1/instruments/*',
    { schema: { hide: true, params: Rest, response } },
    ({ params }) => showInstrument(platform, params['*']),
  )
}

/** The catalogue of measures: open to everybody. */
export const addMeasureRoutes = (app: App, platform: Platform): void => {
  addLists(app, platform)
  addMeasure(app, platform)
  addInstruments(app, platform)
  addFeedRoutes(app, platform)
}
