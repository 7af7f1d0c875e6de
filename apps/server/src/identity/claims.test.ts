import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { ask, codeTo, mailsTo, otherThan } from './identity.fixture.ts'

const MINUTE_MS = 60_000

let service: TestApp
const clock = movingClock()
let number = 0

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set('2025-09-15T04:00:00Z'))

afterAll(() => service.close())

interface Shop {
  readonly id: string
  readonly uscc: string
  readonly contact: string
}

const addShop = async (district: string | null = '310115'): Promise<Shop> => {
  number += 1
  const uscc = `SHOP${String(number).padStart(14, '0')}`
  const contact = `contact${number}@example.com`
  const id = await addTestEnterprise(service.platform, {
    uscc,
    name: '浦江试验',
    district,
    contactEmail: contact,
  })
  return { id, uscc, contact }
}

const claim = (
  person: TestSession,
  uscc: string,
  proof: 'contact-code' | 'officer' = 'contact-code',
) =>
  ask(service, {
    method: 'POST',
    url: '/claims',
    body: { uscc, proof, note: '法定代表人' },
    headers: person.headers,
  })

const prove = (person: TestSession, id: string, code: string) =>
  ask(service, {
    method: 'POST',
    url: `/claims/${id}/proof`,
    body: { code },
    headers: person.headers,
  })

const decide = (person: TestSession, id: string, body: object) =>
  ask(service, {
    method: 'POST',
    url: `/office/claims/${id}/decision`,
    body,
    headers: person.headers,
  })

const rolesOf = async (person: TestSession) => {
  const { body } = await ask(service, { url: '/me', headers: person.headers })
  return body.memberships.map(({ role }: { readonly role: string }) => role)
}

describe('by a code to the registered contact', () => {
  test('the right code makes the first claimant the owner', async () => {
    const shop = await addShop()
    const person = await signInAs(service)
    const made = await claim(person, ` ${shop.uscc.toLowerCase()} `)
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: expect.any(String),
        enterprise: { uscc: shop.uscc, name: '浦江试验' },
        proof: 'contact-code',
        state: 'waiting',
        sentTo: 'c***@example.com',
        expiresAt: '2025-09-15T04:15:00.000Z',
        reason: null,
        createdAt: '2025-09-15T04:00:00.000Z',
      },
    ])
    expect(await mailsTo(service, person.email)).toEqual([])
    const proved = await prove(person, made.body.id, await codeTo(service, shop.contact))
    expect([proved.status, await rolesOf(person)]).toEqual([204, ['owner']])
    const listed = await ask(service, { url: '/claims', headers: person.headers })
    expect(listed.body.entries[0].state).toBe('accepted')
  })

  test('of two claimants with right codes the first one wins, also at the same moment', async () => {
    const shop = await addShop()
    const people = [await signInAs(service), await signInAs(service)]
    const entries: { readonly person: TestSession; readonly id: string; readonly code: string }[] =
      []
    for (const person of people) {
      const { body } = await claim(person, shop.uscc)
      entries.push({ person, id: body.id, code: await codeTo(service, shop.contact) })
    }
    const answers = await Promise.all(
      entries.map(({ person, id, code }) => prove(person, id, code)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect((await Promise.all(people.map(rolesOf))).flat()).toEqual(['owner'])
  })

  test('an owned enterprise is claimed through an officer only', async () => {
    const { enterprises } = await signInAs(service, { memberships: [{}] })
    const { uscc } = await service.platform.database
      .selectFrom('enterprises')
      .select('uscc')
      .where('id', '=', enterprises[0] ?? '')
      .executeTakeFirstOrThrow()
    const person = await signInAs(service)
    const refused = await claim(person, uscc)
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      '该企业已有负责人；请由负责人邀请，或申请人工核验',
    ])
    expect((await claim(person, uscc, 'officer')).status).toBe(201)
  })

  test('five wrong tries use the code up, a new one can be sent', async () => {
    const shop = await addShop()
    const person = await signInAs(service)
    const { body } = await claim(person, shop.uscc)
    const code = await codeTo(service, shop.contact)
    for (let tries = 0; tries < 5; tries += 1) await prove(person, body.id, otherThan(code))
    expect((await prove(person, body.id, code)).status).toBe(422)
    const again = await ask(service, {
      method: 'POST',
      url: `/claims/${body.id}/code`,
      headers: person.headers,
    })
    expect(again.status).toBe(204)
    const proved = await prove(person, body.id, await codeTo(service, shop.contact))
    expect(proved.status).toBe(204)
  })

  test('a code ends after fifteen minutes, and the claim with it', async () => {
    const shop = await addShop()
    const person = await signInAs(service)
    const { body } = await claim(person, shop.uscc)
    const code = await codeTo(service, shop.contact)
    clock.pass(15 * MINUTE_MS)
    expect((await prove(person, body.id, code)).status).toBe(422)
    const listed = await ask(service, { url: '/claims', headers: person.headers })
    expect(listed.body.entries[0].state).toBe('expired')
    expect((await claim(person, shop.uscc)).status).toBe(201)
  })

  test('the contact gets five codes an hour, whoever asks', async () => {
    const shop = await addShop()
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) {
      statuses.push((await claim(await signInAs(service), shop.uscc)).status)
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
  })

  test('somebody else’s claim is nobody’s business', async () => {
    const shop = await addShop()
    const person = await signInAs(service)
    const other = await signInAs(service)
    const { body } = await claim(person, shop.uscc)
    const code = await codeTo(service, shop.contact)
    expect((await prove(other, body.id, code)).status).toBe(404)
    expect(await rolesOf(other)).toEqual([])
  })

  test.each([
    ['an unknown number', 'SHOP-NOT-THERE', 404],
    ['no number at all', '  ', 400],
  ])('%s', async (_, uscc, status) => {
    expect((await claim(await signInAs(service), uscc)).status).toBe(status)
  })

  test('without a registered contact there is no code, and one waiting claim is enough', async () => {
    const uscc = 'SHOPWITHOUTCONTACT'
    await addTestEnterprise(service.platform, { uscc })
    const person = await signInAs(service)
    expect((await claim(person, uscc)).body.detail).toContain('没有登记联系邮箱')
    expect((await claim(person, uscc, 'officer')).status).toBe(201)
    expect((await claim(person, uscc, 'officer')).status).toBe(409)
  })
})

describe('through an officer', () => {
  test('officers see the claims in their reach and accept them', async () => {
    const shop = await addShop('310115')
    const person = await signInAs(service)
    const { body } = await claim(person, shop.uscc, 'officer')
    const near = await signInAs(service, { posts: [{ duty: 'case-officer', district: '310115' }] })
    const far = await signInAs(service, { posts: [{ duty: 'case-officer', district: '310101' }] })
    const idsFor = async (officer: TestSession) => {
      const listed = await ask(service, {
        url: '/office/claims?limit=100',
        headers: officer.headers,
      })
      return listed.body.entries.map(({ id }: { readonly id: string }) => id)
    }
    expect(await idsFor(near)).toContain(body.id)
    expect(await idsFor(far)).not.toContain(body.id)
    expect((await decide(far, body.id, { decision: 'accept' })).status).toBe(404)
    expect((await decide(near, body.id, { decision: 'accept' })).status).toBe(204)
    expect(await rolesOf(person)).toEqual(['owner'])
    expect((await mailsTo(service, person.email))[0]?.body).toContain('已通过')
    expect((await decide(near, body.id, { decision: 'accept' })).status).toBe(409)
  })

  test('a refusal has a reason that the claimant reads', async () => {
    const shop = await addShop()
    const person = await signInAs(service)
    const { body } = await claim(person, shop.uscc, 'officer')
    const officer = await signInAs(service, { posts: [{ duty: 'case-officer' }] })
    expect((await decide(officer, body.id, { decision: 'refuse' })).status).toBe(400)
    const refused = await decide(officer, body.id, { decision: 'refuse', reason: '材料不符' })
    expect([refused.status, await rolesOf(person)]).toEqual([204, []])
    const listed = await ask(service, { url: '/claims', headers: person.headers })
    expect(listed.body.entries[0]).toMatchObject({ state: 'refused', reason: '材料不符' })
  })

  test('nobody decides the own claim', async () => {
    const shop = await addShop()
    const officer = await signInAs(service, { posts: [{ duty: 'case-officer' }] })
    const { body } = await claim(officer, shop.uscc, 'officer')
    expect((await decide(officer, body.id, { decision: 'accept' })).status).toBe(403)
  })

  test.each([
    ['a specialist', 'specialist'],
    ['a supervisor', 'supervisor'],
    ['a policy officer', 'policy-officer'],
  ] as const)('%s neither lists nor decides claims', async (_, duty) => {
    const shop = await addShop()
    const { body } = await claim(await signInAs(service), shop.uscc, 'officer')
    const person = await signInAs(service, { posts: [{ duty }] })
    const listed = await ask(service, { url: '/office/claims', headers: person.headers })
    const decided = await decide(person, body.id, { decision: 'accept' })
    expect(listed.status).toBe(403)
    expect(decided.status).toBe(duty === 'specialist' ? 403 : 404)
  })

  test('pages of claims give each of them once, the oldest first', async () => {
    const officer = await signInAs(service, {
      posts: [{ duty: 'case-officer', district: '310104' }],
    })
    const made: string[] = []
    for (let count = 0; count < 5; count += 1) {
      const shop = await addShop('310104')
      made.push((await claim(await signInAs(service), shop.uscc, 'officer')).body.id)
      clock.pass(count % 2)
    }
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await ask(service, {
        url: `/office/claims?limit=2${after === '' ? '' : `&after=${after}`}`,
        headers: officer.headers,
      })
      expect(body.total).toBe(5)
      seen.push(...body.entries.map(({ id }: { readonly id: string }) => id))
      after = body.next ?? ''
    } while (after !== '')
    expect(seen.toSorted()).toEqual(made.toSorted())
  })
})
