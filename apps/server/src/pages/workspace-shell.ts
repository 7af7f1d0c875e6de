import { randomBytes } from 'node:crypto'
import type { Language } from '@huiqi/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../platform/create-app.ts'
import { languageOf } from '../platform/language.ts'
import type { Platform } from '../platform/platform.ts'
import type { Assets, WebBuild } from './web-build.ts'

const PROGRAM = 'src/workspace/workspace.tsx'
const NONCE_BYTES = 18
const WORDS = {
  zh: {
    lang: 'zh-CN',
    title: '惠企',
    script: '工作台需要 JavaScript；公开窗口不需要。',
  },
  en: {
    lang: 'en',
    title: 'Huiqi',
    script: 'The workspace needs JavaScript; the public window does not.',
  },
} as const satisfies Record<Language, object>

/** Everything that a program loads before it runs, its own file first. */
const filesOf = (assets: Assets, source: string, seen = new Set<string>()): readonly string[] => {
  if (seen.has(source)) return []
  seen.add(source)
  const { imports = [] } = assets[source] ?? {}
  return [source, ...imports.flatMap((inner) => filesOf(assets, inner, seen))]
}

const shellHead = (assets: Assets, nonce: string): string => {
  const parts = filesOf(assets, PROGRAM).flatMap((source) => assets[source] ?? [])
  const [program, ...rest] = parts
  const styles = [...new Set(parts.flatMap(({ css = [] }) => css))]
  return [
    ...styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...rest.map(({ file }) => `<link rel="modulepreload" href="/${file}">`),
    `<meta property="csp-nonce" nonce="${nonce}">`,
    `<script type="module" src="/${program?.file ?? ''}"></script>`,
  ].join('')
}

const shellPage = (
  assets: Assets,
  language: Language,
  { nonce, isDemonstration }: { readonly nonce: string; readonly isDemonstration: boolean },
): string => {
  const { lang, title, script } = WORDS[language]
  const mark = isDemonstration ? '<meta name="demonstration" content="yes">' : ''
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><link rel="icon" href="data:,">' +
    `<title>${title}</title>${shellHead(assets, nonce)}${mark}</head>` +
    `<body><div id="root"></div><noscript>${script}</noscript></body></html>`
  )
}

const policyWith = (nonce: string): string =>
  [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';')

const languageWanted = (request: FastifyRequest): Language => {
  const wanted = new URL(request.url, 'http://service').searchParams.get('lang')
  return wanted === 'zh' || wanted === 'en' ? wanted : languageOf(request)
}

/** The one document of the signed-in pages: the program in the browser makes them. */
export const addWorkspaceShell = (
  app: App,
  { isDemonstration }: Platform,
  { assets }: WebBuild,
): void => {
  const sendShell = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64')
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(shellPage(assets, languageWanted(request), { nonce, isDemonstration }))
  }
  const options = { schema: { hide: true } }
  app.get('/workspace', options, sendShell)
  app.get('/workspace/*', options, sendShell)
  app.get('/sign-in', options, (request, reply) => {
    const { search } = new URL(request.url, 'http://service')
    return reply.redirect(`/workspace/sign-in${search}`)
  })
}
