import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'

const OURS = 'https://huiqi.example.gov'

let service: TestApp
let person: TestSession

beforeAll(async () => {
  service = await openTestApp({ environment: { PUBLIC_URL: `${OURS}/` } })
  person = await signInAs(service)
})

afterAll(() => service.close())

const REFUSED = 403

const change = async (
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET',
  headers: Readonly<Record<string, string>>,
) => {
  const answer = await service.app.inject({
    method,
    url: '/api/v1/me',
    headers,
    ...(method === 'PATCH' ? { payload: {} } : {}),
  })
  return answer.statusCode
}

describe('with a session', () => {
  test.each([
    ['from our own page', { 'sec-fetch-site': 'same-origin' }, 204],
    ['from our own page, told twice', { 'sec-fetch-site': 'same-origin', origin: OURS }, 204],
    ['from our own page in an old browser', { origin: OURS }, 204],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, REFUSED],
    [
      'from another site that claims our origin',
      { 'sec-fetch-site': 'cross-site', origin: OURS },
      REFUSED,
    ],
    ['from a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, REFUSED],
    ['from the address bar', { 'sec-fetch-site': 'none' }, REFUSED],
    ['from another origin', { origin: 'https://evil.example' }, REFUSED],
    ['from our host without TLS', { origin: 'http://huiqi.example.gov' }, REFUSED],
    ['from another port', { origin: `${OURS}:8443` }, REFUSED],
    ['from a name that begins like ours', { origin: `${OURS}.evil.example` }, REFUSED],
    ['from nowhere', { origin: 'null' }, REFUSED],
    ['without a word on where from', {}, REFUSED],
  ] as const)('%s: %j gives %i', async (_, headers, status) => {
    expect(await change('PATCH', { ...headers, cookie: person.cookie })).toBe(status)
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s is refused', async (method) => {
    const headers = { origin: 'https://evil.example', cookie: person.cookie }
    expect(await change(method, headers)).toBe(REFUSED)
  })

  test('reading is not refused', async () => {
    expect(await change('GET', { 'sec-fetch-site': 'cross-site', cookie: person.cookie })).toBe(200)
  })
})

describe('without a session', () => {
  test.each([
    ['a program', {}, 401],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 401],
    ['another site', { 'sec-fetch-site': 'cross-site' }, REFUSED],
    ['another origin', { origin: 'https://evil.example' }, REFUSED],
  ] as const)('%s: %j gives %i', async (_, headers, status) => {
    expect(await change('PATCH', headers)).toBe(status)
  })

  test('another site cannot sign somebody in as somebody else', async () => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
      payload: JSON.stringify({ email: 'a@example.com', password: 'x' }),
    })
    expect(answer.statusCode).toBe(REFUSED)
  })
})

test('the refusal is a problem document in the reader’s language', async () => {
  const answer = await service.app.inject({
    method: 'DELETE',
    url: '/api/v1/sessions',
    headers: { origin: 'https://evil.example', 'accept-language': 'en', cookie: person.cookie },
  })
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({
    code: 'not-allowed',
    detail: 'The request comes from another site',
  })
})

test('under https the cookie is sent by https alone', async () => {
  const answer = await service.app.inject({
    method: 'DELETE',
    url: '/api/v1/session',
    headers: { origin: OURS, cookie: person.cookie },
  })
  expect(answer.headers['set-cookie']).toBe(
    'huiqi_session=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
  )
})
