import { isoDate } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { changesSince, digestOf } from './build-catalogue.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

const get = async (url: string) => {
  const answer = await service.app.inject({ method: 'GET', url })
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.body }
}

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' })
const xmlOf = async (url: string) => parser.parse((await get(url)).text)

describe('the feed of changes', () => {
  test('is Atom with the newest first', async () => {
    const { feed } = await xmlOf('/feed.atom?language=en')
    const days = feed.entry.map(({ updated }: { readonly updated: string }) => updated)
    expect((await get('/feed.atom')).type).toBe('application/atom+xml; charset=utf-8')
    expect(days).toEqual(days.toSorted().toReversed())
    expect(days).toHaveLength(100)
  })

  test('follows a filter', async () => {
    const { feed } = await xmlOf('/feed.atom?language=en&kind=voucher')
    const titles = feed.entry.map(({ title }: { readonly title: string }) => title)
    expect(titles).toContain('New: AI computing-power voucher')
    expect(titles.length).toBeLessThan(20)
  })
})

test('the sitemaps hold every page and every measure in both languages', async () => {
  const { sitemapindex } = await xmlOf('/sitemap.xml')
  const { pathname } = new URL(sitemapindex.sitemap.loc)
  const { urlset } = await xmlOf(pathname)
  const all = urlset.url.map(({ loc }: { readonly loc: string }) => new URL(loc).pathname)
  const { measures } = service.platform.policies.rulebook
  const wanted = [...measures.keys()].flatMap((id) => [`/measures/${id}`, `/en/measures/${id}`])
  const { instruments } = service.platform.policies.rulebook
  const texts = [...instruments.keys()].flatMap((id) => [
    `/instruments/${id}`,
    `/en/instruments/${id}`,
  ])
  const pages = [
    '/',
    '/measures',
    '/instruments',
    '/check',
    '/calendar',
    '/about',
    '/privacy',
    '/accessibility',
  ].flatMap((page) => [page, `/en${page}`])
  expect(all).toEqual([...pages, ...texts, ...wanted])
  expect((await get('/sitemaps/2.xml')).status).toBe(404)
})

test('robots are told where the sitemap is', async () => {
  const { text } = await get('/robots.txt')
  expect(text).toContain(`Sitemap: ${service.platform.config.publicUrl}/sitemap.xml`)
})

describe('what became of the measures', () => {
  const today = isoDate('2025-09-15')
  const list = (): readonly Measure[] =>
    service.platform.policies.rulebook.corpus.measures.slice(0, 3)

  test('is nothing when nothing changed', () => {
    const before = new Map(list().map((measure) => [measure.id, digestOf(measure)]))
    expect(changesSince(before, list(), today)).toEqual([])
  })

  test('is told of the new, the changed and the withdrawn', () => {
    const [a, b, c] = list()
    if (a === undefined || b === undefined || c === undefined) throw new Error('three are needed')
    const before = new Map([a, b].map((measure) => [measure.id, digestOf(measure)]))
    const changed = { ...b, provision: 'art-99' }
    expect(changesSince(before, [changed, c], today)).toEqual([
      { measure: a.id, kind: 'withdrawn', digest: null, happenedOn: today },
      { measure: b.id, kind: 'changed', digest: digestOf(changed), happenedOn: today },
      { measure: c.id, kind: 'published', digest: digestOf(c), happenedOn: today },
    ])
  })
})
