import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditFileRead } from '../audit/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs } from '../testing/sign-in-as.fixture.ts'
import { requireAbility } from './access.ts'
import { addAccountWithPassword, ask, PASSWORD } from './identity.fixture.ts'
import { sweep } from './sweep.ts'

const BOSS = 'boss@example.gov'

let service: TestApp
const clock = movingClock()

beforeAll(async () => {
  service = await openTestApp({ clock, environment: { FIRST_ADMINISTRATOR: 'Boss@example.gov' } })
})

afterAll(() => service.close())

const signIn = async (email: string) => {
  const { body } = await ask(service, {
    method: 'POST',
    url: '/session',
    body: { email, password: PASSWORD },
  })
  return body.posts.map(({ duty }: { readonly duty: string }) => duty)
}

test('the named person administers a service that nobody administers, once', async () => {
  for (const email of [BOSS, 'other@example.gov']) await addAccountWithPassword(service, email)
  expect(await signIn('other@example.gov')).toEqual([])
  expect(await signIn(BOSS)).toEqual(['administrator'])
  expect(await signIn(BOSS)).toEqual(['administrator'])
})

test('a look into a file is written down when a post gives the right, not for members', async () => {
  const { platform } = service
  const enterprise = await addTestEnterprise(platform)
  const owner = await signInAs(service, { memberships: [{ enterprise }] })
  const officer = await signInAs(service, { posts: [{ duty: 'specialist' }] })
  const grounds: string[] = []
  for (const { actor, account: id } of [owner, officer]) {
    const account = { id, email: '', name: '', language: 'zh', session: '' } as const
    const ground = await requireAbility(
      platform,
      { account, actor },
      { action: 'read', enterprise },
    )
    grounds.push(ground)
    await inTransaction(platform.database, actor, (work) =>
      auditFileRead(work, { account, id: 'request-1' }, { enterprise, ground, part: 'facts' }),
    )
  }
  expect(grounds).toEqual(['membership', 'post'])
  const { body } = await ask(service, {
    url: `/enterprises/${enterprise}/audit`,
    headers: owner.headers,
  })
  expect(body.entries).toMatchObject([
    { action: 'enterprise.read', subject: 'facts', account: { id: officer.account } },
  ])
})

test('what has no use any more goes, the rest stays', async () => {
  const email = 'sweep@example.com'
  await ask(service, {
    method: 'POST',
    url: '/sign-ups',
    body: { email, name: 'x', password: PASSWORD },
  })
  const count = async () => {
    const { database } = service.platform
    const rows = await Promise.all(
      (['sign_ups', 'codes', 'sessions', 'sign_in_attempts'] as const).map((table) =>
        database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      ),
    )
    return rows.map((row) => row.count)
  }
  const before = await count()
  await sweep(service.platform)
  expect(await count()).toEqual(before)
  expect(before.every((rows) => rows > 0)).toBe(true)
  clock.pass(24 * 3_600_000 + 1)
  await sweep(service.platform)
  expect(await count()).toEqual([0, 0, 0, 0])
})
