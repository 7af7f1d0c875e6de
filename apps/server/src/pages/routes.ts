import { readFileSync } from 'node:fs'
import path from 'node:path'
import serveFiles from '@fastify/static'
import { createClient } from '@huiqi/client'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../platform/create-app.ts'
import type { Platform } from '../platform/platform.ts'
import { preparedFolder } from '../platform/prepared-folder.ts'
import { addCorpusRoute, prepareCorpusFile } from './corpus-file.ts'
import type { PageRequest, Rendered, WebBuild } from './web-build.ts'
import { addWorkspaceShell } from './workspace-shell.ts'

const YEAR_MS = 365 * 24 * 3600 * 1000
const OFFLINE_WORKER = 'src/offline/offline-worker.ts'

/** Asks this service itself, without the network, with the cookies of the browser that asks. */
const clientFor = (app: App, { headers, ip }: FastifyRequest, language: string) =>
  createClient({
    baseUrl: 'http://service',
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url)
      const answer = await app.inject({
        method: 'GET',
        url: pathname + search,
        remoteAddress: ip,
        headers: {
          cookie: headers.cookie ?? '',
          accept: 'application/json',
          'accept-language': language,
        },
      })
      return new Response(answer.body, {
        status: answer.statusCode,
        headers: { 'content-type': String(answer.headers['content-type']) },
      })
    },
  })

const splitLanguage = (pathname: string): { language: 'zh' | 'en'; path: string } => {
  const isEnglish = pathname === '/en' || pathname.startsWith('/en/')
  const rest = isEnglish ? pathname.slice('/en'.length) : pathname
  return { language: isEnglish ? 'en' : 'zh', path: decodeURI(rest === '' ? '/' : rest) }
}

const addFiles = async (app: App, { assets, folder }: WebBuild): Promise<void> => {
  await app.register(serveFiles, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    maxAge: YEAR_MS,
    immutable: true,
  })
  const worker = assets[OFFLINE_WORKER]
  if (worker === undefined) return
  const program = readFileSync(path.join(folder, worker.file))
  app.get('/offline-worker.js', { schema: { hide: true } }, (_, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(program),
  )
}

const sendPage = (reply: FastifyReply, { status, html }: Rendered): FastifyReply =>
  reply
    .status(status)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(html)

/** The pages of the public window and the files of the web app. */
export const addPageRoutes = async (app: App, platform: Platform, web: WebBuild): Promise<void> => {
  const { clock, config, policies, isDemonstration } = platform
  const corpusFile = await prepareCorpusFile(policies, preparedFolder(config))
  addCorpusRoute(app, corpusFile)
  await addFiles(app, web)
  addWorkspaceShell(app, platform, web)
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const { pathname, searchParams, search } = new URL(request.url, config.publicUrl)
    if (pathname !== '/' && pathname.endsWith('/')) {
      const bare = `/${pathname.replaceAll(/^\/+|\/+$/g, '')}`
      return reply.redirect(bare + search, 308)
    }
    const asked = splitLanguage(pathname)
    const page: PageRequest = {
      ...asked,
      query: searchParams,
      client: clientFor(app, request, asked.language),
      corpusPath: corpusFile.path,
      today: clock.today(),
      publicUrl: config.publicUrl,
      isDemonstration,
    }
    try {
      return sendPage(reply, await web.render(page, web.assets))
    } catch (error) {
      request.log.error(error)
      return sendPage(reply, web.renderFailure(page, web.assets))
    }
  })
}
