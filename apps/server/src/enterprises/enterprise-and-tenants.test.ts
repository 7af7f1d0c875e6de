import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAs } from '../testing/asking.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'

let service: TestApp
let owner: TestSession
let home = ''

beforeAll(async () => {
  service = await openTestApp()
  owner = await signInAs(service, { memberships: [{}] })
  home = owner.enterprises[0] ?? ''
})

afterAll(() => service.close())

const REVENUE = 'enterprise.revenue'

const freshOwner = async () => {
  const person = await signInAs(service, { memberships: [{}] })
  const [enterprise = ''] = person.enterprises
  return { person, ask: askAs(service, person), base: `enterprises/${enterprise}`, enterprise }
}

describe('one enterprise', () => {
  test('shows what the engine works out, and what is missing for it', async () => {
    const { ask, base } = await freshOwner()
    await ask('POST', `${base}/statements`, {
      statements: [
        { fact: REVENUE, year: 2024, value: '1200万元' },
        { fact: REVENUE, year: 2023, value: '1000万元' },
      ],
    })
    const { body } = await ask('GET', base)
    const of = (wanted: string) =>
      body.derived.find(({ fact }: { readonly fact: string }) => fact === wanted)
    expect(of('enterprise.revenue_growth')).toEqual(
      expect.objectContaining({ year: 2024, value: '0.2', missing: [] }),
    )
    expect(of('enterprise.size_class').value).toBeNull()
    expect(of('enterprise.size_class').missing.length).toBeGreaterThan(0)
    expect(body.scopes).toEqual(['read', 'state-facts', 'apply', 'members'])
    expect(body.ladders.map(({ ladder }: { ladder: { id: string } }) => ladder.id)).toContain(
      'tier',
    )
  })

  test('lists are searched by name and number, paged without gaps, and come as tables', async () => {
    const officer = await signInAs(service, {
      posts: [{ duty: 'case-officer', district: '310104' }],
    })
    const ask = askAs(service, officer)
    const made: string[] = []
    for (const name of ['丙公司', '甲公司', '乙公司']) {
      const uscc = `9131${name}`
      made.push(await addTestEnterprise(service.platform, { name, uscc, district: '310104' }))
    }
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const url = `enterprises?limit=1${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`
      const { body } = await ask('GET', url)
      expect(body.total).toBe(3)
      seen.push(...body.entries.map(({ id }: { readonly id: string }) => id))
      after = body.next
    }
    expect(seen.toSorted()).toEqual(made.toSorted())
    const found = await ask('GET', `enterprises?text=${encodeURIComponent('乙')}`)
    expect(found.body.entries.map(({ name }: { readonly name: string }) => name)).toEqual([
      '乙公司',
    ])
    const table = await ask('GET', 'enterprises?format=csv')
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(table.text.split('\r\n').length).toBe(5)
  })
})

const routes = (enterprise: string) =>
  [
    ['GET', `enterprises/${enterprise}`],
    ['GET', `enterprises/${enterprise}/facts`],
    ['GET', `enterprises/${enterprise}/facts/${REVENUE}/history`],
    ['GET', `enterprises/${enterprise}/things`],
    ['GET', `enterprises/${enterprise}/awards`],
    ['GET', `enterprises/${enterprise}/consents`],
    ['GET', `enterprises/${enterprise}/export`],
    [
      'POST',
      `enterprises/${enterprise}/statements`,
      { statements: [{ fact: REVENUE, year: 2024, value: '1' }] },
    ],
    ['POST', `enterprises/${enterprise}/statements/1/undo`],
    ['POST', `enterprises/${enterprise}/things`, { kind: 'project', name: 'x' }],
    ['PUT', `enterprises/${enterprise}/absent-things/loan`, { isAbsent: true }],
    [
      'POST',
      `enterprises/${enterprise}/awards`,
      { measure: 'shanghai/2023-several/four-above-rd-reward', grantedOn: '2024-01-01' },
    ],
    ['PUT', `enterprises/${enterprise}/consents/match`, { isGiven: true }],
    [
      'POST',
      `enterprises/${enterprise}/drafts`,
      { fileName: 'a', format: 'yaml', text: 'facts: {}' },
    ],
  ] as const

describe('other tenants', () => {
  test('learn nothing and change nothing, whoever they are', async () => {
    const strangers = [
      await signInAs(service, { memberships: [{}] }),
      await signInAs(service, { posts: [{ duty: 'case-officer', district: '310101' }] }),
      await signInAs(service, { posts: [{ duty: 'supervisor' }] }),
      await signInAs(service),
    ]
    for (const person of strangers) {
      for (const [method, url, body] of routes(home)) {
        const { status } = await askAs(service, person)(method, url, body)
        expect([method, url, status]).toEqual([method, url, 404])
      }
    }
    for (const [method, url, body] of routes(home)) {
      expect((await askAs(service, null)(method, url, body)).status).toBe(401)
    }
    const { body } = await askAs(service, owner)('GET', `enterprises/${home}/facts`)
    expect(body.total).toBe(0)
  })

  test('an officer who reaches the enterprise reads it, which is written down, and changes nothing', async () => {
    const officer = await signInAs(service, {
      posts: [{ duty: 'case-officer', district: '310115' }],
    })
    for (const [method, url, body] of routes(home)) {
      const { status } = await askAs(service, officer)(method, url, body)
      expect([method, url, status]).toEqual([method, url, method === 'GET' ? 200 : 403])
    }
    const events = await service.platform.database
      .selectFrom('audit_events')
      .select(['action', 'subject'])
      .where('account', '=', officer.account)
      .orderBy('id')
      .execute()
    expect(events.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'enterprise.read overview',
      'enterprise.read facts',
      `enterprise.read facts/${REVENUE}`,
      'enterprise.read things',
      'enterprise.read awards',
      'enterprise.read consents',
      'enterprise.read export',
    ])
  })

  test('a member who may only read changes nothing', async () => {
    const reader = await signInAs(service, {
      memberships: [{ enterprise: home, role: 'finance', scopes: ['read'] }],
    })
    for (const [method, url, body] of routes(home).filter(([verb]) => verb !== 'GET')) {
      expect([url, (await askAs(service, reader)(method, url, body)).status]).toEqual([url, 403])
    }
  })
})
