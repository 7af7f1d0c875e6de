import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LIFETIME_MS } from '../platform/session-store.ts'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'
import {
  addAccountWithPassword,
  ask,
  codeTo,
  doorsOf,
  mailsTo,
  otherThan,
  PASSWORD,
} from './identity.fixture.ts'

const MINUTE_MS = 60_000
const START = '2025-09-15T04:00:00Z'

let service: TestApp
const clock = movingClock()

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set(START))

afterAll(() => service.close())

const { signIn, me } = doorsOf(() => service)

const begin = (email: string, more: object = {}) =>
  ask(service, {
    method: 'POST',
    url: '/sign-ups',
    body: { email, name: '王芳', password: PASSWORD, ...more },
  })

const confirm = (id: string, code: string) =>
  ask(service, { method: 'POST', url: `/sign-ups/${id}/confirm`, body: { code } })

describe('sign-up', () => {
  test('the code of the mail makes the account and signs it in', async () => {
    const begun = await begin(' New@Example.com ')
    expect(begun.status).toBe(202)
    const made = await confirm(begun.body.id, await codeTo(service, 'new@example.com'))
    expect(made.status).toBe(201)
    expect(made.body.account).toMatchObject({
      email: 'new@example.com',
      name: '王芳',
      language: 'zh',
    })
    expect(await me(made.cookie)).toBe('new@example.com')
    expect((await signIn('NEW@example.com', PASSWORD)).status).toBe(200)
  })

  test('a code is good once, five tries and fifteen minutes', async () => {
    const { body } = await begin('tries@example.com')
    const code = await codeTo(service, 'tries@example.com')
    for (const left of [4, 3, 2, 1, 0]) {
      const wrong = await confirm(body.id, otherThan(code))
      expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong-code'])
      expect(wrong.body.detail).toContain(left === 0 ? '重新获取' : String(left))
    }
    expect((await confirm(body.id, code)).status).toBe(422)
    const again = await begin('tries@example.com')
    const next = await codeTo(service, 'tries@example.com')
    clock.pass(15 * MINUTE_MS)
    expect((await confirm(again.body.id, next)).status).toBe(422)
    clock.pass(-1)
    expect((await confirm(again.body.id, next)).status).toBe(201)
    expect((await confirm(again.body.id, next)).status).toBe(422)
  })

  test('an address with an account gets the same answer and another mail', async () => {
    await addAccountWithPassword(service, 'taken@example.com')
    const begun = await begin('taken@example.com')
    expect([begun.status, Object.keys(begun.body)]).toEqual([202, ['id', 'expiresAt']])
    const [mail] = await mailsTo(service, 'taken@example.com')
    expect(mail?.title).toBe('惠企：您已有账号')
    expect(mail?.body).not.toMatch(/\d{6}/)
    const tried = await confirm(begun.body.id, '000000')
    expect(tried.body.detail).toBe('还可以再试 4 次')
  })

  test('somebody else who signs up with my address cannot choose my password', async () => {
    const mine = await begin('mine@example.com')
    const code = await codeTo(service, 'mine@example.com')
    await begin('mine@example.com', { password: 'the-Attackers-9-choice' })
    expect((await confirm(mine.body.id, code)).status).toBe(201)
    expect((await signIn('mine@example.com', 'the-Attackers-9-choice')).status).toBe(401)
    expect((await signIn('mine@example.com', PASSWORD)).status).toBe(200)
  })

  test('the sixth code within an hour is refused', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1) {
      statuses.push((await begin('eager@example.com')).status)
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
    clock.pass(60 * MINUTE_MS)
    expect((await begin('eager@example.com')).status).toBe(202)
  })

  test('every fault of a request is named', async () => {
    const { status, body } = await begin('nobody', { name: ' ', password: 'short', language: 'fr' })
    expect(status).toBe(400)
    expect(body.issues.map(({ path }: { readonly path: string }) => path).toSorted()).toEqual([
      'body.email',
      'body.language',
      'body.name',
      'body.password',
    ])
  })

  test('a password that is easy to guess is refused in words', async () => {
    const { status, body } = await begin('weak@example.com', { password: 'password12345' })
    expect([status, body.issues]).toEqual([
      422,
      [
        {
          code: 'weak-password',
          message: '密码过于简单：请换一个不易猜到的',
          path: 'body.password',
        },
      ],
    ])
  })
})

describe('sign-in', () => {
  test('the cookie cannot be read by scripts nor sent by other sites', async () => {
    await addAccountWithPassword(service, 'cookie@example.com')
    const { cookies } = await signIn('cookie@example.com', PASSWORD)
    expect(cookies).toEqual([
      {
        name: 'huiqi_session',
        value: expect.stringMatching(/^[\w-]{43}$/),
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: LIFETIME_MS / 1000,
      },
    ])
  })

  test('an unknown address, a wrong password, a closed account and one without password get the same answer', async () => {
    const closed = await addAccountWithPassword(service, 'closed@example.com')
    await service.platform.database
      .updateTable('accounts')
      .set({ is_disabled: true })
      .where('id', '=', closed)
      .execute()
    await signInAs(service, { email: 'elsewhere@example.com' })
    await addAccountWithPassword(service, 'known@example.com')
    const answers = await Promise.all([
      signIn('unknown@example.com', PASSWORD),
      signIn('known@example.com', `${PASSWORD}!`),
      signIn('closed@example.com', PASSWORD),
      signIn('elsewhere@example.com', PASSWORD),
    ])
    for (const { status, body, cookie } of answers) {
      expect([status, body.code, cookie]).toEqual([401, 'wrong-credentials', null])
      expect(body).toEqual(answers[0]?.body)
    }
  })

  test('signing in again ends the session before: the token is another', async () => {
    await addAccountWithPassword(service, 'again@example.com')
    const first = await signIn('again@example.com', PASSWORD)
    const second = await ask(service, {
      method: 'POST',
      url: '/session',
      body: { email: 'again@example.com', password: PASSWORD },
      headers: { cookie: first.cookie ?? '' },
    })
    expect(second.cookie).not.toBe(first.cookie)
    expect([await me(first.cookie), await me(second.cookie)]).toEqual([null, 'again@example.com'])
  })

  test('a token that the attacker chose is never taken over', async () => {
    await addAccountWithPassword(service, 'fixed@example.com')
    const planted = 'huiqi_session=planted'
    const { cookie } = await ask(service, {
      method: 'POST',
      url: '/session',
      body: { email: 'fixed@example.com', password: PASSWORD },
      headers: { cookie: planted },
    })
    expect(cookie).not.toBe(planted)
    expect(await me(planted)).toBe(null)
  })
})

describe('passwords', () => {
  test('a change needs the password so far, ends other sessions and rotates this one', async () => {
    await addAccountWithPassword(service, 'change@example.com')
    const here = await signIn('change@example.com', PASSWORD)
    const there = await signIn('change@example.com', PASSWORD)
    const change = (password: string) =>
      ask(service, {
        method: 'PUT',
        url: '/me/password',
        body: { password, newPassword: 'another-Good-4-phrase' },
        headers: { cookie: here.cookie ?? '' },
      })
    expect((await change('wrong')).status).toBe(401)
    const changed = await change(PASSWORD)
    expect(changed.status).toBe(204)
    expect(await Promise.all([here, there, changed].map(({ cookie }) => me(cookie)))).toEqual([
      null,
      null,
      'change@example.com',
    ])
    expect((await signIn('change@example.com', PASSWORD)).status).toBe(401)
    expect((await mailsTo(service, 'change@example.com'))[0]?.title).toBe('惠企：密码已更改')
  })

  test('the code of the mail sets a new password and signs everybody out', async () => {
    await addAccountWithPassword(service, 'forgot@example.com')
    const before = await signIn('forgot@example.com', PASSWORD)
    const asked = (email: string) =>
      ask(service, { method: 'POST', url: '/password-resets', body: { email } })
    const known = await asked('forgot@example.com')
    const unknown = await asked('forgot-nobody@example.com')
    expect([unknown.status, Object.keys(unknown.body)]).toEqual([
      known.status,
      Object.keys(known.body),
    ])
    expect(await mailsTo(service, 'forgot-nobody@example.com')).toEqual([])
    const code = await codeTo(service, 'forgot@example.com')
    const finish = (id: string, digits: string) =>
      ask(service, {
        method: 'POST',
        url: `/password-resets/${id}/confirm`,
        body: { code: digits, password: 'yet-Another-5-phrase' },
      })
    const wrong = await finish(known.body.id, otherThan(code))
    expect(wrong.body.detail).toBe('还可以再试 4 次')
    const wrongOfNobody = await finish(unknown.body.id, '123456')
    expect(wrongOfNobody.body.detail).toBe('还可以再试 4 次')
    expect((await finish(known.body.id, code)).status).toBe(204)
    expect(await me(before.cookie)).toBe(null)
    expect((await signIn('forgot@example.com', 'yet-Another-5-phrase')).status).toBe(200)
  })
})

test('who am I: a visitor is nobody, a member and officer sees what both may do', async () => {
  const visitor = await ask(service, { url: '/me' })
  expect(visitor.body).toEqual({
    account: null,
    memberships: [],
    posts: [],
    rules: [],
    invitations: 0,
    hasOidc: false,
  })
  const person = await signInAs(service, {
    memberships: [{ role: 'finance', scopes: ['read', 'state-facts'] }],
    posts: [{ duty: 'specialist', district: '310115' }],
  })
  const { body } = await ask(service, { url: '/me', headers: person.headers })
  expect(body.memberships).toHaveLength(1)
  expect(body.posts).toHaveLength(1)
  expect(body.rules).toEqual([
    {
      action: 'read',
      subject: 'enterprise',
      conditions: { district: '310115' },
      reason: 'post',
    },
    {
      action: 'read',
      subject: 'enterprise',
      conditions: { id: person.enterprises[0] },
      reason: 'membership',
    },
    {
      action: 'state-facts',
      subject: 'enterprise',
      conditions: { id: person.enterprises[0] },
      reason: 'membership',
    },
  ])
})

test('one changes the own name and language', async () => {
  const person = await signInAs(service)
  const change = await ask(service, {
    method: 'PATCH',
    url: '/me',
    body: { name: '李雷', language: 'en' },
    headers: person.headers,
  })
  expect(change.status).toBe(204)
  const { body } = await ask(service, { url: '/me', headers: person.headers })
  expect(body.account).toMatchObject({ name: '李雷', language: 'en' })
})
