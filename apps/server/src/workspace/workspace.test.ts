import { isoDate } from '@huiqi/domain'
import type { Corpus, Measure } from '@huiqi/engine'
import { prepareRulebook } from '@huiqi/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordChanges } from '../measures/change-repository.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { openExample } from '../screening/screening.fixture.ts'
import { askAs } from '../testing/asking.fixture.ts'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'
import { followMeasures } from './follow-measures.ts'

let service: TestApp
const clock = movingClock()

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set('2025-09-15T04:00:00Z'))

afterAll(() => service.close())

const MEASURE = 'shanghai/2023-several/four-above-rd-reward'
const OTHER = 'shanghai/2023-several/technical-renovation'

const openOwner = async () => {
  const person = await signInAs(service, { memberships: [{}] })
  const [enterprise = ''] = person.enterprises
  return { person, enterprise, ask: askAs(service, person), base: `enterprises/${enterprise}` }
}

describe('home', () => {
  test('puts what comes by itself first, in money, and says what is open', async () => {
    const { ask, base } = await openExample(service, 'precision-instruments.yaml')
    const { status, body } = await ask('GET', `${base}/home`)
    expect(status).toBe(200)
    const verdicts = (await ask('GET', `${base}/verdicts`)).body
    expect(body.counts).toEqual(verdicts.counts)
    const parts = [body.automatic.worth, body.apply.worth]
    const sumOf = (end: 'lowFen' | 'highFen') =>
      parts.some((part) => part[end] === null) ? null : parts[0][end] + parts[1][end]
    expect(body.worth).toEqual({ lowFen: sumOf('lowFen'), highFen: sumOf('highFen') })
    expect(body.worth.lowFen).toBeLessThanOrEqual(verdicts.worth.lowFen)
    for (const { measure, counted } of body.automatic.entries) {
      expect([measure.delivery, counted === null]).toEqual(['automatic', false])
    }
    const fen = ({ lowFen, highFen }: { readonly lowFen: number; readonly highFen: number }) =>
      highFen ?? lowFen
    const amounts = body.apply.entries.map(
      ({ counted }: { readonly counted: { readonly lowFen: number; readonly highFen: number } }) =>
        fen(counted),
    )
    expect(amounts).toEqual(amounts.toSorted((a: number, b: number) => b - a))
    expect(body.apply.entries.length + body.automatic.entries.length).toBeGreaterThan(0)
    expect(body.questions.length).toBeGreaterThan(0)
    expect(body.ladders[0].current.id).toBe('little-giant')
    expect(body.changes).toEqual({ since: null, entries: [] })
    expect(body.unread).toBe(0)
  })

  test('names titles that run out', async () => {
    const { ask, base } = await openExample(service, 'precision-instruments.yaml')
    clock.set('2025-10-01T04:00:00Z')
    const again = await signInAs(service, {
      memberships: [{ enterprise: base.replace('enterprises/', '') }],
    })
    expect((await ask('GET', `${base}/home`)).status).toBe(401)
    const { body } = await askAs(service, again)('GET', `${base}/home`)
    expect(body.titles).toEqual([
      expect.objectContaining({ title: 'specialised_sme', validUntil: '2025-11-30', daysLeft: 60 }),
    ])
  })
})

describe('saved measures', () => {
  test('are shared inside the enterprise with a note', async () => {
    const { ask, base, enterprise } = await openOwner()
    const saved = await ask('PUT', `${base}/saved-measures/${MEASURE}`, {
      isFollowed: true,
      note: '请财务核对',
    })
    expect([saved.status, saved.body.note, saved.body.isFollowed]).toEqual([
      200,
      '请财务核对',
      true,
    ])
    const colleague = await signInAs(service, {
      memberships: [{ enterprise, role: 'finance', scopes: ['read'] }],
    })
    const theirs = askAs(service, colleague)
    const list = (await theirs('GET', `${base}/saved-measures`)).body
    expect(list.entries).toEqual([expect.objectContaining({ note: '请财务核对', savedBy: '试验' })])
    clock.pass(1000)
    await theirs('PUT', `${base}/saved-measures/${encodeURIComponent(OTHER)}`, { note: '二' })
    const first = (await ask('GET', `${base}/saved-measures?limit=1`)).body
    expect([first.total, first.entries[0].measure.id]).toEqual([2, OTHER])
    const next = (
      await ask('GET', `${base}/saved-measures?limit=1&after=${encodeURIComponent(first.next)}`)
    ).body
    expect([next.next, next.entries[0].measure.id]).toEqual([null, MEASURE])
    expect((await ask('GET', `${base}/saved-measures?followed=true`)).body.total).toBe(1)
    expect((await ask('DELETE', `${base}/saved-measures/${OTHER}`)).status).toBe(204)
    expect((await ask('DELETE', `${base}/saved-measures/${OTHER}`)).status).toBe(404)
    expect((await ask('PUT', `${base}/saved-measures/no/such`, {})).status).toBe(404)
  })
})

const withCalls = (calls: Measure['calls']): Platform => {
  const { rulebook } = service.platform.policies
  const measures = rulebook.corpus.measures.map((measure) =>
    measure.id === MEASURE ? { ...measure, calls } : measure,
  )
  const corpus: Corpus = { ...rulebook.corpus, measures }
  return { ...service.platform, policies: { rulebook: prepareRulebook(corpus), checksum: 'other' } }
}

const call = (from: string, to: string) => ({
  id: 'call',
  from: isoDate(from),
  to: isoDate(to),
  says: null,
})

describe('following', () => {
  test('tells when a call opens or closes soon and when the measure changes, each once', async () => {
    const { ask, base } = await openOwner()
    await ask('PUT', `${base}/saved-measures/${MEASURE}`, { isFollowed: true })
    const titles = async (): Promise<readonly string[]> =>
      (await ask('GET', `${base}/messages`)).body.entries.map(
        ({ kind }: { readonly kind: string }) => kind,
      )
    const platform = withCalls([call('2025-09-25', '2025-10-20')])
    await followMeasures(platform)
    await followMeasures(platform)
    expect(await titles()).toEqual(['call-opens'])
    clock.set('2025-09-15T07:00:00Z')
    await followMeasures(withCalls([call('2025-12-25', '2026-01-20')]))
    expect(await titles()).toEqual(['call-opens'])
    await inTransaction(service.platform.database, { kind: 'service' }, (work) =>
      recordChanges(
        work,
        [{ measure: MEASURE, kind: 'changed', digest: 'x', happenedOn: clock.today() }],
        clock.now(),
      ),
    )
    await followMeasures(withCalls([call('2025-09-01', '2025-09-20')]))
    expect(await titles()).toEqual(['measure-changed', 'call-closes', 'call-opens'])
    const { body } = await ask('GET', `${base}/messages?limit=2`)
    expect(body.entries[1]).toEqual(
      expect.objectContaining({
        measure: MEASURE,
        isForAll: true,
        readAt: null,
        body: { zh: '2025-09-20 截止，还有 5 天', en: 'Until 2025-09-20, 5 days left' },
      }),
    )
    expect(body.entries[0].title.zh).toContain('有变化')
    const marked = await ask('POST', `${base}/messages/read`, { ids: [body.entries[0].id] })
    expect(marked.body).toEqual({ marked: 1 })
    expect((await ask('GET', `${base}/messages?unread=true`)).body.total).toBe(2)
    expect((await ask('POST', `${base}/messages/read`, {})).body).toEqual({ marked: 2 })
    expect((await ask('GET', `${base}/home`)).body.unread).toBe(0)
  })

  test('a call that opened since is told with its end; nobody is told of what is not followed', async () => {
    const { ask, base } = await openOwner()
    await ask('PUT', `${base}/saved-measures/${MEASURE}`, { isFollowed: true })
    await ask('PUT', `${base}/saved-measures/${OTHER}`, { isFollowed: false })
    clock.set('2025-09-15T07:30:00Z')
    const later = { ...withCalls([call('2025-09-16', '2025-12-20')]) }
    const tomorrow = movingClock()
    tomorrow.set('2025-09-17T02:00:00Z')
    await followMeasures({ ...later, clock: tomorrow })
    const { entries } = (await ask('GET', `${base}/messages`)).body
    expect(entries.map(({ kind }: { readonly kind: string }) => kind)).toEqual(['call-opened'])
    expect(entries[0].body.en).toBe('Since 2025-09-16, until 2025-12-20')
  })
})

describe('other tenants', () => {
  test('learn nothing and change nothing; officers have no part in it', async () => {
    const { ask, base } = await openOwner()
    await ask('PUT', `${base}/saved-measures/${MEASURE}`, { isFollowed: true })
    const routes = [
      ['GET', 'saved-measures'],
      ['PUT', `saved-measures/${OTHER}`, {}],
      ['DELETE', `saved-measures/${MEASURE}`],
      ['GET', 'messages'],
      ['POST', 'messages/read', {}],
    ] as const
    const stranger = await signInAs(service, { memberships: [{}] })
    const officer = await signInAs(service, { posts: [{ duty: 'case-officer' }] })
    for (const [method, part, body] of routes) {
      const url = `${base}/${part}`
      expect([part, (await askAs(service, stranger)(method, url, body)).status]).toEqual([
        part,
        404,
      ])
      expect([part, (await askAs(service, officer)(method, url, body)).status]).toEqual([part, 403])
      expect((await askAs(service, null)(method, url, body)).status).toBe(401)
    }
    expect((await askAs(service, stranger)('GET', `${base}/home`)).status).toBe(404)
    expect((await ask('GET', `${base}/saved-measures`)).body.total).toBe(1)
  })
})
