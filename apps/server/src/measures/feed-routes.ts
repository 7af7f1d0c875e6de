import { CalendarQuery, FeedQuery } from '@huiqi/contract'
import { z } from 'zod'
import type { App } from '../platform/create-app.ts'
import { languageOf } from '../platform/language.ts'
import type { Platform } from '../platform/platform.ts'
import { calendarFeed } from './calendar-feed.ts'
import { changeFeed } from './change-feed.ts'
import { robotsText, sitemapFile, sitemapIndex } from './sitemap.ts'

const SitemapNumber = z.object({ number: z.coerce.number().int().min(1).max(10_000) })

const XML = 'application/xml; charset=utf-8'
const hide = true

/** What other programs subscribe to: calendars, readers of feeds, search engines. */
export const addFeedRoutes = (app: App, platform: Platform): void => {
  app.get('/calendar.ics', { schema: { hide, querystring: CalendarQuery } }, (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    reply.type('text/calendar; charset=utf-8')
    return reply.send(calendarFeed(platform, request.query, language))
  })
  app.get('/feed.atom', { schema: { hide, querystring: FeedQuery } }, async (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    reply.type('application/atom+xml; charset=utf-8')
    return reply.send(await changeFeed(platform, request.query, language))
  })
  app.get('/sitemap.xml', { schema: { hide } }, (_, reply) =>
    reply.type(XML).send(sitemapIndex(platform)),
  )
  app.get('/sitemaps/:number.xml', { schema: { hide, params: SitemapNumber } }, (request, reply) =>
    reply.type(XML).send(sitemapFile(platform, request.params.number)),
  )
  app.get('/robots.txt', { schema: { hide } }, (_, reply) =>
    reply.type('text/plain; charset=utf-8').send(robotsText(platform)),
  )
}
