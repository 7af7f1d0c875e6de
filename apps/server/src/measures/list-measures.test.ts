import type { MeasureFacets } from '@huiqi/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { askAll, askIds, askPage, type Query, queryText } from './ask.fixture.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

const get = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await service.app.inject({ method: 'GET', url, headers })
  return { status: answer.statusCode, headers: answer.headers, text: answer.body }
}

const facetsFor = async (query: Query): Promise<MeasureFacets> => {
  const { status, text } = await get(`/api/v1/measures/facets?${queryText(query)}`)
  expect(status).toBe(200)
  return JSON.parse(text)
}

describe('the first hit', () => {
  test.each([
    ['算力', 'shanghai/2023-several/compute-voucher'],
    ['computing power', 'shanghai/2023-several/compute-voucher'],
    ['Compute', 'shanghai/2023-several/compute-voucher'],
    ['算力券', 'shanghai/2023-several/compute-voucher'],
    ['模型券', 'shanghai/2025-ai-vouchers/model-voucher'],
    ['语料', 'shanghai/2025-ai-vouchers/corpus-voucher'],
    ['高企', 'shanghai/2023-several/four-above-rd-reward'],
    ['high tech enterprise', 'shanghai/2023-several/four-above-rd-reward'],
    ['四上企业 研发', 'shanghai/2023-several/four-above-rd-reward'],
    ['专精特新贷', 'shanghai/2025-twenty/specialised-sme-loan'],
    ['单项冠军', 'national/single-champion/single-champion'],
    ['single champions', 'national/single-champion/single-champion'],
    ['智评券', 'shanghai/2023-several/assessment-voucher'],
    ['水费', 'shanghai/2025-twenty/water-surcharge-waiver'],
    ['postdocs', 'shanghai/2025-twenty/postdoctoral-stations'],
    ['我们公司租算力有补贴吗', 'shanghai/2025-ai-vouchers/early-small-compute-subsidy'],
  ])('for %s', async (text, first) => {
    expect((await askIds(service, { text }))[0]).toBe(first)
  })

  test.each([
    ['专精特新', 'shanghai/2025-twenty/specialised-sme-loan'],
    ['specialised and sophisticated', 'shanghai/2025-twenty/specialised-sme-guarantee'],
    ['小巨人', 'shanghai/2025-notice-197/little-giant-growth-award'],
    ['无还本续贷', 'national/2024-renewal/small-micro-renewal'],
    ['沪企服办〔2023〕1号', 'shanghai/2023-several/compute-voucher'],
    ['税务', 'shanghai/2023-several/spring-rain-tax-action'],
  ])('or one of many for %s', async (text, one) => {
    expect(await askAll(service, { text })).toContain(one)
  })
})

describe('a slip of the pen', () => {
  test.each([
    ['小剧人', '小巨人', 'national/2024-key-little-giant/key-little-giant-support'],
    ['computting power', null, 'shanghai/2023-several/compute-voucher'],
    ['litle giant', 'little giant', 'shanghai/2024-ten/little-giant-award'],
    ['vuocher', 'voucher', 'shanghai/2023-several/compute-voucher'],
    ['专精特薪', '专精特新', 'shanghai/2025-twenty/specialised-sme-loan'],
  ])('%s', async (text, spelling, found) => {
    const page = await askPage(service, { text, limit: 100 })
    expect({ spelling: page.spelling, isLoose: page.isLoose }).toEqual({ spelling, isLoose: false })
    expect(page.entries.map(({ id }) => id)).toContain(found)
  })

  test('nothing is found for what is no word at all', async () => {
    expect(await askPage(service, { text: 'zzzzqqqq' })).toEqual({
      entries: [],
      next: null,
      total: 0,
      spelling: null,
      isLoose: true,
    })
  })
})

describe('snippets', () => {
  test('mark the words and their synonyms by offsets', async () => {
    const [first] = (await askPage(service, { text: 'computing power' })).entries
    const marked = first?.snippets.map(({ field, language, text, marks }) => [
      field,
      language,
      marks.map(({ from, to }) => text.slice(from, to)),
    ])
    expect(marked).toEqual([
      ['name', 'zh', ['算力']],
      ['plain', 'zh', ['算力', '算力']],
      ['name', 'en', ['computing', 'power']],
      ['plain', 'en', ['computing', 'power']],
    ])
  })

  test('are empty without words', async () => {
    const page = await askPage(service, { limit: 5 })
    expect(page.entries.flatMap(({ snippets }) => snippets)).toEqual([])
  })
})

const ORDERS = ['best', 'newest', 'deadline', 'amount'] as const

describe('pages', () => {
  test.each(ORDERS.flatMap((order) => [[order, ''] as const, [order, '企业'] as const]))(
    'in the order %s with the words "%s" give each measure once',
    async (order, text) => {
      const query = { order, limit: 7, ...(text === '' ? {} : { text }) }
      const seen = await askAll(service, query)
      const { total } = await askPage(service, query)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(total)
      if (text === '') expect(total).toBe(service.platform.policies.rulebook.measures.size)
    },
  )

  test('what is open comes first, then the order of the corpus', async () => {
    const { entries } = await askPage(service, { limit: 100 })
    const isOpen = entries.map(({ status }) => status === 'open' || status === 'closing')
    expect(isOpen).toEqual(isOpen.toSorted((a, b) => Number(b) - Number(a)))
  })

  test('amounts fall, and what has none comes last', async () => {
    const { entries } = await askPage(service, { order: 'amount', limit: 100 })
    const most = entries.map(({ mostFen }) => mostFen ?? -1)
    expect(most).toEqual(most.toSorted((a, b) => b - a))
  })

  test('days of coming into force fall', async () => {
    const { entries } = await askPage(service, { order: 'newest', limit: 100 })
    const days = entries.map(({ inForceFrom }) => inForceFrom)
    expect(days).toEqual(days.toSorted().toReversed())
  })

  test('a cursor of another order is refused', async () => {
    const { next } = await askPage(service, { limit: 5 })
    const { status } = await get(`/api/v1/measures?order=amount&after=${next}`)
    expect(status).toBe(422)
  })

  test('every fault of a query is named', async () => {
    const { status, text } = await get(`/api/v1/measures?limit=0&text=${'x'.repeat(201)}`)
    const { issues } = JSON.parse(text)
    expect(status).toBe(400)
    expect(issues.map(({ path }: { readonly path: string }) => path).toSorted()).toEqual([
      'querystring.limit',
      'querystring.text',
    ])
  })
})

const some = (values: readonly string[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }), {
    nil: [],
    freq: 1,
  })

const QUERIES = fc.record({
  text: fc.constantFrom('', '', '奖励', '专精特新', 'loan', '企业', '小剧人', '贷款 补贴'),
  status: some(['open', 'closing', 'unscheduled', 'expired', 'not-yet-in-force']),
  delivery: some(['apply', 'automatic', 'service']),
  kind: some(['award', 'voucher', 'loan', 'title']),
  agency: some(['sheitc', 'stcsm', 'nobody']),
  district: some(['310115', '310112']),
  industry: some(['C', '65', '3011', 'I']),
  title: some(['specialised_sme', 'little_giant', 'high_tech']),
})

const cleared = (query: Readonly<Record<string, string | readonly string[]>>): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value.length > 0))

const DIMENSIONS = [
  'status',
  'delivery',
  'kind',
  'about',
  'agency',
  'instrument',
  'district',
  'industry',
  'title',
] as const

describe('counts', () => {
  test('are the lengths of the lists, whatever the filter', async () => {
    await fc.assert(
      fc.asyncProperty(QUERIES, fc.constantFrom(...DIMENSIONS), async (drawn, dimension) => {
        const query = cleared(drawn)
        const facets = await facetsFor(query)
        expect(facets.total).toBe((await askAll(service, { ...query, limit: 100 })).length)
        const values = facets[dimension]
        for (const { id, count } of [values[0], values.at(-1)].flatMap((value) => value ?? [])) {
          const { total } = await askPage(service, { ...query, [dimension]: id, limit: 1 })
          expect([dimension, id, count]).toEqual([dimension, id, total])
        }
        for (const { fen, count } of facets.amountAtLeastFen.slice(0, 1)) {
          const { total } = await askPage(service, { ...query, amountAtLeastFen: fen, limit: 1 })
          expect(count).toBe(total)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('have names for what is no fixed word', async () => {
    const facets = await facetsFor({})
    const named = [facets.agency, facets.instrument, facets.district, facets.industry, facets.title]
    expect(named.flat().filter(({ name }) => name === null)).toEqual([])
  })
})

describe('filters', () => {
  test.each<[string, Query]>([
    ['a delivery', { delivery: 'apply' }],
    ['a kind', { kind: 'voucher' }],
    ['an agency', { agency: 'stcsm' }],
    ['an amount', { amountAtLeastFen: 10_000_000 }],
  ])('by %s leave of what words find what both want', async (_, filter) => {
    const found = await askAll(service, { text: '企业', limit: 100 })
    const wanted = new Set(await askAll(service, { ...filter, limit: 100 }))
    const both = found.filter((id) => wanted.has(id))
    expect(both.length).toBeGreaterThan(0)
    expect(both.length).toBeLessThan(found.length)
    expect(await askAll(service, { text: '企业', ...filter, limit: 7 })).toEqual(both)
  })

  test('expired measures stay findable and say so', async () => {
    const { entries } = await askPage(service, { status: 'expired' })
    const today = service.platform.clock.today()
    for (const { id } of entries) {
      const to = service.platform.policies.rulebook.measures.get(id)?.inForce.to
      expect(typeof to === 'string' && to < today).toBe(true)
    }
  })

  test('an amount leaves out what is smaller and what has no end', async () => {
    const { entries } = await askPage(service, { amountAtLeastFen: 50_000_000, limit: 100 })
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every(({ mostFen }) => (mostFen ?? 0) >= 50_000_000)).toBe(true)
  })

  test('a value that nothing has gives an empty list', async () => {
    expect(await askAll(service, { agency: 'nobody' })).toEqual([])
  })
})

/** Reads CSV back, by the book. */
const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

describe('the whole list as a table', () => {
  test('CSV has a mark for Excel, a head, and each measure once', async () => {
    const { headers, text } = await get('/api/v1/measures?order=newest', {
      accept: 'text/csv',
      'accept-language': 'en',
    })
    const [head, ...rows] = readCsv(text)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(head?.slice(0, 3)).toEqual(['Id', 'Measure', 'In plain words'])
    expect(rows.map(([id]) => id)).toEqual(await askAll(service, { order: 'newest', limit: 100 }))
    const { measures } = service.platform.policies.rulebook
    expect(rows.map((row) => row[2])).toEqual(rows.map(([id = '']) => measures.get(id)?.plain.en))
  })

  test('NDJSON has the entries of the list', async () => {
    const { headers, text } = await get('/api/v1/measures?format=ndjson&text=%E5%88%B8')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { entries } = await askPage(service, { text: '券', limit: 100 })
    expect(headers['content-type']).toBe('application/x-ndjson; charset=utf-8')
    expect(lines).toEqual(entries.map((entry) => ({ ...entry, snippets: [] })))
  })

  test('a wrong query is still refused', async () => {
    const { status } = await get('/api/v1/measures?limit=0', { accept: 'text/csv' })
    expect(status).toBe(400)
  })
})
