import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBatch } from '../imports/batch-repository.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import { findVisit, keepVisit } from '../screening/visit-repository.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { listMessages, markRead } from '../workspace/message-repository.ts'
import { dropSaved, keepSaved, listSaved } from '../workspace/saved-repository.ts'
import { giveConsent, listConsents, withdrawConsent } from './consent-repository.ts'
import { addDraft, endDraft, findDraft } from './draft-repository.ts'
import { findEnterprise, searchEnterprises } from './enterprise-repository.ts'
import {
  addAbsence,
  addAward,
  addOwnStatements,
  addThing,
  removeThing,
  renameThing,
  selectAbsent,
  selectAwards,
  selectLatestStatements,
  selectThings,
  takeAwardBack,
} from './file-repository.ts'

const AT = new Date('2025-09-15T04:00:00Z')
const REFUSED = { code: '42501' }
const FACT = { thing: null, fact: 'enterprise.revenue', year: 2024, value: '1' }

let service: TestApp
let owner: TestSession
let stranger: TestSession
let foreignOfficer: TestSession
let officer: TestSession
let home = ''
let thing = ''
let award = ''
let draft = ''
let batch = ''

const as = <Answer>(person: TestSession, work: (transaction: Work) => Promise<Answer>) =>
  inTransaction(service.platform.database, person.actor, work)

beforeAll(async () => {
  service = await openTestApp()
  owner = await signInAs(service, { memberships: [{}] })
  stranger = await signInAs(service, { memberships: [{}] })
  foreignOfficer = await signInAs(service, {
    posts: [{ duty: 'case-officer', district: '310101' }],
  })
  officer = await signInAs(service, { posts: [{ duty: 'case-officer', district: '310115' }] })
  home = owner.enterprises[0] ?? ''
  const by = { enterprise: home, account: owner.account, at: AT }
  await as(owner, async (work) => {
    await addOwnStatements(work, by, [FACT])
    thing = await addThing(work, { ...by, kind: 'project', name: 'x' })
    award = await addAward(work, { ...by, measure: 'm', grantedOn: '2024-01-01', amountFen: 1 })
    draft = await addDraft(work, { ...by, fileName: 'f', format: 'yaml', text: 't' })
    await addAbsence(work, { ...by, kind: 'loan' })
    await giveConsent(work, { ...by, purpose: 'match' })
    await keepSaved(work, { ...by, measure: 'm', isFollowed: true, note: 'secret', change: 0 })
    await keepVisit(work, { ...by, day: '2025-09-15', change: 0, statement: 0, outcomes: {} })
  })
  const { database } = service.platform
  await database
    .insertInto('messages')
    .values({ enterprise: home, kind: 'other', params: '{}' })
    .execute()
  const made = await database
    .insertInto('import_batches')
    .values({
      file_name: 'f',
      format: 'csv',
      bytes: 1,
      source: 's',
      grade: 'A',
      state: 'checked',
      file_key: 'k',
      begun_by: officer.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  batch = made.id
})

afterAll(() => service.close())

const looks: Readonly<Record<string, (work: Work) => Promise<number>>> = {
  enterprises: async (work) =>
    (await searchEnterprises(work, { text: null, ids: [home], after: null, limit: null })).total,
  enterprise: async (work) => ((await findEnterprise(work, home)) === undefined ? 0 : 1),
  statements: async (work) => (await selectLatestStatements(work, home).execute()).length,
  things: async (work) => (await selectThings(work, home).execute()).length,
  absences: async (work) => (await selectAbsent(work, home).execute()).length,
  awards: async (work) => (await selectAwards(work, home).execute()).length,
  consents: async (work) => (await listConsents(work, home)).length,
}

const inside: Readonly<Record<string, (work: Work) => Promise<number>>> = {
  drafts: async (work) =>
    (await findDraft(work, { enterprise: home, id: draft })) === undefined ? 0 : 1,
  saved: async (work) =>
    (await listSaved(work, { enterprise: home, isFollowedOnly: false, after: null, limit: 9 }))
      .total,
  messages: async (work) =>
    (await listMessages(work, { enterprise: home, isUnreadOnly: false, before: null, limit: 9 }))
      .total,
  visits: async (work) => ((await findVisit(work, home, owner.account)) === undefined ? 0 : 1),
}

describe('the database itself, although nobody else checks', () => {
  test.each(Object.keys(looks))('%s are read by members and those who reach them', async (part) => {
    const look = looks[part] ?? (() => Promise.resolve(-1))
    expect(await as(owner, look)).toBe(1)
    expect(await as(officer, look)).toBe(1)
    expect(await as(stranger, look)).toBe(0)
    expect(await as(foreignOfficer, look)).toBe(0)
    expect(
      await inTransaction(service.platform.database, { kind: 'visitor' }, look).catch(() => 0),
    ).toBe(0)
  })

  test.each(Object.keys(inside))('%s are read by members alone', async (part) => {
    const look = inside[part] ?? (() => Promise.resolve(-1))
    expect(await as(owner, look)).toBe(1)
    expect(await as(officer, look)).toBe(0)
    expect(await as(stranger, look)).toBe(0)
  })

  test('a batch is read by who began it', async () => {
    expect(await as(officer, (work) => findBatch(work, batch))).not.toBeNull()
    expect(await as(foreignOfficer, (work) => findBatch(work, batch))).toBeNull()
    expect(await as(owner, (work) => findBatch(work, batch))).toBeNull()
  })

  test.each(['stranger', 'officer'])('a %s adds nothing to another’s file', async (who) => {
    const person = who === 'officer' ? officer : stranger
    const by = { enterprise: home, account: person.account, at: AT }
    const additions: readonly ((work: Work) => Promise<unknown>)[] = [
      (work) => addOwnStatements(work, by, [FACT]),
      (work) => addThing(work, { ...by, kind: 'project', name: 'y' }),
      (work) => addAward(work, { ...by, measure: 'm', grantedOn: '2024-01-01', amountFen: 1 }),
      (work) => addDraft(work, { ...by, fileName: 'f', format: 'yaml', text: 't' }),
      (work) => addAbsence(work, { ...by, kind: 'hire' }),
      (work) => giveConsent(work, { ...by, purpose: 'automatic' }),
      (work) => keepSaved(work, { ...by, measure: 'n', isFollowed: true, note: '', change: 0 }),
      (work) =>
        keepVisit(work, { ...by, day: '2025-09-15', change: 0, statement: 0, outcomes: {} }),
    ]
    for (const add of additions) await expect(as(person, add)).rejects.toMatchObject(REFUSED)
  })

  test.each(['stranger', 'officer'])('a %s changes nothing of it', async (who) => {
    const person = who === 'officer' ? officer : stranger
    const at = { enterprise: home, id: thing }
    const changes: readonly ((work: Work) => Promise<boolean | number>)[] = [
      (work) => renameThing(work, at, 'z'),
      (work) => removeThing(work, at, AT),
      (work) => takeAwardBack(work, { enterprise: home, id: award }, AT),
      (work) => endDraft(work, { enterprise: home, id: draft }, { state: 'confirmed', at: AT }),
      (work) => withdrawConsent(work, { enterprise: home, purpose: 'match', at: AT }),
      (work) => dropSaved(work, home, 'm'),
      (work) => markRead(work, { enterprise: home, ids: null, at: AT }),
    ]
    for (const change of changes) expect(Number(await as(person, change))).toBe(0)
  })

  test('an owner declares, and never speaks for another source', async () => {
    const insert = (said: object) => (work: Work) =>
      work
        .insertInto('statements')
        .values({
          enterprise: home,
          fact: 'enterprise.revenue',
          year: 2024,
          value: '"1"',
          source: 'self',
          grade: 'D',
          stated_by: owner.account,
          ...said,
        })
        .execute()
    for (const said of [
      { source: 'tax' },
      { grade: 'A' },
      { stated_by: officer.account },
      { batch },
    ]) {
      await expect(as(owner, insert(said))).rejects.toMatchObject(REFUSED)
    }
    const update = (work: Work) =>
      work.updateTable('statements').set({ value: '"2"' }).where('enterprise', '=', home).execute()
    await expect(as(owner, update)).rejects.toMatchObject(REFUSED)
    await expect(
      inTransaction(service.platform.database, { kind: 'service' }, update),
    ).rejects.toMatchObject(REFUSED)
  })

  test('a thing of one enterprise takes no statement of another', async () => {
    const other = await addTestEnterprise(service.platform)
    const forged = service.platform.database
      .insertInto('statements')
      .values({ enterprise: other, thing, fact: 'project.kind', source: 'self', grade: 'D' })
      .execute()
    await expect(forged).rejects.toMatchObject({ code: '23503' })
  })
})
