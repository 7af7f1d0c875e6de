import { readFileSync } from 'node:fs'
import path from 'node:path'
import { AuditPage, DemonstrationAnswer, Home, Me } from '@huiqi/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../../tools/repository.ts'
import { type OpenService, openService, TODAY } from './open-service.fixture.ts'
import { type Person, signAllIn } from './people.ts'

let service: OpenService
let people: readonly Person[] = []

beforeAll(async () => {
  service = await openService()
  people = await signAllIn(service.database, service.emails, new Date(`${TODAY}T04:00:00Z`))
}, 120_000)

afterAll(() => service.close())

const askAs = async (name: string, place: string): Promise<unknown> => {
  const headers = people.find((person) => person.name === name)?.headers ?? {}
  const answer = await fetch(`${service.address}/api/v1${place}`, { headers })
  return answer.json()
}

test.each([['owner'], ['finance'], ['consultant'], ['owner2']])(
  '%s has unread letters and sees what changed since the last visit, each with its cause',
  async (name) => {
    const { memberships } = Me.parse(await askAs(name, '/me'))
    const enterprise = memberships[0]?.enterprise.id
    const { unread, changes } = Home.parse(await askAs(name, `/enterprises/${enterprise}/home`))
    expect(unread).toBeGreaterThan(0)
    expect(changes.since).toBe('2025-09-05T09:20:00.000Z')
    expect(changes.entries.length).toBeGreaterThan(0)
    expect(changes.entries.filter(({ causes }) => causes.length === 0)).toEqual([])
  },
)

const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8')

test('the README names those as whom one can sign in, as the start prints them', async () => {
  const { demonstration } = DemonstrationAnswer.parse(await askAs('visitor', '/demonstration'))
  const shown = README.split('\n').flatMap((line) => {
    const [, role, email] = /^ {2}(.+?) {2,}(\S+@\S+)$/.exec(line) ?? []
    return role === undefined || email === undefined ? [] : [{ role, email }]
  })
  const told = demonstration?.signIns.map(({ role, email }) => ({ role: role.en, email }))
  expect(shown).toEqual(told)
  expect(README).toContain(`Everybody's password: ${demonstration?.password}\n`)
})

const HAPPENED = [
  'account.signed-in',
  'claim.accepted',
  'claim.made',
  'claim.refused',
  'consent.given',
  'enterprise.read',
  'fact.declared',
  'import.applied',
  'import.begun',
  'import.confirmed',
  'measure.saved',
  'membership.invitation-accepted',
  'membership.invited',
  'post.appointed',
  'post.created',
  'post.first-administrator',
  'thing.added',
]

test('an administrator reads what happened, all of it in the past', async () => {
  const seen = new Set<string>()
  const days = new Set<string>()
  for (let next: string | null = ''; next !== null; ) {
    const page: AuditPage = AuditPage.parse(
      await askAs('admin', `/audit?limit=100${next === '' ? '' : `&after=${next}`}`),
    )
    for (const { action, at } of page.entries) {
      seen.add(action)
      days.add(at.slice(0, 10))
    }
    next = page.next
  }
  expect([...seen].toSorted()).toEqual(HAPPENED)
  expect([...days].toSorted().at(0)).toBe('2025-08-16')
  expect([...days].every((day) => day <= TODAY)).toBe(true)
})
