import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeApp } from '../compose-app.ts'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'

const clock = movingClock()
let service: TestApp

beforeAll(async () => {
  service = await openTestApp({
    clock,
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

const guess = (app: TestApp['app']) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/password-resets',
    remoteAddress: '198.51.100.4',
    payload: { email: 'not an address' },
  })

test('where guessing pays the limit is lower, and all processes count together, until the minute is over', async () => {
  const second = await composeApp(service.platform, null)
  const statuses: number[] = []
  for (let count = 0; count < 5; count += 1) {
    for (const app of [service.app, second]) statuses.push((await guess(app)).statusCode)
  }
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 400))
  for (const app of [service.app, second]) {
    const refused = await guess(app)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60'])
  }
  clock.pass(59_000)
  expect((await guess(second)).statusCode).toBe(429)
  clock.pass(1000)
  expect((await guess(second)).statusCode).toBe(400)
  await second.close()
})
