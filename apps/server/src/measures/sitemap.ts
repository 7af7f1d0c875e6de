import { AppError } from '@huiqi/domain'
import type { Platform } from '../platform/platform.ts'
import { pageAddress } from './addresses.ts'
import { escapeXml } from './xml.ts'

const HEAD = '<?xml version="1.0" encoding="utf-8"?>'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const PATHS = [
  '/',
  '/measures',
  '/instruments',
  '/check',
  '/calendar',
  '/about',
  '/privacy',
  '/accessibility',
]
const PATHS_IN_FILE = 5000

const pathsOf = ({ policies }: Platform): readonly string[] => [
  ...PATHS,
  ...policies.rulebook.corpus.instruments.map(({ id }) => `/instruments/${encodeURI(id)}`),
  ...[...policies.rulebook.measures.keys()].map((id) => `/measures/${encodeURI(id)}`),
]

const urlOf = ({ config }: Platform, path: string): string => {
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    escapeXml(pageAddress(config.publicUrl, language, path)),
  )
  const others = `<xhtml:link rel="alternate" hreflang="zh-CN" href="${zh}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>`
  return [zh, en].map((address) => `<url><loc>${address}</loc>${others}</url>`).join('\n')
}

/** The list of the sitemaps. */
export const sitemapIndex = (platform: Platform): string => {
  const count = Math.ceil(pathsOf(platform).length / PATHS_IN_FILE)
  const { publicUrl } = platform.config
  const files = Array.from(
    { length: count },
    (_, at) => `<sitemap><loc>${escapeXml(publicUrl)}/sitemaps/${at + 1}.xml</loc></sitemap>`,
  )
  return [HEAD, `<sitemapindex ${NAMESPACE}>`, ...files, '</sitemapindex>\n'].join('\n')
}

/** One sitemap, counted from 1. Throws AppError `not-found` behind the last. */
export const sitemapFile = (platform: Platform, number: number): string => {
  const start = (number - 1) * PATHS_IN_FILE
  const paths = pathsOf(platform).slice(start, start + PATHS_IN_FILE)
  if (paths.length === 0) throw new AppError('not-found', { kind: 'sitemap', id: String(number) })
  const head = `<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">`
  return [HEAD, head, ...paths.map((path) => urlOf(platform, path)), '</urlset>\n'].join('\n')
}

/** What robots may look at: everything public, nothing that belongs to an account. */
export const robotsText = ({ config }: Platform): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /workspace',
    `Sitemap: ${config.publicUrl}/sitemap.xml`,
    '',
  ].join('\n')
