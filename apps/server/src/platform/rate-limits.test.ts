import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp({
    environment: { RATE_LIMIT: '12', TRUSTED_PROXIES: '10.0.0.0/8' },
  })
})

afterAll(() => service.close())

const get = (address: string, headers: Readonly<Record<string, string>> = {}) =>
  service.app.inject({ url: '/api/v1/health', remoteAddress: address, headers })

const countAnswered = async (times: number, ask: () => ReturnType<typeof get>) => {
  let answered = 0
  for (let count = 0; count < times; count += 1) {
    if ((await ask()).statusCode === 200) answered += 1
  }
  return answered
}

test('one address is answered as often as the setting says, another still is', async () => {
  expect(await countAnswered(15, () => get('198.51.100.1'))).toBe(12)
  const refused = await get('198.51.100.1')
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await get('198.51.100.2')).statusCode).toBe(200)
})

test('one account is limited wherever it asks from', async () => {
  const { cookie } = await signInAs(service)
  let place = 0
  const ask = () => {
    place += 1
    return get(`198.51.101.${place}`, { cookie })
  }
  expect(await countAnswered(15, ask)).toBe(12)
})

test('only a trusted proxy is believed about where a request comes from', async () => {
  const forwarded = (proxy: string, origin: string) => get(proxy, { 'x-forwarded-for': origin })
  let place = 0
  const behind = (proxy: string) => () => {
    place += 1
    return forwarded(proxy, `203.0.113.${place}`)
  }
  expect(await countAnswered(15, behind('10.1.2.3'))).toBe(15)
  expect(await countAnswered(15, behind('198.51.100.3'))).toBe(12)
})

test('where guessing pays the limit is lower', async () => {
  const ask = () =>
    service.app.inject({
      method: 'POST',
      url: '/api/v1/password-resets',
      remoteAddress: '198.51.100.4',
      payload: { email: 'not an address' },
    })
  const statuses: number[] = []
  for (let count = 0; count < 11; count += 1) statuses.push((await ask()).statusCode)
  expect(statuses.filter((status) => status === 400)).toHaveLength(10)
  expect(statuses.at(-1)).toBe(429)
})
