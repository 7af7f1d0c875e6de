import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAs } from '../testing/asking.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs } from '../testing/sign-in-as.fixture.ts'
import { testUscc } from '../testing/test-uscc.fixture.ts'

let service: TestApp

beforeAll(async () => {
  service = await openTestApp()
})

afterAll(() => service.close())

const REVENUE = 'enterprise.revenue'

const freshOwner = async () => {
  const person = await signInAs(service, { memberships: [{}] })
  const [enterprise = ''] = person.enterprises
  return { person, ask: askAs(service, person), base: `enterprises/${enterprise}`, enterprise }
}

/** What a register says of an enterprise. */
const register = async (
  enterprise: string,
  said: {
    readonly fact: string
    readonly year?: number | null
    readonly value: string | boolean | null
    readonly source?: string
    readonly grade?: string
  },
) => {
  const { fact, year = null, value, source = 'tax', grade = 'A' } = said
  await service.platform.database
    .insertInto('statements')
    .values({
      enterprise,
      fact,
      year,
      value: value === null ? null : JSON.stringify(value),
      source,
      grade,
    })
    .execute()
}

describe('declaring', () => {
  test('a value is kept as the vocabulary types it, with source, grade, who and when', async () => {
    const { ask, base } = await freshOwner()
    const { status, body } = await ask('POST', `${base}/statements`, {
      statements: [
        { fact: REVENUE, year: 2024, value: '8,600万元' },
        { fact: 'enterprise.has_rd_institution', value: '是' },
        { fact: 'enterprise.niche_market_share', value: '12.5%' },
      ],
    })
    expect(status).toBe(200)
    expect(
      body.entries.map((held: { readonly fact: string; readonly current: object }) => [
        held.fact,
        held.current,
      ]),
    ).toEqual([
      [
        'enterprise.has_rd_institution',
        expect.objectContaining({ value: true, source: 'self', grade: 'D', statedBy: '试验' }),
      ],
      ['enterprise.niche_market_share', expect.objectContaining({ value: '0.125' })],
      [
        REVENUE,
        expect.objectContaining({
          value: '8600000000',
          text: { zh: '8,600 万元', en: 'CNY 86,000,000' },
          statedAt: '2025-09-15T04:00:00.000Z',
        }),
      ],
    ])
  })

  test('every problem is named with its place, and nothing is kept', async () => {
    const { ask, base } = await freshOwner()
    const { status, body } = await ask('POST', `${base}/statements`, {
      statements: [
        { fact: REVENUE, year: 2024, value: '1万元' },
        { fact: REVENUE, year: null, value: '1万元' },
        { fact: 'enterprise.nonsense', value: '1' },
        { fact: 'enterprise.founded_on', value: '2024-02-30' },
        { fact: 'enterprise.district', value: '火星' },
        { fact: REVENUE, year: 2030, value: '1万元' },
        { fact: REVENUE, year: 2024, value: '2万元' },
        { fact: 'project.total_investment', value: '2万元' },
        { fact: 'enterprise.employees', year: 2024, value: '-3' },
      ],
    })
    expect(status).toBe(422)
    expect(
      body.issues.map(({ path, code }: { readonly path: string; readonly code: string }) => [
        path,
        code,
      ]),
    ).toEqual([
      ['body.statements[1].year', 'enterprise.year-needed'],
      ['body.statements[2].fact', 'fact.unknown'],
      ['body.statements[3].value', 'value.date'],
      ['body.statements[4].value', 'value.code'],
      ['body.statements[5].year', 'enterprise.future-year'],
      ['body.statements[6].fact', 'enterprise.fact-twice'],
      ['body.statements[7].thing', 'thing-of-other-kind'],
      ['body.statements[8].value', 'value.count'],
    ])
    expect((await ask('GET', `${base}/facts`)).body).toEqual({ entries: [], next: null, total: 0 })
  })

  test('the last day of a title follows from its first', async () => {
    const { ask, base } = await freshOwner()
    await ask('POST', `${base}/statements`, {
      statements: [{ fact: 'qualification.high_tech.granted_on', value: '2024-02-29' }],
    })
    const { body } = await ask('GET', `${base}/facts`)
    expect(
      body.entries.map(
        ({ fact, current }: { readonly fact: string; readonly current: { value: string } }) => [
          fact,
          current.value,
        ],
      ),
    ).toEqual([
      ['qualification.high_tech.granted_on', '2024-02-29'],
      ['qualification.high_tech.valid_until', '2027-02-27'],
    ])
  })
})

const revenueOf = async (ask: ReturnType<typeof askAs>, base: string) => {
  const { body } = await ask('GET', `${base}/facts`)
  const held = body.entries.find(({ fact }: { readonly fact: string }) => fact === REVENUE)
  return held ?? null
}

const declare = async (ask: ReturnType<typeof askAs>, base: string, value: string | null) => {
  const { body } = await ask('POST', `${base}/statements`, {
    statements: [{ fact: REVENUE, year: 2024, value }],
  })
  return Number(body.statements[0])
}

describe('taking back', () => {
  test('what was said before counts again, or nothing', async () => {
    const { ask, base } = await freshOwner()
    const first = await declare(ask, base, '100')
    const second = await declare(ask, base, '200')
    const undone = await ask('POST', `${base}/statements/${second}/undo`)
    expect([undone.status, undone.body.entries[0].current.value]).toEqual([200, '10000'])
    expect((await ask('POST', `${base}/statements/${first}/undo`)).status).toBe(409)
    const third = await declare(ask, base, null)
    expect(await revenueOf(ask, base)).toBeNull()
    await ask('POST', `${base}/statements/${third}/undo`)
    expect((await revenueOf(ask, base)).current.value).toBe('10000')
    const { body } = await ask('GET', `${base}/facts/${REVENUE}/history?year=2024`)
    expect(body.entries.map(({ value }: { readonly value: string }) => value)).toEqual([
      '10000',
      null,
      '10000',
      '20000',
      '10000',
    ])
    expect(body.total).toBe(5)
  })

  test('the word of a register is not the enterprise’s to take back', async () => {
    const { ask, base, enterprise } = await freshOwner()
    await register(enterprise, { fact: REVENUE, year: 2024, value: '100' })
    const { current } = await revenueOf(ask, base)
    const { status, body } = await ask('POST', `${base}/statements/${current.id}/undo`)
    expect([status, body.code]).toEqual([409, 'conflict'])
  })
})

describe('conflicts', () => {
  test('the better grade counts, then the later word; all are shown', async () => {
    const { ask, base, enterprise } = await freshOwner()
    await register(enterprise, { fact: REVENUE, year: 2024, value: '500', source: 'tax' })
    await declare(ask, base, '7')
    const held = await revenueOf(ask, base)
    expect([held.current.source, held.current.value, held.isInConflict]).toEqual([
      'tax',
      '500',
      true,
    ])
    expect(held.others).toEqual([
      expect.objectContaining({ source: 'self', value: '700', grade: 'D' }),
    ])
    await register(enterprise, {
      fact: REVENUE,
      year: 2024,
      value: '600',
      source: 'statistics',
      grade: 'A',
    })
    expect((await revenueOf(ask, base)).current.source).toBe('statistics')
    await declare(ask, base, '6')
    await register(enterprise, { fact: REVENUE, year: 2024, value: '600', source: 'tax' })
    expect((await revenueOf(ask, base)).isInConflict).toBe(false)
    const { body } = await ask('GET', `${base}/facts?conflicts=true`)
    expect(body.total).toBe(0)
  })
})

describe('things', () => {
  test('are added, stated, renamed and removed with what was said of them', async () => {
    const { ask, base } = await freshOwner()
    const none = await ask('PUT', `${base}/absent-things/project`, { isAbsent: true })
    expect(none.body.absent).toEqual(['project'])
    const made = await ask('POST', `${base}/things`, { kind: 'project', name: '产线改造' })
    expect(made.status).toBe(201)
    const { id } = made.body
    const stated = await ask('POST', `${base}/statements`, {
      statements: [{ fact: 'project.total_investment', thing: id, value: '2000万元' }],
    })
    expect(stated.body.entries[0].thing).toEqual({ id, kind: 'project', name: '产线改造' })
    await ask('PATCH', `${base}/things/${id}`, { name: '智能产线' })
    const { body } = await ask('GET', `${base}/things`)
    expect(body).toEqual({
      entries: [expect.objectContaining({ id, name: '智能产线', facts: 1 })],
      absent: [],
    })
    expect((await ask('PUT', `${base}/absent-things/project`, { isAbsent: true })).status).toBe(409)
    const gone = await ask('DELETE', `${base}/things/${id}`)
    expect(gone.body.entries).toEqual([])
    expect((await ask('GET', `${base}/facts`)).body.total).toBe(0)
    expect((await ask('DELETE', `${base}/things/${id}`)).status).toBe(404)
  })
})

describe('awards and consents', () => {
  test('a benefit received before is declared and taken back', async () => {
    const { ask, base } = await freshOwner()
    const measure = 'shanghai/2023-several/four-above-rd-reward'
    const made = await ask('POST', `${base}/awards`, { measure, grantedOn: '2024-05-01' })
    expect(made.body.entries).toEqual([
      expect.objectContaining({ measure, grantedOn: '2024-05-01', amountFen: null, grade: 'D' }),
    ])
    const late = await ask('POST', `${base}/awards`, { measure, grantedOn: '2025-09-16' })
    expect([late.status, late.body.issues[0].path]).toEqual([422, 'body.grantedOn'])
    const { body } = await ask('DELETE', `${base}/awards/${made.body.entries[0].id}`)
    expect(body.entries).toEqual([])
  })

  test('a consent is given once and withdrawn', async () => {
    const { ask, base } = await freshOwner()
    const url = `${base}/consents/automatic`
    await ask('PUT', url, { isGiven: true })
    const { body } = await ask('PUT', url, { isGiven: true })
    expect(body.entries.map(({ isGiven }: { readonly isGiven: boolean }) => isGiven)).toEqual([
      false,
      true,
      false,
    ])
    expect((await ask('PUT', url, { isGiven: false })).body.entries[1].isGiven).toBe(false)
  })
})

describe('whole files', () => {
  test.each(['yaml', 'json', 'csv'])(
    '%s goes out and comes back without a change',
    async (format) => {
      const uscc = testUscc(format.length * 1000 + format.charCodeAt(0))
      const enterprise = await addTestEnterprise(service.platform, { uscc })
      const person = await signInAs(service, { memberships: [{ enterprise }] })
      const ask = askAs(service, person)
      const base = `enterprises/${enterprise}`
      await register(enterprise, { fact: REVENUE, year: 2024, value: '860000000001' })
      await register(enterprise, { fact: 'enterprise.founded_on', value: 'never' })
      await register(enterprise, { fact: 'enterprise.rd_ratio', year: 2024, value: '0.0512345' })
      await register(enterprise, {
        fact: 'qualification.high_tech.granted_on',
        value: '2023-11-15',
      })
      await register(enterprise, {
        fact: 'qualification.high_tech.valid_until',
        value: '2026-11-14',
      })
      await ask('POST', `${base}/things`, { kind: 'project', name: '产线' })
      await ask('PUT', `${base}/absent-things/loan`, { isAbsent: true })
      const out = await ask('GET', `${base}/export?format=${format}`)
      expect(out.status).toBe(200)
      const draft = await ask('POST', `${base}/drafts`, {
        fileName: `file.${format}`,
        format,
        text: out.text,
      })
      expect(draft.body).toEqual(
        expect.objectContaining({ changes: [], things: [], absent: [], awards: [] }),
      )
    },
  )

  test('a draft changes nothing before it is confirmed, then everything, once', async () => {
    const { ask, base } = await freshOwner()
    await declare(ask, base, '100')
    const text = [
      'facts:',
      '  revenue: { 2024: 200元, 2023: 50元 }',
      'projects:',
      '  - { name: 新线, total_investment: 3000万元 }',
      'loans: none',
    ].join('\n')
    const { status, body: draft } = await ask('POST', `${base}/drafts`, {
      fileName: 'a.yaml',
      format: 'yaml',
      text,
    })
    expect(status).toBe(201)
    expect(draft.changes.map(({ from, to }: { from: object; to: object }) => [from, to])).toEqual([
      [null, expect.anything()],
      [expect.anything(), expect.anything()],
      [null, expect.anything()],
    ])
    expect((await revenueOf(ask, base)).current.value).toBe('10000')
    const done = await ask('POST', `${base}/drafts/${draft.id}/confirm`)
    expect([done.status, done.body.state, done.body.changes]).toEqual([200, 'confirmed', []])
    expect((await ask('GET', `${base}/facts`)).body.total).toBe(3)
    expect((await ask('GET', `${base}/things`)).body.absent).toEqual(['loan'])
    expect((await ask('POST', `${base}/drafts/${draft.id}/confirm`)).status).toBe(409)
  })

  test('a broken file is refused with every place', async () => {
    const { ask, base } = await freshOwner()
    const { status, body } = await ask('POST', `${base}/drafts`, {
      fileName: 'a.yaml',
      format: 'yaml',
      text: 'facts:\n  revenue: { 2024: viel }\n  nonsense: 1\n',
    })
    expect(status).toBe(422)
    expect(
      body.issues.map(({ line, code }: { readonly line: number; readonly code: string }) => [
        line,
        code,
      ]),
    ).toEqual([
      [2, 'value.money'],
      [3, 'fact.unknown'],
    ])
  })
})
