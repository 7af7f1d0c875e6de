import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { ask, mailsTo } from './identity.fixture.ts'

let service: TestApp
const clock = movingClock()

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set('2025-09-15T04:00:00Z'))

afterAll(() => service.close())

const [ALL, READ] = [['read', 'state-facts', 'apply', 'members'], ['read']]

const call = (
  person: TestSession,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  request: { readonly url: string; readonly body?: object },
) => ask(service, { method, ...request, headers: person.headers })

const membersOf = async (person: TestSession, enterprise: string) => {
  const { body } = await call(person, 'GET', { url: `/enterprises/${enterprise}/members` })
  return body.entries
}

const memberOf = async (person: TestSession, enterprise: string, account: string) => {
  const members = await membersOf(person, enterprise)
  const found = members.find((member: { readonly account: { readonly id: string } }) => {
    return member.account.id === account
  })
  return found
}

const openOffice = async () => {
  const owner = await signInAs(service, { memberships: [{}] })
  const [enterprise = ''] = owner.enterprises
  return { owner, enterprise, base: `/enterprises/${enterprise}` }
}

const join = async (grant: object) => {
  const office = await openOffice()
  const guest = await signInAs(service)
  const invited = await call(office.owner, 'POST', {
    url: `${office.base}/invitations`,
    body: { email: guest.email, ...grant },
  })
  const accepted = await call(guest, 'POST', { url: `/invitations/${invited.body.id}/accept` })
  expect([invited.status, accepted.status]).toEqual([201, 204])
  return { ...office, guest }
}

const FINANCE = { role: 'finance', scopes: ['state-facts', 'apply'], validUntil: null }
const CONSULTANT = { role: 'consultant', scopes: READ, validUntil: '2025-09-20' }

describe('invitations', () => {
  test('the invited address gets a mail, sees the invitation and becomes a member', async () => {
    const { owner, enterprise, guest } = await join(FINANCE)
    expect((await mailsTo(service, guest.email))[0]?.title).toContain('成员邀请')
    expect(await memberOf(owner, enterprise, guest.account)).toMatchObject({
      role: 'finance',
      scopes: ['read', 'state-facts', 'apply'],
      validFrom: '2025-09-15',
      validUntil: null,
      isOver: false,
    })
  })

  test('somebody with another address cannot accept it', async () => {
    const { owner, base } = await openOffice()
    const [guest, stranger] = [await signInAs(service), await signInAs(service)]
    const { body } = await call(owner, 'POST', {
      url: `${base}/invitations`,
      body: { email: guest.email, ...FINANCE },
    })
    const stolen = await call(stranger, 'POST', { url: `/invitations/${body.id}/accept` })
    expect(stolen.status).toBe(404)
    const mine = await call(guest, 'GET', { url: '/invitations' })
    expect(mine.body.entries.map(({ id }: { readonly id: string }) => id)).toEqual([body.id])
    expect((await call(stranger, 'GET', { url: '/invitations' })).body.entries).toEqual([])
  })

  test('an invitation can be taken back or declined', async () => {
    const { owner, base } = await openOffice()
    const guest = await signInAs(service)
    const invite = () =>
      call(owner, 'POST', {
        url: `${base}/invitations`,
        body: { email: guest.email, ...FINANCE },
      })
    const late = await invite()
    expect((await invite()).body.detail).toBe('已有一份待答复的邀请')
    const withdrawn = await call(owner, 'DELETE', {
      url: `${base}/invitations/${late.body.id}`,
    })
    expect(withdrawn.status).toBe(204)
    const taken = await call(guest, 'POST', { url: `/invitations/${late.body.id}/accept` })
    expect(taken.status).toBe(404)
    const next = await invite()
    const declined = await call(guest, 'POST', { url: `/invitations/${next.body.id}/decline` })
    expect([declined.status, await membersOf(owner, owner.enterprises[0] ?? '')]).toMatchObject([
      204,
      [{}],
    ])
  })

  test.each([
    [{ ...CONSULTANT, validUntil: null }, ['consultant-needs-end']],
    [{ ...CONSULTANT, validUntil: '2025-09-14' }, ['day-in-the-past']],
    [{ ...FINANCE, scopes: ['members'] }, ['members-scope-is-owners']],
    [{ role: 'owner', scopes: [], validUntil: '2030-01-01' }, ['owner-has-no-end']],
    [
      { role: 'consultant', scopes: ALL, validUntil: null },
      ['members-scope-is-owners', 'consultant-needs-end'],
    ],
  ])('rights that do not go together are refused: %j', async (grant, codes) => {
    const { owner, base } = await openOffice()
    const { status, body } = await call(owner, 'POST', {
      url: `${base}/invitations`,
      body: { email: 'x@example.com', ...grant },
    })
    expect([status, body.issues.map(({ code }: { readonly code: string }) => code)]).toEqual([
      422,
      codes,
    ])
  })

  test('members cannot be invited again', async () => {
    const { owner, base, guest } = await join(FINANCE)
    const { status, body } = await call(owner, 'POST', {
      url: `${base}/invitations`,
      body: { email: guest.email, ...FINANCE },
    })
    expect([status, body.detail]).toEqual([409, '已是该企业成员'])
  })
})

/** A session of today for somebody whose sessions are over. */
const backToday = async (person: TestSession): Promise<TestSession> => {
  const session = await signInAs(service)
  await service.platform.database
    .updateTable('sessions')
    .set({ account: person.account })
    .where('account', '=', session.account)
    .execute()
  return session
}

test.each([
  ['just before fourteen days', 14 * 24 * 3_600_000 - 1, 204],
  ['after fourteen days', 14 * 24 * 3_600_000, 409],
])('an invitation answered %s', async (_, passed, status) => {
  const { owner, base } = await openOffice()
  const guest = await signInAs(service)
  const { body } = await call(owner, 'POST', {
    url: `${base}/invitations`,
    body: { email: guest.email, ...FINANCE },
  })
  clock.pass(passed)
  const later = await backToday(guest)
  expect((await call(later, 'POST', { url: `/invitations/${body.id}/accept` })).status).toBe(status)
})

describe('the last day of a consultant', () => {
  test.each([
    ['on the last day', '2025-09-20T15:59:59Z', 200],
    ['on the day after', '2025-09-20T16:00:00Z', 404],
  ])('%s', async (_, instant, status) => {
    const { enterprise, guest } = await join(CONSULTANT)
    clock.set(instant)
    const later = await backToday(guest)
    const seen = await call(later, 'GET', { url: `/enterprises/${enterprise}/members` })
    expect(seen.status).toBe(status)
  })

  test('whose time is over can be invited again', async () => {
    const { owner, enterprise, base, guest } = await join(CONSULTANT)
    clock.set('2025-09-21T04:00:00Z')
    const [ownerNow, guestNow] = [await backToday(owner), await backToday(guest)]
    expect(await memberOf(ownerNow, enterprise, guest.account)).toMatchObject({ isOver: true })
    const { body } = await call(ownerNow, 'POST', {
      url: `${base}/invitations`,
      body: { email: guest.email, ...CONSULTANT, validUntil: '2025-10-01' },
    })
    const accepted = await call(guestNow, 'POST', { url: `/invitations/${body.id}/accept` })
    expect(accepted.status).toBe(204)
    expect(await memberOf(ownerNow, enterprise, guest.account)).toMatchObject({ isOver: false })
  })
})

describe('owners', () => {
  test('the last owner neither leaves nor becomes something else', async () => {
    const { owner, enterprise, base } = await openOffice()
    const { id } = await memberOf(owner, enterprise, owner.account)
    const left = await call(owner, 'DELETE', { url: `${base}/members/${id}` })
    const changed = await call(owner, 'PUT', { url: `${base}/members/${id}`, body: FINANCE })
    for (const { status, body } of [left, changed]) {
      expect([status, body.detail]).toEqual([409, '这是最后一位负责人；请先指定另一位'])
    }
    expect(await memberOf(owner, enterprise, owner.account)).toMatchObject({ role: 'owner' })
  })

  test('two owners who take each other off at the same moment leave one', async () => {
    const { owner, enterprise, base } = await openOffice()
    const second = await signInAs(service, { memberships: [{ enterprise }] })
    const [one, two] = [
      await memberOf(owner, enterprise, owner.account),
      await memberOf(owner, enterprise, second.account),
    ]
    const answers = await Promise.all([
      call(owner, 'DELETE', { url: `${base}/members/${two.id}` }),
      call(second, 'DELETE', { url: `${base}/members/${one.id}` }),
    ])
    const done = answers.filter(({ status }) => status === 204)
    expect(done).toHaveLength(1)
    const { count } = await service.platform.database
      .selectFrom('memberships')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('enterprise', '=', enterprise)
      .where('revoked_at', 'is', null)
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  test('a second owner can be named, then the first can go', async () => {
    const { owner, enterprise, base, guest } = await join(FINANCE)
    const second = await memberOf(owner, enterprise, guest.account)
    const first = await memberOf(owner, enterprise, owner.account)
    const named = await call(owner, 'PUT', {
      url: `${base}/members/${second.id}`,
      body: { role: 'owner', scopes: [], validUntil: null },
    })
    const gone = await call(owner, 'DELETE', { url: `${base}/members/${first.id}` })
    expect([named.status, gone.status]).toEqual([204, 204])
    expect((await call(owner, 'GET', { url: `${base}/members` })).status).toBe(404)
    expect(await membersOf(guest, enterprise)).toMatchObject([{ role: 'owner', scopes: ALL }])
  })

  test.each([['finance'], ['consultant']] as const)('%s does not choose members', async (role) => {
    const { owner, enterprise, base } = await openOffice()
    const helper = await signInAs(service, {
      memberships: [{ enterprise, role, scopes: ['read', 'state-facts', 'apply'] }],
    })
    const { id } = await memberOf(owner, enterprise, helper.account)
    const promoted = await call(helper, 'PUT', {
      url: `${base}/members/${id}`,
      body: { role: 'owner', scopes: [], validUntil: null },
    })
    const invited = await call(helper, 'POST', {
      url: `${base}/invitations`,
      body: { email: 'friend@example.com', ...FINANCE },
    })
    expect([promoted.status, invited.status]).toEqual([403, 403])
  })

  test('of another enterprise one neither sees nor changes anything', async () => {
    const { owner, enterprise, base } = await openOffice()
    const { owner: stranger } = await openOffice()
    const { id } = await memberOf(owner, enterprise, owner.account)
    const answers = await Promise.all([
      call(stranger, 'GET', { url: `${base}/members` }),
      call(stranger, 'GET', { url: `${base}/invitations` }),
      call(stranger, 'POST', {
        url: `${base}/invitations`,
        body: { email: 'x@example.com', ...FINANCE },
      }),
      call(stranger, 'PUT', { url: `${base}/members/${id}`, body: FINANCE }),
      call(stranger, 'DELETE', { url: `${base}/members/${id}` }),
      call(stranger, 'GET', { url: `${base}/audit` }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
    const mixed = await call(stranger, 'DELETE', {
      url: `/enterprises/${stranger.enterprises[0]}/members/${id}`,
    })
    expect(mixed.status).toBe(404)
  })
})

test('owners see who changed what, latest first; finance does not', async () => {
  const { owner, base, guest } = await join(FINANCE)
  const { body } = await call(owner, 'GET', { url: `${base}/audit` })
  expect(
    body.entries.map(({ action, account }: { action: string; account: { id: string } }) => [
      action,
      account.id,
    ]),
  ).toEqual([
    ['membership.invitation-accepted', guest.account],
    ['membership.invited', owner.account],
  ])
  expect((await call(guest, 'GET', { url: `${base}/audit` })).status).toBe(403)
})
