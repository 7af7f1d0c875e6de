import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../testing/open-test-database.fixture.ts'
import { type Actor, inTransaction, type Work } from './transaction.ts'

let opened: TestDatabase
let owner: string

const whoIs = async (work: Work) => {
  const { rows } = await sql<{ role: string; account: string | null; day: string | null }>`
    SELECT current_user AS role, current_setting('huiqi.account', true) AS account,
      current_setting('huiqi.today', true) AS day`.execute(work)
  return rows[0]
}

const as = <Answer>(actor: Actor, work: (work: Work) => Promise<Answer>): Promise<Answer> =>
  inTransaction(opened.database, actor, work)

const SERVICE: Actor = { kind: 'service' }

beforeAll(async () => {
  opened = await openTestDatabase()
  owner = (await as(SERVICE, whoIs))?.role ?? ''
})

afterAll(() => opened.drop())

describe('a transaction has the rights of its actor', () => {
  test.each<[string, Actor, object]>([
    ['a visitor', { kind: 'visitor' }, { role: 'huiqi_app', account: '', day: '' }],
    [
      'an account',
      { kind: 'account', account: 'a', today: '2025-09-15' },
      { role: 'huiqi_app', account: 'a', day: '2025-09-15' },
    ],
    [
      'an account whose name ends a text',
      { kind: 'account', account: "'; ROLLBACK; --", today: "\\' OR '" },
      { role: 'huiqi_app', account: "'; ROLLBACK; --", day: "\\' OR '" },
    ],
  ])('%s, and the next on the connection has none of them', async (_, actor, expected) => {
    expect(await as(actor, whoIs)).toEqual(expected)
    expect(await as(SERVICE, whoIs)).toMatchObject({ role: owner })
    expect(await as(SERVICE, whoIs)).not.toMatchObject({ account: 'a' })
  })
})

describe('all of a transaction is kept or nothing', () => {
  const add = (work: Work, uscc: string) =>
    work.insertInto('enterprises').values({ uscc, name: uscc }).execute()
  const kept = async (uscc: string): Promise<boolean> => {
    const found = await opened.database
      .selectFrom('enterprises')
      .select('id')
      .where('uscc', '=', uscc)
      .execute()
    return found.length > 0
  }

  test('what ends well is kept', async () => {
    await as(SERVICE, (work) => add(work, 'kept'))
    expect(await kept('kept')).toBe(true)
  })

  test('what fails at its end is not', async () => {
    const failing = as(SERVICE, async (work) => {
      await add(work, 'dropped')
      throw new Error('at the end')
    })
    await expect(failing).rejects.toThrow('at the end')
    expect(await kept('dropped')).toBe(false)
  })

  test('a statement that fails cannot be passed over', async () => {
    const passing = as(SERVICE, async (work) => {
      await add(work, 'before')
      await sql`SELECT 1 / 0`.execute(work).catch(() => null)
    })
    await expect(passing).rejects.toThrow()
    expect(await kept('before')).toBe(false)
  })

  test('one that asks nothing is no fault', async () => {
    expect(await as(SERVICE, () => Promise.resolve(1))).toBe(1)
  })
})

test('an account begins and gets its rights in one round trip', async () => {
  await as({ kind: 'visitor' }, whoIs)
  const sent = vi.spyOn(Client.prototype, 'query')
  await as({ kind: 'visitor' }, whoIs)
  expect(sent).toHaveBeenCalledTimes(3)
  sent.mockRestore()
})
