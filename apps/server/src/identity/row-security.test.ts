import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../audit/audit.ts'
import { listEvents } from '../audit/audit-repository.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { takeKey } from '../platform/idempotency-store.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { findStanding } from './access-repository.ts'
import { endSession, endSessionsOf, listSessionsOf, setProfile } from './account-repository.ts'
import { listOfficeClaims } from './claims-repository.ts'
import { addInvitation, decideInvitation, listInvitationsOf } from './invitations-repository.ts'
import { addMember, changeMember, listMembers, revokeMember } from './members-repository.ts'
import { addHolder, addPost, endHolder, listHolders } from './posts-repository.ts'

const TODAY = '2025-09-15'
const NOW = new Date(`${TODAY}T04:00:00Z`)
const OWNER_RIGHTS = {
  role: 'owner' as const,
  scopes: ['read' as const, 'state-facts' as const, 'apply' as const, 'members' as const],
  validUntil: null,
}

let service: TestApp
let victim: TestSession
let stranger: TestSession
let officer: TestSession
let home = ''

beforeAll(async () => {
  service = await openTestApp()
  victim = await signInAs(service, { memberships: [{}] })
  stranger = await signInAs(service, { memberships: [{}] })
  officer = await signInAs(service, { posts: [{ duty: 'case-officer', district: '310101' }] })
  home = victim.enterprises[0] ?? ''
})

afterAll(() => service.close())

const as = <Answer>(person: TestSession, work: (transaction: Work) => Promise<Answer>) =>
  inTransaction(service.platform.database, person.actor, work)

const asService = <Answer>(work: (transaction: Work) => Promise<Answer>) =>
  inTransaction(service.platform.database, { kind: 'service' }, work)

const asVisitor = <Answer>(work: (transaction: Work) => Promise<Answer>) =>
  inTransaction(service.platform.database, { kind: 'visitor' }, work)

const REFUSED = { code: '42501' }

const standing = ({ account }: TestSession) => ({ account, day: TODAY, enterprise: null })

const membershipOf = (person: TestSession) =>
  asService(async (work) => {
    const { memberships } = await findStanding(work, standing(person))
    return memberships[0]?.id ?? ''
  })

describe('the database refuses another tenant although nobody else checks', () => {
  test('accounts: neither read nor changed, nor the password of anybody', async () => {
    const read = (work: Work) =>
      work.selectFrom('accounts').select('id').where('id', '=', victim.account).execute()
    expect(await as(stranger, read)).toEqual([])
    expect(await as(officer, read)).toEqual([])
    expect(await asVisitor(read)).toEqual([])
    expect(await as(victim, read)).toHaveLength(1)
    await as(stranger, (work) => setProfile(work, victim.account, { name: 'taken over' }))
    const { name } = await asService((work) =>
      work
        .selectFrom('accounts')
        .select('name')
        .where('id', '=', victim.account)
        .executeTakeFirstOrThrow(),
    )
    expect(name).toBe('试验')
    for (const column of ['password_hash', 'is_disabled'] as const) {
      const write = as(victim, (work) =>
        work
          .updateTable('accounts')
          .set(column === 'is_disabled' ? { is_disabled: false } : { password_hash: 'x' })
          .execute(),
      )
      await expect(write).rejects.toMatchObject(REFUSED)
    }
    const hashes = as(victim, (work) =>
      work.selectFrom('accounts').select('password_hash').execute(),
    )
    await expect(hashes).rejects.toMatchObject(REFUSED)
  })

  test('sessions: neither listed nor ended, tokens never', async () => {
    const times = { now: NOW, seenAfter: new Date(0) }
    expect(await as(stranger, (work) => listSessionsOf(work, victim.account, times))).toEqual([])
    const [mine] = await as(victim, (work) => listSessionsOf(work, victim.account, times))
    expect(await as(stranger, (work) => endSession(work, victim.account, mine?.id ?? ''))).toBe(
      false,
    )
    await as(stranger, (work) => endSessionsOf(work, victim.account))
    expect(await as(victim, (work) => listSessionsOf(work, victim.account, times))).toHaveLength(1)
    const tokens = as(victim, (work) => work.selectFrom('sessions').select('token_hash').execute())
    await expect(tokens).rejects.toMatchObject(REFUSED)
  })

  test.each([
    'identities',
    'sign_in_attempts',
    'sign_ups',
    'password_resets',
    'codes',
    'oidc_flows',
  ])('%s: for the service alone', async (table) => {
    const read = as(victim, (work) => sql`SELECT * FROM ${sql.table(table)}`.execute(work))
    await expect(read).rejects.toMatchObject(REFUSED)
  })

  test('mails: written, never read', async () => {
    const read = as(victim, (work) => work.selectFrom('mails').select('body').execute())
    await expect(read).rejects.toMatchObject(REFUSED)
    const write = asVisitor((work) =>
      work.insertInto('mails').values({ recipient: 'x', title: 'x', body: 'x' }).execute(),
    )
    await expect(write).rejects.toMatchObject(REFUSED)
  })

  test('enterprises: not read by strangers, visitors and officers of another district, never written', async () => {
    const read = (work: Work) =>
      work.selectFrom('enterprises').select('id').where('id', '=', home).execute()
    expect(await as(stranger, read)).toEqual([])
    expect(await as(officer, read)).toEqual([])
    expect(await asVisitor(read)).toEqual([])
    expect(await as(victim, read)).toHaveLength(1)
    const write = as(victim, (work) =>
      work.updateTable('enterprises').set({ district: '310101' }).where('id', '=', home).execute(),
    )
    await expect(write).rejects.toMatchObject(REFUSED)
  })

  test('memberships: not read, granted, changed or taken back', async () => {
    const id = await membershipOf(victim)
    expect(await as(stranger, (work) => listMembers(work, home))).toEqual([])
    const join = as(stranger, (work) =>
      addMember(work, {
        ...OWNER_RIGHTS,
        enterprise: home,
        account: stranger.account,
        grantedBy: stranger.account,
        today: TODAY,
      }),
    )
    await expect(join).rejects.toMatchObject(REFUSED)
    expect(await as(stranger, (work) => revokeMember(work, id, NOW))).toBe(false)
    expect(await as(stranger, (work) => changeMember(work, id, OWNER_RIGHTS))).toBe(false)
    expect(await as(victim, (work) => listMembers(work, home))).toMatchObject([
      { id, role: 'owner' },
    ])
  })

  test('memberships: nobody grants in another’s name or moves one to another enterprise', async () => {
    const forged = as(victim, (work) =>
      addMember(work, {
        ...OWNER_RIGHTS,
        enterprise: home,
        account: stranger.account,
        grantedBy: officer.account,
        today: TODAY,
      }),
    )
    await expect(forged).rejects.toMatchObject(REFUSED)
    const moved = as(stranger, async (work) =>
      work
        .updateTable('memberships')
        .set({ enterprise: home })
        .where('account', '=', stranger.account)
        .execute(),
    )
    await expect(moved).rejects.toMatchObject(REFUSED)
  })

  test('memberships: finance cannot make itself an owner', async () => {
    const finance = await signInAs(service, {
      memberships: [{ enterprise: home, role: 'finance', scopes: ['read', 'apply'] }],
    })
    const id = await membershipOf(finance)
    expect(await as(finance, (work) => changeMember(work, id, OWNER_RIGHTS))).toBe(false)
    const members = await as(victim, (work) => listMembers(work, home))
    expect(members.find((member) => member.id === id)?.role).toBe('finance')
    const widened = asService((work) =>
      work
        .updateTable('memberships')
        .set({ scopes: ['read', 'members'] })
        .where('id', '=', id)
        .execute(),
    )
    await expect(widened).rejects.toMatchObject({ code: '23514' })
  })

  test('invitations: not read, sent or withdrawn', async () => {
    const invitation = {
      email: 'x@example.com',
      role: 'finance' as const,
      scopes: ['read' as const],
      validUntil: null,
      enterprise: home,
      now: NOW,
      expiresAt: new Date('2099-01-01'),
    }
    const id = await as(victim, (work) =>
      addInvitation(work, { ...invitation, by: victim.account }),
    )
    expect(await as(stranger, (work) => listInvitationsOf(work, home, NOW))).toEqual([])
    const withdrawn = { state: 'withdrawn' as const, now: NOW }
    expect(await as(stranger, (work) => decideInvitation(work, id, withdrawn))).toBe(false)
    const sent = as(stranger, (work) =>
      addInvitation(work, { ...invitation, email: 'y@example.com', by: stranger.account }),
    )
    await expect(sent).rejects.toMatchObject(REFUSED)
  })

  test('claims: read by their makers and officers in reach, decided by the service', async () => {
    await asService((work) =>
      work
        .insertInto('claims')
        .values({ enterprise: home, account: stranger.account, proof: 'officer' })
        .execute(),
    )
    const list = (work: Work) => listOfficeClaims(work, { after: null, limit: 10 })
    const near = await signInAs(service, { posts: [{ duty: 'case-officer', district: '310115' }] })
    expect(await as(officer, list)).toEqual([])
    expect(await as(victim, list)).toEqual([])
    expect(await as(near, list)).toHaveLength(1)
    const decided = as(near, (work) =>
      work.updateTable('claims').set({ state: 'accepted' }).execute(),
    )
    await expect(decided).rejects.toMatchObject(REFUSED)
  })

  test('posts and holders: nobody appoints who does not administer', async () => {
    const post = { agency: 'sheitc', district: null, duty: 'administrator' as const }
    const made = as(officer, (work) => addPost(work, { ...post, name: { zh: 'x', en: 'x' } }))
    await expect(made).rejects.toMatchObject(REFUSED)
    const [held = ''] = officer.posts
    const appointed = as(stranger, (work) =>
      addHolder(work, {
        post: held,
        account: stranger.account,
        kind: 'holder',
        since: TODAY,
        until: null,
      }),
    )
    await expect(appointed).rejects.toMatchObject(REFUSED)
    expect(await as(stranger, (work) => listHolders(work, [held], TODAY))).toEqual([])
    const { posts } = await as(stranger, (work) => findStanding(work, standing(officer)))
    expect(posts).toEqual([])
    const [own] = await asService((work) => listHolders(work, [held], TODAY))
    expect(await as(officer, (work) => endHolder(work, own?.id ?? '', '2099-01-01'))).toBe(false)
    const [after] = await asService((work) => listHolders(work, [held], TODAY))
    expect(after?.until).toBe(null)
  })

  test('audit: read by owners and administrators, never in another’s name, never changed', async () => {
    const write = (account: string, enterprise: string | null) => (work: Work) =>
      audit(work, { account, action: 'account.changed', enterprise })
    await as(victim, write(victim.account, home))
    await as(stranger, write(stranger.account, null))
    await expect(as(stranger, write(stranger.account, home))).rejects.toMatchObject(REFUSED)
    const backdated = as(victim, (work) =>
      work
        .insertInto('audit_events')
        .values({ account: victim.account, action: 'x', enterprise: home, at: NOW })
        .execute(),
    )
    await expect(backdated).rejects.toMatchObject(REFUSED)
    const asNobody = inTransaction(service.platform.database, { kind: 'visitor' }, (work) =>
      audit(work, { account: null, action: 'account.changed' }),
    )
    await expect(asNobody).rejects.toMatchObject(REFUSED)
    const filter = { enterprise: home, account: undefined, action: undefined }
    const list = (work: Work) => listEvents(work, filter, { before: null, limit: 10 })
    expect(await as(stranger, list)).toEqual([])
    expect(await as(officer, list)).toEqual([])
    expect(await as(victim, list)).toHaveLength(1)
    const forged = as(stranger, write(victim.account, null))
    await expect(forged).rejects.toMatchObject(REFUSED)
    const changed = as(victim, (work) =>
      work.updateTable('audit_events').set({ action: 'x' }).execute(),
    )
    await expect(changed).rejects.toMatchObject(REFUSED)
    const removed = as(victim, (work) => work.deleteFrom('audit_events').execute())
    await expect(removed).rejects.toMatchObject(REFUSED)
  })

  test('idempotent answers: a key of another account is another key', async () => {
    const request = { account: victim.account, key: 'k', hash: Buffer.from('x') }
    await as(victim, (work) => takeKey(work, request, NOW))
    const read = (work: Work) => work.selectFrom('idempotent_answers').select('key').execute()
    expect(await as(stranger, read)).toEqual([])
    const forged = as(stranger, (work) => takeKey(work, { ...request, key: 'l' }, NOW))
    await expect(forged).rejects.toMatchObject(REFUSED)
  })
})

test('the database keeps one of two owners who are taken off at the same moment', async () => {
  const one = await signInAs(service, { memberships: [{}] })
  const [enterprise = ''] = one.enterprises
  const two = await signInAs(service, { memberships: [{ enterprise }] })
  const [first, second] = [await membershipOf(one), await membershipOf(two)]
  const { promise: isRevoked, resolve } = Promise.withResolvers<void>()
  const slow = asService(async (work) => {
    await revokeMember(work, first, NOW)
    resolve()
    await wait(100)
  })
  await isRevoked
  const quick = asService((work) => revokeMember(work, second, NOW))
  const ends = await Promise.allSettled([slow, quick])
  expect(ends).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { constraint: 'memberships_last_owner' } },
  ])
})

describe('the database knows the day', () => {
  test.each([
    ['the first day', '2025-09-10', 1],
    ['the day before', '2025-09-09', 0],
    ['the last day', '2025-09-20', 1],
    ['the day after', '2025-09-21', 0],
  ])('a membership on %s', async (_, today, rows) => {
    const guest = await signInAs(service, {
      memberships: [
        {
          enterprise: home,
          role: 'consultant',
          validFrom: '2025-09-10',
          validUntil: '2025-09-20',
        },
      ],
    })
    const actor = { kind: 'account' as const, account: guest.account, today }
    const found = await inTransaction(service.platform.database, actor, (work) =>
      work.selectFrom('enterprises').select('id').where('id', '=', home).execute(),
    )
    expect(found).toHaveLength(rows)
  })

  test.each([
    ['the first day', '2025-09-10', 1],
    ['the day before', '2025-09-09', 0],
    ['the last day', '2025-09-20', 1],
    ['the day after', '2025-09-21', 0],
  ])('a post on %s', async (_, today, rows) => {
    const person = await signInAs(service, {
      posts: [{ duty: 'specialist', since: '2025-09-10', until: '2025-09-20' }],
    })
    const actor = { kind: 'account' as const, account: person.account, today }
    const found = await inTransaction(service.platform.database, actor, (work) =>
      work.selectFrom('enterprises').select('id').where('id', '=', home).execute(),
    )
    expect(found).toHaveLength(rows)
  })
})
