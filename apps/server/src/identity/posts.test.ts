import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { ask } from './identity.fixture.ts'

let service: TestApp
const clock = movingClock()

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set('2025-09-15T04:00:00Z'))

afterAll(() => service.close())

const administrator = () => signInAs(service, { posts: [{ duty: 'administrator' }] })

const call = (
  person: TestSession,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  request: { readonly url: string; readonly body?: object },
) => ask(service, { method, ...request, headers: person.headers })

const NEW_POST = {
  agency: 'sheitc',
  district: '310115',
  duty: 'case-officer',
  name: { zh: '浦东受理岗', en: 'Pudong case officer' },
}

const makePost = async (boss: TestSession): Promise<string> => {
  const { body } = await call(boss, 'POST', { url: '/posts', body: NEW_POST })
  return body.id
}

const dutiesOf = async (person: TestSession) => {
  const { body } = await ask(service, { url: '/me', headers: person.headers })
  return body.posts.map(({ duty }: { readonly duty: string }) => duty)
}

/** A session of the moment for an account. */
const back = async (person: TestSession): Promise<TestSession> => {
  const session = await signInAs(service)
  await service.platform.database
    .updateTable('sessions')
    .set({ account: person.account })
    .where('account', '=', session.account)
    .execute()
  return session
}

test('an administrator makes a post, appoints somebody and ends it', async () => {
  const boss = await administrator()
  const officer = await signInAs(service)
  const post = await makePost(boss)
  const appointed = await call(boss, 'POST', {
    url: `/posts/${post}/holders`,
    body: { email: officer.email, since: '2025-09-15' },
  })
  expect([appointed.status, await dutiesOf(officer)]).toEqual([201, ['case-officer']])
  const ended = await call(boss, 'PATCH', {
    url: `/posts/${post}/holders/${appointed.body.id}`,
    body: { until: '2025-09-15' },
  })
  expect([ended.status, await dutiesOf(officer)]).toEqual([204, ['case-officer']])
  clock.set('2025-09-15T16:00:00Z')
  expect(await dutiesOf(await back(officer))).toEqual([])
})

test('an appointment begins on its first day', async () => {
  const boss = await administrator()
  const officer = await signInAs(service)
  await call(boss, 'POST', {
    url: `/posts/${await makePost(boss)}/holders`,
    body: { email: officer.email, since: '2025-09-16' },
  })
  expect(await dutiesOf(officer)).toEqual([])
  clock.set('2025-09-15T16:00:00Z')
  expect(await dutiesOf(await back(officer))).toEqual(['case-officer'])
})

test('one holder at a time, deputies beside for a time', async () => {
  const boss = await administrator()
  const people = [await signInAs(service), await signInAs(service)]
  const post = await makePost(boss)
  const appoint = (body: object) => call(boss, 'POST', { url: `/posts/${post}/holders`, body })
  const [first, second] = people.map(({ email }) => email)
  expect((await appoint({ email: first, since: '2025-09-01', until: '2025-09-30' })).status).toBe(
    201,
  )
  const meanwhile = await appoint({ email: second, since: '2025-09-30' })
  expect([meanwhile.status, meanwhile.body.detail]).toEqual([409, '这段时间内该岗位已有人任职'])
  expect((await appoint({ email: second, since: '2025-10-01' })).status).toBe(201)
  const endless = await appoint({ email: second, kind: 'deputy', since: '2025-09-15' })
  expect(endless.body.issues[0].code).toBe('deputy-needs-end')
  const deputy = { email: second, kind: 'deputy', since: '2025-09-15', until: '2025-09-20' }
  expect((await appoint(deputy)).status).toBe(201)
  expect(await dutiesOf(people[1] ?? boss)).toEqual(['case-officer'])
})

test.each([
  ['an unknown agency', { agency: 'nowhere' }, ['unknown-agency']],
  ['an unknown district', { district: '999999' }, ['unknown-district']],
  ['both', { agency: 'nowhere', district: '999999' }, ['unknown-agency', 'unknown-district']],
])('%s is named', async (_, change, codes) => {
  const boss = await administrator()
  const { status, body } = await call(boss, 'POST', {
    url: '/posts',
    body: { ...NEW_POST, ...change },
  })
  expect([status, body.issues.map(({ code }: { readonly code: string }) => code)]).toEqual([
    422,
    codes,
  ])
})

test('somebody without an account cannot be appointed', async () => {
  const boss = await administrator()
  const { body } = await call(boss, 'POST', {
    url: `/posts/${await makePost(boss)}/holders`,
    body: { email: 'nobody@example.com', since: '2025-09-15' },
  })
  expect(body.issues[0]).toMatchObject({ code: 'unknown-account', path: 'body.email' })
})

test('a post that somebody held stays, another can be renamed and removed', async () => {
  const boss = await administrator()
  const officer = await signInAs(service)
  const [held, empty] = [await makePost(boss), await makePost(boss)]
  await call(boss, 'POST', {
    url: `/posts/${held}/holders`,
    body: { email: officer.email, since: '2025-09-15' },
  })
  expect((await call(boss, 'DELETE', { url: `/posts/${held}` })).status).toBe(409)
  const name = { zh: '新名', en: 'New name' }
  expect((await call(boss, 'PATCH', { url: `/posts/${empty}`, body: { name } })).status).toBe(204)
  expect((await call(boss, 'DELETE', { url: `/posts/${empty}` })).status).toBe(204)
  expect((await call(boss, 'DELETE', { url: `/posts/${empty}` })).status).toBe(404)
})

test('the list shows posts with their holders, each once over its pages', async () => {
  const boss = await administrator()
  const seen: string[] = []
  let after = ''
  let total = 0
  do {
    const { body } = await call(boss, 'GET', {
      url: `/posts?limit=2${after === '' ? '' : `&after=${after}`}`,
    })
    total = body.total
    seen.push(...body.entries.map(({ id }: { readonly id: string }) => id))
    after = body.next ?? ''
  } while (after !== '')
  expect([new Set(seen).size, seen.length]).toEqual([total, total])
  const { body } = await call(boss, 'GET', { url: '/posts?duty=administrator&limit=100' })
  const holders = body.entries.flatMap(
    (post: { readonly holders: readonly { readonly account: { readonly id: string } }[] }) =>
      post.holders.map(({ account }) => account.id),
  )
  expect(holders).toContain(boss.account)
})

test.each([
  ['a visitor', null, 401],
  ['an owner', { memberships: [{}] }, 403],
  ['a case officer', { posts: [{ duty: 'case-officer' as const }] }, 403],
  [
    'an administrator of one district',
    { posts: [{ duty: 'administrator' as const, district: '310115' }] },
    403,
  ],
  [
    'an administrator whose time is over',
    { posts: [{ duty: 'administrator' as const, until: '2025-09-14' }] },
    403,
  ],
])('%s does not administer', async (_, person, status) => {
  const headers = person === null ? {} : (await signInAs(service, person)).headers
  const boss = await administrator()
  const post = await makePost(boss)
  for (const request of [
    { url: '/posts' },
    { url: '/accounts' },
    { url: '/audit' },
    { method: 'POST', url: '/posts', body: NEW_POST },
    { method: 'PATCH', url: `/posts/${post}`, body: { name: NEW_POST.name } },
    { method: 'DELETE', url: `/posts/${post}` },
    {
      method: 'POST',
      url: `/posts/${post}/holders`,
      body: { email: boss.email, since: '2025-09-15' },
    },
    { method: 'PATCH', url: `/accounts/${boss.account}`, body: { isDisabled: true } },
  ] as const) {
    expect((await ask(service, { ...request, headers })).status).toBe(status)
  }
})

test('the last administrator neither ends nor is closed', async () => {
  const alone = await openTestApp()
  const boss = await signInAs(alone, { posts: [{ duty: 'administrator' }] })
  await signInAs(alone, { posts: [{ duty: 'administrator', until: '2025-12-31' }] })
  const { headers } = boss
  const listed = await ask(alone, { url: '/posts', headers })
  const own = listed.body.entries.find(
    (post: { readonly holders: readonly { readonly account: { readonly id: string } }[] }) =>
      post.holders.some(({ account }) => account.id === boss.account),
  )
  const end = await ask(alone, {
    method: 'PATCH',
    url: `/posts/${own.id}/holders/${own.holders[0].id}`,
    body: { until: '2025-12-31' },
    headers,
  })
  const close = await ask(alone, {
    method: 'PATCH',
    url: `/accounts/${boss.account}`,
    body: { isDisabled: true },
    headers,
  })
  await alone.close()
  expect([end.status, close.status]).toEqual([409, 409])
})

test('a closed account is out at once and can be opened again', async () => {
  const boss = await administrator()
  const person = await signInAs(service, { name: '查无此人' })
  const toggle = (isDisabled: boolean) =>
    call(boss, 'PATCH', { url: `/accounts/${person.account}`, body: { isDisabled } })
  expect((await toggle(true)).status).toBe(204)
  const { body } = await ask(service, { url: '/me', headers: person.headers })
  expect(body.account).toBe(null)
  const found = await call(boss, 'GET', { url: `/accounts?text=${encodeURIComponent('查无')}` })
  expect(found.body).toMatchObject({ total: 1, entries: [{ isDisabled: true }] })
  expect((await toggle(false)).status).toBe(204)
})

test('administrators see what was done in the whole service', async () => {
  const boss = await administrator()
  const post = await makePost(boss)
  const { body } = await call(boss, 'GET', { url: '/audit?action=post.created&limit=1' })
  expect(body.entries).toMatchObject([{ subject: post, account: { id: boss.account } }])
})
