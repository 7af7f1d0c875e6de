import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addAccountWithPassword, ask, PASSWORD } from './identity.fixture.ts'
import { openTestProvider, type TestProvider } from './test-provider.fixture.ts'

let server: Server
let provider: TestProvider
let service: TestApp

const PUBLIC_URL = 'http://huiqi.test'

beforeAll(async () => {
  server = createServer()
  provider = await openTestProvider(server, `${PUBLIC_URL}/api/v1/oidc/callback`)
  service = await openTestApp({
    environment: {
      PUBLIC_URL,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'huiqi',
      OIDC_CLIENT_SECRET: 'secret-of-these-tests',
    },
  })
})

afterAll(async () => {
  await service.close()
  server.closeAllConnections()
  server.close()
})

const start = async (path = '/') => {
  const answer = await service.app.inject({
    url: `/api/v1/oidc/start?return=${encodeURIComponent(path)}`,
  })
  const cookie = answer.cookies.find(({ name }) => name === 'huiqi_oidc')
  return {
    status: answer.statusCode,
    url: String(answer.headers.location),
    cookie: `huiqi_oidc=${cookie?.value ?? ''}`,
    attributes: cookie,
  }
}

const comeBack = async (url: string, cookie: string) => {
  const { pathname, search } = new URL(url)
  const answer = await service.app.inject({ url: pathname + search, headers: { cookie } })
  const session = answer.cookies.find(({ name }) => name === 'huiqi_session')
  return {
    status: answer.statusCode,
    to: answer.headers.location,
    cookie: session === undefined ? null : `huiqi_session=${session.value}`,
  }
}

const enterAs = async (subject: string, path?: string) => {
  const { url, cookie } = await start(path)
  return comeBack(await provider.signIn(url, subject), cookie)
}

const emailOf = async (cookie: string | null) => {
  const { body } = await ask(service, { url: '/me', headers: { cookie: cookie ?? '' } })
  return body.account?.email ?? null
}

describe('signing in at the provider', () => {
  test('asks with PKCE, state and nonce, tied to this browser', async () => {
    const { status, url, attributes } = await start()
    const asked = Object.fromEntries(new URL(url).searchParams)
    expect(status).toBe(302)
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'huiqi',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(attributes).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 600 })
  })

  test('somebody new gets an account and lands where the way began', async () => {
    const entered = await enterAs('verified:fresh@example.com', '/measures?text=算力')
    expect([entered.status, entered.to]).toEqual([302, '/measures?text=%E7%AE%97%E5%8A%9B'])
    expect(await emailOf(entered.cookie)).toBe('fresh@example.com')
    const again = await enterAs('verified:fresh@example.com')
    expect(await emailOf(again.cookie)).toBe('fresh@example.com')
  })

  test('somebody with an account and the same verified address gets that account', async () => {
    const account = await addAccountWithPassword(service, 'both@example.com')
    const entered = await enterAs('verified:both@example.com')
    const { body } = await ask(service, { url: '/me', headers: { cookie: entered.cookie ?? '' } })
    expect(body.account.id).toBe(account)
    const byPassword = await ask(service, {
      method: 'POST',
      url: '/session',
      body: { email: 'both@example.com', password: PASSWORD },
    })
    expect(byPassword.status).toBe(200)
  })

  test('an address that the provider has not verified opens nothing', async () => {
    await addAccountWithPassword(service, 'target@example.com')
    const entered = await enterAs('unverified:target@example.com')
    expect(entered).toEqual({
      status: 302,
      to: '/sign-in?problem=email-unverified',
      cookie: null,
    })
  })

  test('a closed account stays closed', async () => {
    const account = await addAccountWithPassword(service, 'shut@example.com')
    await service.platform.database
      .updateTable('accounts')
      .set({ is_disabled: true })
      .where('id', '=', account)
      .execute()
    const entered = await enterAs('verified:shut@example.com')
    expect(entered).toEqual({
      status: 302,
      to: '/sign-in?problem=account-disabled',
      cookie: null,
    })
  })
})

describe('what does not fit is refused', () => {
  const FAILED = { status: 302, to: '/sign-in?problem=oidc-failed', cookie: null }

  test('a way that another browser began', async () => {
    const mine = await start()
    const theirs = await start()
    const back = await provider.signIn(theirs.url, 'verified:thief@example.com')
    expect(await comeBack(back, mine.cookie)).toEqual(FAILED)
    expect(await comeBack(back, '')).toEqual(FAILED)
  })

  test('a way that was gone before', async () => {
    const { url, cookie } = await start()
    const back = await provider.signIn(url, 'verified:twice@example.com')
    expect((await comeBack(back, cookie)).cookie).not.toBe(null)
    expect(await comeBack(back, cookie)).toEqual(FAILED)
  })

  test('another state', async () => {
    const { url, cookie } = await start()
    const back = new URL(await provider.signIn(url, 'verified:state@example.com'))
    back.searchParams.set('state', 'x')
    expect(await comeBack(back.href, cookie)).toEqual(FAILED)
  })

  test('another nonce', async () => {
    const { url, cookie } = await start()
    const asked = new URL(url)
    asked.searchParams.set('nonce', 'of-another-token')
    const back = await provider.signIn(asked.href, 'verified:nonce@example.com')
    expect(await comeBack(back, cookie)).toEqual(FAILED)
  })

  test('a code that was asked for with another verifier', async () => {
    const { url, cookie } = await start()
    const asked = new URL(url)
    asked.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
    const back = await provider.signIn(asked.href, 'verified:pkce@example.com')
    expect(await comeBack(back, cookie)).toEqual(FAILED)
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'x'])(
    'a way back to %s',
    async (path) => {
      expect((await start(path)).status).toBe(400)
    },
  )
})

test('without the settings there is no provider', async () => {
  const plain = await openTestApp()
  const { status } = await ask(plain, { url: '/oidc/start' })
  await plain.close()
  expect(status).toBe(404)
})
