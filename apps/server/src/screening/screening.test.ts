import { randomUUID } from 'node:crypto'
import { decide, matchEnterprise, situationOf } from '@huiqi/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordChanges } from '../measures/change-repository.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { askAs } from '../testing/asking.fixture.ts'
import { movingClock } from '../testing/moving-clock.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { signInAs } from '../testing/sign-in-as.fixture.ts'
import { enterpriseOf, openExample } from './screening.fixture.ts'

let service: TestApp
const clock = movingClock()
const START = '2025-09-15T04:00:00Z'

beforeAll(async () => {
  service = await openTestApp({ clock })
})

beforeEach(() => clock.set(START))

afterAll(() => service.close())

const EXAMPLES = [
  'precision-instruments.yaml',
  'compute-renter.yaml',
  'renovation.yaml',
  'sensor-maker.yaml',
  'first-four-above.yaml',
]

const clockOf = () => ({ asOf: clock.today(), submittedOn: clock.today() })

const matchOf = async (enterprise: string) =>
  matchEnterprise(
    service.platform.policies.rulebook,
    await enterpriseOf(service, enterprise),
    clockOf(),
  )

interface Shown {
  readonly key: string
  readonly outcome: string
  readonly amount: object | null
  readonly counted: object | null
  readonly reasons: readonly { readonly zh: string; readonly en: string }[]
}

const everyPage = async (
  { ask, base }: { readonly ask: ReturnType<typeof askAs>; readonly base: string },
  query: string,
): Promise<readonly Shown[]> => {
  const all: Shown[] = []
  for (let after: string | null = ''; after !== null; ) {
    const more = after === '' ? '' : `&after=${encodeURIComponent(after)}`
    const { body } = await ask('GET', `${base}/verdicts?limit=7&${query}${more}`)
    all.push(...body.entries)
    after = body.next
  }
  return all
}

describe.each(EXAMPLES)('%s', (name) => {
  test('the verdicts over HTTP are those of the engine, and so is the total', async () => {
    const opened = await openExample(service, name)
    const match = await matchOf(opened.enterprise)
    const { body } = await opened.ask('GET', `${opened.base}/verdicts`)
    const { low, high } = match.combination.total
    expect(body.worth).toEqual({ lowFen: low, highFen: high })
    const expected = [...match.verdicts].map(({ measure, thing, outcome }) => [
      thing === null ? measure.id : `${measure.id}#${thing.id}`,
      outcome,
    ])
    const shown: (readonly [string, string])[] = []
    for (const pile of ['met', 'open', 'unmet']) {
      const entries = await everyPage(opened, `pile=${pile}`)
      shown.push(...entries.map(({ key, outcome }) => [key, outcome] as const))
    }
    expect(shown.toSorted()).toEqual(expected.toSorted())
    expect(body.counts.services).toBe(match.services.length)
    expect(body.counts['not-in-force']).toBe(match.notInForce.length)
    const met = await everyPage(opened, 'pile=met')
    for (const { candidate, counted } of match.combination.chosen) {
      const found = met.find(({ key }) => key === candidate.key)
      const range = counted === null ? null : { lowFen: counted.low, highFen: counted.high }
      expect([candidate.key, found?.counted]).toEqual([candidate.key, range])
    }
  })
})

describe('reasons', () => {
  test('are given when asked for, in both languages', async () => {
    const opened = await openExample(service, 'sensor-maker.yaml')
    const [bare] = await everyPage(opened, 'pile=unmet')
    expect(bare?.reasons).toEqual([])
    for (const pile of ['unmet', 'open']) {
      for (const { reasons, key } of await everyPage(opened, `pile=${pile}&reasons=true`)) {
        expect([key, reasons.length > 0]).toEqual([key, true])
        expect(reasons.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
      }
    }
  })

  test('of one measure stand with value, bound, distance, source and grade', async () => {
    const opened = await openExample(service, 'renovation.yaml')
    const { enterprise, ask, base } = opened
    const rulebook = service.platform.policies.rulebook
    const engine = await enterpriseOf(service, enterprise)
    const id = 'shanghai/2023-several/technical-renovation'
    const measure = rulebook.measures.get(id)
    if (measure === undefined) throw new RangeError(id)
    const [thing = null] = engine.things.project ?? []
    const verdict = decide(measure, situationOf(rulebook, engine, { clock: clockOf(), thing }))
    const { status, body } = await ask('GET', `${base}/verdicts/${id}`)
    expect([status, body.verdict.outcome]).toEqual([200, verdict.outcome])
    interface Node {
      readonly truth: string
      readonly says: object
      readonly parts: readonly Node[]
      readonly asks: object | null
      readonly uses: readonly object[]
    }
    const leaves = (node: Node): readonly Node[] =>
      node.parts.length === 0 ? [node] : node.parts.flatMap(leaves)
    const found = leaves(body.trace)
    expect(found.length).toBeGreaterThan(1)
    expect(found.some(({ asks }) => asks !== null)).toBe(true)
    expect(found.flatMap(({ uses }) => uses)).toContainEqual(
      expect.objectContaining({ fact: 'project.total_investment', source: 'self', grade: 'D' }),
    )
    expect(body.amountRule).toEqual({ zh: expect.any(String), en: expect.any(String) })
    expect((await ask('GET', `${base}/verdicts/nonsense/at-all`)).status).toBe(404)
    const encoded = await ask('GET', `${base}/verdicts/${encodeURIComponent(id)}`)
    expect(encoded.body).toEqual(body)
    expect((await ask('GET', `${base}/verdicts/${id}?thing=${randomUUID()}`)).status).toBe(404)
  })
})

describe('what to do next', () => {
  test('questions, near misses and ladders come with words', async () => {
    const { ask, base } = await openExample(service, 'sensor-maker.yaml')
    const questions = (await ask('GET', `${base}/questions?limit=3`)).body
    expect(questions.entries.length).toBe(3)
    expect(questions.entries[0].measures.length).toBeGreaterThan(0)
    const near = (await ask('GET', `${base}/near-misses?limit=50`)).body
    for (const group of near.entries) {
      expect(group.measures).toBeGreaterThan(0)
      expect(group.entries.length).toBeGreaterThan(0)
    }
    const ladders = (await ask('GET', `${base}/ladders`)).body
    expect(ladders.entries.map(({ id }: { readonly id: string }) => id)).toEqual(['tier', 'growth'])
    expect(ladders.entries[0].rungs.length).toBe(4)
  })
})

describe('what if', () => {
  test('shows the difference and keeps nothing', async () => {
    const { ask, base, enterprise } = await openExample(service, 'precision-instruments.yaml')
    const before = await matchOf(enterprise)
    const { status, body } = await ask('POST', `${base}/what-if`, {
      statements: [{ fact: 'enterprise.on_dishonesty_list', value: '是' }],
    })
    expect(status).toBe(200)
    expect(body.before.worth).toEqual({
      lowFen: before.combination.total.low,
      highFen: before.combination.total.high,
    })
    expect(body.differences.length).toBeGreaterThan(0)
    expect(body.counts).not.toEqual(body.before.counts)
    expect((await ask('GET', `${base}/verdicts`)).body.counts).toEqual(body.before.counts)
    const nothing = await ask('POST', `${base}/what-if`, { statements: [] })
    expect(nothing.body.differences).toEqual([])
  })

  test('supposes things that there are not, and takes values back', async () => {
    const { ask, base } = await openExample(service, 'precision-instruments.yaml')
    const id = randomUUID()
    const { body } = await ask('POST', `${base}/what-if`, {
      things: [{ id, kind: 'project', name: '新线' }],
      statements: [
        { fact: 'project.kind', thing: id, value: 'technical_renovation' },
        { fact: 'project.total_investment', thing: id, value: '5000万元' },
        { fact: 'enterprise.revenue', year: 2024, value: null },
      ],
    })
    const names = body.differences.map(
      ({ thing }: { readonly thing: { readonly name: string } | null }) => thing?.name ?? null,
    )
    expect(names).toContain('新线')
    const wrong = await ask('POST', `${base}/what-if`, {
      statements: [{ fact: 'enterprise.revenue', value: 'viel' }],
    })
    expect([wrong.status, wrong.body.issues[0].path]).toEqual([422, 'body.statements[0].year'])
  })
})

interface Change {
  readonly measure: { readonly id: string }
  readonly from: { readonly outcome: string }
  readonly to: { readonly outcome: string }
  readonly causes: readonly { readonly kind: string; readonly fact?: string }[]
}

describe('changes since the last visit', () => {
  test('a first visit has nothing to compare with; without a change there is none', async () => {
    const { ask, base } = await openExample(service, 'renovation.yaml')
    const first = await ask('GET', `${base}/changes`)
    expect([first.body.since, first.body.entries]).toEqual([null, []])
    await ask('POST', `${base}/visits`)
    const second = (await ask('GET', `${base}/changes`)).body
    expect([second.since, second.entries]).toEqual(['2025-09-15T04:00:00.000Z', []])
  })

  test('a corrected fact is named as the cause, and no other fact that changed', async () => {
    const { ask, base, enterprise } = await openExample(service, 'precision-instruments.yaml')
    await ask('POST', `${base}/visits`)
    const before = await matchOf(enterprise)
    clock.pass(60_000)
    await ask('POST', `${base}/statements`, {
      statements: [
        { fact: 'enterprise.on_dishonesty_list', value: true },
        { fact: 'enterprise.years_in_niche', value: 12 },
      ],
    })
    const { body } = await ask('GET', `${base}/changes`)
    const after = await matchOf(enterprise)
    const simple = (outcome: string) =>
      outcome === 'unknown' || outcome === 'needs-review' ? 'open' : outcome
    const outcomes = (match: typeof before) =>
      new Map(
        match.verdicts.map(({ measure, thing, outcome }) => [
          `${measure.id} ${thing?.id}`,
          simple(outcome),
        ]),
      )
    const [old, now] = [outcomes(before), outcomes(after)]
    const changed = [...now].filter(([key, outcome]) => old.get(key) !== outcome)
    expect(body.entries.length).toBe(changed.length)
    expect(body.entries.length).toBeGreaterThan(0)
    for (const { causes } of body.entries) {
      expect(causes.map(({ kind, fact }: Change['causes'][number]) => [kind, fact])).toEqual([
        ['fact', 'enterprise.on_dishonesty_list'],
      ])
    }
    expect(body.entries[0].causes[0]).toEqual(
      expect.objectContaining({
        from: expect.objectContaining({ zh: '否' }),
        to: expect.objectContaining({ zh: '是' }),
      }),
    )
  })

  test('a new thing, and the day alone, are named as causes', async () => {
    const { ask, base } = await openExample(service, 'precision-instruments.yaml')
    await ask('POST', `${base}/visits`)
    clock.pass(60_000)
    const { body: made } = await ask('POST', `${base}/things`, { kind: 'project', name: '新线' })
    const things = (await ask('GET', `${base}/changes`)).body.entries
    expect(things.length).toBeGreaterThan(0)
    for (const entry of things) {
      expect(entry.thing.id).toBe(made.id)
      expect(entry.causes).toEqual([{ kind: 'thing', name: '新线' }])
    }
    await ask('DELETE', `${base}/things/${made.id}`)
    await ask('POST', `${base}/visits`)
    clock.set('2027-02-01T04:00:00Z')
    const later = await signInAs(service, {
      memberships: [{ enterprise: base.replace('enterprises/', '') }],
    })
    // The visit is of the account that made it: another member has none yet.
    expect((await askAs(service, later)('GET', `${base}/changes`)).body.since).toBeNull()
  })

  test('time that passes is named with both days', async () => {
    const { base, enterprise, person } = await openExample(service, 'precision-instruments.yaml')
    await askAs(service, person)('POST', `${base}/visits`)
    clock.set('2026-08-01T04:00:00Z')
    // The session has run out meanwhile; the account is the same.
    const again = await signInAs(service, { memberships: [{ enterprise }] })
    await service.platform.database
      .updateTable('visits')
      .set({ account: again.account })
      .where('account', '=', person.account)
      .execute()
    const { body } = await askAs(service, again)('GET', `${base}/changes`)
    const dated = body.entries.filter(({ causes }: Change) =>
      causes.some(({ kind }) => kind === 'date'),
    )
    expect(dated.length).toBeGreaterThan(0)
    expect(dated[0].causes).toContainEqual({ kind: 'date', from: '2025-09-15', to: '2026-08-01' })
  })

  test('a rule that was changed is named', async () => {
    const { ask, base } = await openExample(service, 'precision-instruments.yaml')
    await ask('POST', `${base}/visits`)
    clock.pass(60_000)
    await ask('POST', `${base}/statements`, {
      statements: [{ fact: 'enterprise.on_dishonesty_list', value: true }],
    })
    const [first] = (await ask('GET', `${base}/changes`)).body.entries
    await inTransaction(service.platform.database, { kind: 'service' }, (work) =>
      recordChanges(
        work,
        [
          {
            measure: first.measure.id,
            kind: 'changed',
            digest: 'another',
            happenedOn: clock.today(),
          },
        ],
        clock.now(),
      ),
    )
    const { body } = await ask('GET', `${base}/changes`)
    const found = body.entries.find(({ measure }: Change) => measure.id === first.measure.id)
    expect(found.causes[0]).toEqual({ kind: 'rule', change: 'changed', on: '2025-09-15' })
  })
})

describe('other tenants', () => {
  test('learn nothing and change nothing', async () => {
    const { base } = await openExample(service, 'renovation.yaml')
    const routes = [
      ['GET', 'verdicts'],
      ['GET', 'verdicts/shanghai/2023-several/technical-renovation'],
      ['GET', 'questions'],
      ['GET', 'near-misses'],
      ['GET', 'ladders'],
      ['GET', 'changes'],
      ['POST', 'what-if', { statements: [] }],
      ['POST', 'visits'],
    ] as const
    const strangers = [
      await signInAs(service, { memberships: [{}] }),
      await signInAs(service, { posts: [{ duty: 'case-officer', district: '310101' }] }),
    ]
    for (const [method, part, body] of routes) {
      for (const stranger of strangers) {
        const { status } = await askAs(service, stranger)(method, `${base}/${part}`, body)
        expect([part, status]).toEqual([part, 404])
      }
      expect((await askAs(service, null)(method, `${base}/${part}`, body)).status).toBe(401)
    }
    const officer = await signInAs(service, { posts: [{ duty: 'specialist' }] })
    for (const [method, part, body] of routes) {
      const { status } = await askAs(service, officer)(method, `${base}/${part}`, body)
      expect([part, status]).toEqual([part, part === 'visits' ? 403 : 200])
    }
  })
})
