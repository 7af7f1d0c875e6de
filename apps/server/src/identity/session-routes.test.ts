import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../platform/database/transaction.ts'
import { IDLE_MS, LIFETIME_MS } from '../platform/session-store.ts'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'
import { beginAttempt } from './attempts-repository.ts'
import { addAccountWithPassword, ask, doorsOf, PASSWORD } from './identity.fixture.ts'

const START = '2025-09-15T04:00:00Z'

let service: TestApp
const clock = movingClock()

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set(START))

afterAll(() => service.close())

const { signIn, me } = doorsOf(() => service)

describe('lockout', () => {
  const fail = (email: string, address?: string) => signIn(email, 'not the password', address)

  const failTimes = async (email: string, times: number): Promise<number[]> => {
    const statuses: number[] = []
    for (let count = 0; count < times; count += 1) statuses.push((await fail(email)).status)
    return statuses
  }

  test('after five failures the right password waits 30 seconds, after the sixth a minute', async () => {
    await addAccountWithPassword(service, 'locked@example.com')
    expect(await failTimes('locked@example.com', 5)).toEqual([401, 401, 401, 401, 401])
    const held = await signIn('locked@example.com', PASSWORD)
    expect([held.status, held.headers['retry-after']]).toEqual([429, '30'])
    clock.pass(30_000 - 1)
    expect((await signIn('locked@example.com', PASSWORD)).headers['retry-after']).toBe('1')
    clock.pass(1)
    expect((await fail('locked@example.com')).status).toBe(401)
    expect((await fail('locked@example.com')).headers['retry-after']).toBe('60')
    clock.pass(60_000)
    expect((await signIn('locked@example.com', PASSWORD)).status).toBe(200)
    expect(await failTimes('locked@example.com', 5)).toEqual([401, 401, 401, 401, 401])
  })

  test('four failures do not hold anybody up', async () => {
    await addAccountWithPassword(service, 'clumsy@example.com')
    await failTimes('clumsy@example.com', 4)
    expect((await signIn('clumsy@example.com', PASSWORD)).status).toBe(200)
  })

  test('an address nobody has is locked alike', async () => {
    await failTimes('ghost@example.com', 5)
    expect((await fail('ghost@example.com')).status).toBe(429)
  })

  test('one place that tries many names is held up, others are not', async () => {
    const place = '198.51.100.9'
    for (let count = 0; count < 30; count += 1) {
      expect((await fail(`name${count}@example.com`, place)).status).toBe(401)
    }
    await addAccountWithPassword(service, 'bystander@example.com')
    expect((await signIn('bystander@example.com', PASSWORD, place)).status).toBe(429)
    expect((await signIn('bystander@example.com', PASSWORD, '198.51.100.10')).status).toBe(200)
  })

  test('guesses at the same moment count one by one', async () => {
    const now = clock.now()
    const tryTwelveTimes = (email: string, address: string) =>
      Promise.all(
        Array.from({ length: 12 }, () =>
          inTransaction(service.platform.database, { kind: 'service' }, (work) =>
            beginAttempt(work, { email, address, now }),
          ),
        ),
      )
    // Without a lock one round often passes by luck, twenty do not.
    for (let round = 0; round < 20; round += 1) {
      const tries = await tryTwelveTimes(`parallel${round}@example.com`, `198.51.100.${20 + round}`)
      expect(tries.filter((each) => 'id' in each).length).toBe(5)
    }
  })
})

describe('sessions', () => {
  test('a session ends when nobody uses it for eight hours', async () => {
    const { cookie } = await signInAs(service)
    clock.pass(IDLE_MS - 1)
    expect(await me(cookie)).not.toBe(null)
    clock.pass(IDLE_MS - 1)
    expect(await me(cookie)).not.toBe(null)
    clock.pass(IDLE_MS)
    expect(await me(cookie)).toBe(null)
  })

  test('a session ends after seven days however much it is used', async () => {
    const { cookie } = await signInAs(service)
    const step = IDLE_MS / 2
    for (let passed = 0; passed + step < LIFETIME_MS; passed += step) {
      clock.pass(step)
      expect(await me(cookie)).not.toBe(null)
    }
    clock.pass(step)
    expect(await me(cookie)).toBe(null)
  })

  test('a session of an account that is closed ends at once', async () => {
    const { cookie, account } = await signInAs(service)
    await service.platform.database
      .updateTable('accounts')
      .set({ is_disabled: true })
      .where('id', '=', account)
      .execute()
    expect(await me(cookie)).toBe(null)
  })

  test('signing out ends this session alone, signing out everywhere all', async () => {
    await addAccountWithPassword(service, 'many@example.com')
    const [one, two, three] = [
      await signIn('many@example.com', PASSWORD),
      await signIn('many@example.com', PASSWORD),
      await signIn('many@example.com', PASSWORD),
    ]
    const out = await ask(service, {
      method: 'DELETE',
      url: '/session',
      headers: { cookie: one.cookie ?? '' },
    })
    expect([out.status, out.cookie]).toEqual([204, 'huiqi_session='])
    expect([await me(one.cookie), await me(two.cookie)]).toEqual([null, 'many@example.com'])
    const listed = await ask(service, { url: '/sessions', headers: { cookie: two.cookie ?? '' } })
    expect(
      listed.body.entries.map(({ isThisOne }: { readonly isThisOne: boolean }) => isThisOne),
    ).toHaveLength(2)
    await ask(service, {
      method: 'DELETE',
      url: '/sessions',
      headers: { cookie: two.cookie ?? '' },
    })
    expect([await me(two.cookie), await me(three.cookie)]).toEqual([null, null])
  })

  test('one ends another device, but nobody else’s', async () => {
    const mine = await signInAs(service)
    const other = await signInAs(service)
    const { body } = await ask(service, { url: '/sessions', headers: other.headers })
    const [{ id }] = body.entries
    const end = (headers: Readonly<Record<string, string>>) =>
      ask(service, { method: 'DELETE', url: `/sessions/${id}`, headers })
    expect((await end(mine.headers)).status).toBe(404)
    expect(await me(other.cookie)).toBe(other.email)
    expect((await end(other.headers)).status).toBe(204)
    expect(await me(other.cookie)).toBe(null)
  })
})
