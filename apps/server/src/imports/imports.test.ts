import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAs } from '../testing/asking.fixture.ts'
import { openTestApp, type TestApp } from '../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs, type TestSession } from '../testing/sign-in-as.fixture.ts'
import { testUscc } from '../testing/test-uscc.fixture.ts'
import { upload } from './import.fixture.ts'
import { runBatch } from './run-batch.ts'
import { workbookOf } from './xlsx/workbook.fixture.ts'

let service: TestApp
let officer: TestSession
const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-imports-'))
const known = [1, 2, 3, 4].map(testUscc)
const elsewhere = testUscc(5)
const ids: string[] = []

beforeAll(async () => {
  service = await openTestApp({ environment: { DATA_FOLDER: folder } })
  officer = await signInAs(service, { posts: [{ duty: 'case-officer' }] })
  for (const uscc of known) ids.push(await addTestEnterprise(service.platform, { uscc }))
  ids.push(await addTestEnterprise(service.platform, { uscc: elsewhere, district: '310101' }))
})

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const ask = (
  method: Parameters<ReturnType<typeof askAs>>[0],
  url: string,
  person: TestSession = officer,
) => askAs(service, person)(method, url)

const statementsOf = async (batch: string) =>
  service.platform.database
    .selectFrom('statements')
    .select(['enterprise', 'fact', 'year', 'value', 'source', 'grade'])
    .where('batch', '=', batch)
    .orderBy('id')
    .execute()

const begin = async (content: string | Buffer, more: { name?: string; query?: string } = {}) => {
  const { status, body } = await upload(service, officer, { content, ...more })
  expect([status, body.state]).toEqual([201, 'checking'])
  await runBatch(service.platform, body.id)
  return (await ask('GET', `imports/${body.id}`)).body
}

interface Issue {
  readonly line: number | null
  readonly column: string | null
  readonly code: string
  readonly message: { readonly zh: string; readonly en: string }
}

const issuesOf = async (batch: string): Promise<readonly Issue[]> =>
  (await ask('GET', `imports/${batch}/issues?limit=100`)).body.entries

const HEAD =
  'uscc,企业名称,enterprise.revenue@2024,从业人员 2024,enterprise.district,enterprise.founded_on'

const row = (uscc: string, rest: string) => `${uscc},甲,${rest}`

const GOOD = [
  HEAD,
  row(known[0] ?? '', '8600万元,120,310115,2015-03-01'),
  row(known[1] ?? '', '100,5,浦东新区,从未'),
  row(known[2] ?? '', ',7,,'),
].join('\n')

describe('a sound file', () => {
  test('is shown before it is applied: columns, rows, nothing kept', async () => {
    const batch = await begin(GOOD)
    expect(batch).toEqual(
      expect.objectContaining({ state: 'checked', rowsInAll: 3, rowsDone: 3, rowsBad: 0 }),
    )
    expect(
      batch.preview.columns.map((column: { kind: string; fact: string | null; year: number }) => [
        column.kind,
        column.fact,
        column.year,
      ]),
    ).toEqual([
      ['uscc', null, null],
      ['name', null, null],
      ['fact', 'enterprise.revenue', 2024],
      ['fact', 'enterprise.employees', 2024],
      ['fact', 'enterprise.district', null],
      ['fact', 'enterprise.founded_on', null],
    ])
    expect(batch.preview.rows[0][2]).toBe('8600万元')
    expect(await statementsOf(batch.id)).toEqual([])
  })

  test('is applied with the source and grade of the batch', async () => {
    const batch = await begin(GOOD, { query: 'source=statistics&grade=B' })
    const { body } = await ask('POST', `imports/${batch.id}/confirm`)
    expect(body.state).toBe('applying')
    await runBatch(service.platform, batch.id)
    expect((await ask('GET', `imports/${batch.id}`)).body).toEqual(
      expect.objectContaining({ state: 'applied', statementsMade: 9, endedAt: expect.anything() }),
    )
    const said = await statementsOf(batch.id)
    expect(said.length).toBe(9)
    expect(said[0]).toEqual({
      enterprise: ids[0],
      fact: 'enterprise.revenue',
      year: 2024,
      value: '860000000000'.slice(0, 10),
      source: 'statistics',
      grade: 'B',
    })
    expect((await ask('POST', `imports/${batch.id}/confirm`)).status).toBe(409)
    expect((await ask('POST', `imports/${batch.id}/cancel`)).status).toBe(409)
  })

  test('that says nothing new adds nothing', async () => {
    for (const [made, query] of [
      [9, 'source=register&grade=A'],
      [0, 'source=register&grade=A'],
    ] as const) {
      const batch = await begin(GOOD, { query })
      await ask('POST', `imports/${batch.id}/confirm`)
      await runBatch(service.platform, batch.id)
      expect((await ask('GET', `imports/${batch.id}`)).body.statementsMade).toBe(made)
    }
  })

  test('of Parquet says the same', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'uscc', data: [known[0] ?? '', known[1] ?? ''], type: 'STRING' },
        { name: 'enterprise.revenue.fen@2024', data: [1500n, 2500n], type: 'INT64' },
        { name: 'enterprise.is_listed', data: [true, false], type: 'BOOLEAN' },
      ],
    })
    const batch = await begin(Buffer.from(buffer), {
      name: 'facts.parquet',
      query: 'source=bank&grade=B',
    })
    await ask('POST', `imports/${batch.id}/confirm`)
    await runBatch(service.platform, batch.id)
    expect((await statementsOf(batch.id)).map(({ value }) => value)).toEqual([
      '1500',
      true,
      '2500',
      false,
    ])
  })

  test.each([
    ['营业收入（万元）@2024', '8,600', '8600000000'],
    ['Operating revenue 2024', '86000000', '8600000000'],
    ['2024年营业收入', '8600万', '8600000000'],
    ['revenue.fen@2024', '8600000000', '8600000000'],
  ])('recognises the column %s', async (name, text, value) => {
    const batch = await begin(`uscc,${name}\n${known[3]},"${text}"\n`, {
      query: `source=${encodeURIComponent(name)}&grade=C`,
    })
    expect(await issuesOf(batch.id)).toEqual([])
    await ask('POST', `imports/${batch.id}/confirm`)
    await runBatch(service.platform, batch.id)
    expect((await statementsOf(batch.id))[0]?.value).toBe(value)
  })
})

describe('a faulty file', () => {
  test('has each of its bad rows named with line, column, code and words in both languages', async () => {
    const bad = [
      HEAD,
      row(known[0] ?? '', '8600万元,120,310115,2015-03-01'),
      row(known[1] ?? '', 'viel,5,浦东新区,2024-02-30'),
      row('91310115000000000X', '1,5,310115,2015-03-01'),
      row(testUscc(99), '1,5,310115,2015-03-01'),
      row(known[0] ?? '', '1,5,310115,2015-03-01'),
      row('', '1,5,火星,2015-03-01'),
      `${known[2]},甲,1`,
      row(known[2] ?? '', '1,-5,310115,2015-03-01'),
    ].join('\n')
    const batch = await begin(bad)
    expect([batch.state, batch.rowsInAll, batch.rowsBad]).toEqual(['refused', 8, 7])
    const issues = await issuesOf(batch.id)
    expect(issues.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'enterprise.revenue@2024', 'value.money'],
      [3, 'enterprise.founded_on', 'value.date'],
      [4, 'uscc', 'uscc.check-digit'],
      [5, null, 'import.enterprise-unknown'],
      [6, null, 'import.uscc-twice'],
      [7, 'uscc', 'import.uscc-missing'],
      [7, 'enterprise.district', 'value.code'],
      [8, null, 'csv.cells'],
      [9, '从业人员 2024', 'value.count'],
    ])
    for (const { message } of issues) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(message.en).toMatch(/[a-z]/)
      expect(message.zh + message.en).not.toMatch(/[{}]/)
    }
    expect((await ask('POST', `imports/${batch.id}/confirm`)).status).toBe(409)
    const table = await ask('GET', `imports/${batch.id}/issues?format=csv`)
    expect(table.text.split('\r\n').length).toBe(11)
  })

  test.each([
    [
      'uscc,nonsense,enterprise.revenue@2024,revenue@2024',
      ['import.column-unknown', 'import.column-twice'],
    ],
    ['名称,enterprise.revenue@2024', ['import.no-uscc-column']],
    ['uscc,name', ['import.no-fact-column']],
    ['uscc,enterprise.revenue', ['import.column-year']],
    ['uscc,enterprise.founded_on@2024', ['import.column-no-year']],
    ['uscc,enterprise.revenue@2031', ['import.column-future-year']],
    ['uscc,project.total_investment', ['import.column-of-things']],
  ])('with the columns %s is refused', async (head, codes) => {
    const batch = await begin(`${head}\n${known[0]}${',1'.repeat(head.split(',').length - 1)}\n`)
    expect(batch.state).toBe('refused')
    expect((await issuesOf(batch.id)).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['nothing.csv', '', 'file.format'],
    ['none.xlsx', 'something else', 'file.format'],
    ['cut.xlsx', workbookOf({ name: 'a', rows: [['uscc']] }).subarray(0, 500), 'file.truncated'],
    ['head.csv', 'uscc,enterprise.revenue@2024\n', 'import.no-rows'],
    ['cut.parquet', 'PAR1 and no end of it', 'file.truncated'],
    ['none.parquet', 'something else, quite long', 'file.format'],
    ['latin.csv', Buffer.from([0x75, 0xff, 0xfe, 0x0a]), 'file.encoding'],
  ])('%s is refused', async (name, content, code) => {
    const batch = await begin(content, { name })
    expect(batch.state).toBe('refused')
    expect((await issuesOf(batch.id)).map((issue) => issue.code)).toEqual([code])
  })

  test('of another kind, or none, is not taken at all', async () => {
    const { status, body } = await upload(service, officer, { name: 'a.exe', content: 'x' })
    expect([status, body.issues[0].code]).toEqual([422, 'import-format'])
    const none = await ask('POST', 'imports?source=tax&grade=A')
    expect([none.status, none.body.issues[0].code]).toEqual([422, 'import-no-file'])
    const wrong = await upload(service, officer, { content: GOOD, query: 'grade=Z' })
    expect(wrong.body.issues.map(({ path: place }: { readonly path: string }) => place)).toEqual([
      'querystring.source',
      'querystring.grade',
    ])
  })
})

describe('the same file sent again under its key', () => {
  const send = (key: string, content: string, more: { name?: string; boundary?: string } = {}) =>
    upload(service, officer, { content, key, ...more })

  test('is taken in once, however the form is cut; another file is refused', async () => {
    const first = await send('form', GOOD)
    expect(first.status).toBe(201)
    expect(await send('form', GOOD, { boundary: 'another-boundary' })).toEqual(first)
    const changed = GOOD.replace('8600', '8601')
    expect(changed.length).toBe(GOOD.length)
    for (const other of [send('form', changed), send('form', GOOD, { name: 'other.csv' })]) {
      const { status, body } = await other
      expect([status, body.code, body.detail]).toEqual([409, 'conflict', expect.any(String)])
    }
    expect((await send('form-2', changed)).body.id).not.toBe(first.body.id)
  })

  test('is refused again where it was refused', async () => {
    const first = await send('refused', GOOD, { name: 'a.exe' })
    expect(first.status).toBe(422)
    expect(await send('refused', GOOD, { name: 'a.exe' })).toEqual(first)
  })
})

describe('all or nothing', () => {
  test('a failure at the last row leaves nothing of the rows before', async () => {
    const lost = await addTestEnterprise(service.platform, { uscc: testUscc(50) })
    const batch = await begin(
      `uscc,enterprise.revenue@2024\n${known[0]},77\n${known[1]},78\n${testUscc(50)},79\n`,
    )
    await ask('POST', `imports/${batch.id}/confirm`)
    await service.platform.database.deleteFrom('enterprises').where('id', '=', lost).execute()
    await runBatch(service.platform, batch.id)
    const after = (await ask('GET', `imports/${batch.id}`)).body
    expect([after.state, after.statementsMade]).toEqual(['refused', null])
    expect((await issuesOf(batch.id)).map(({ line, code }) => [line, code])).toEqual([
      [4, 'import.enterprise-unknown'],
    ])
    expect(await statementsOf(batch.id)).toEqual([])
  })

  test('a batch whose file is gone fails, and can be tried again', async () => {
    const batch = await begin(GOOD)
    await ask('POST', `imports/${batch.id}/confirm`)
    const files = path.join(folder, 'files')
    const kept = readdirSync(files)
    rmSync(files, { recursive: true })
    await runBatch(service.platform, batch.id)
    expect(kept.length).toBeGreaterThan(0)
    expect((await ask('GET', `imports/${batch.id}`)).body.state).toBe('failed')
    expect((await ask('POST', `imports/${batch.id}/retry`)).body.state).toBe('checking')
  })

  test('a cancelled batch is never applied', async () => {
    const batch = await begin(GOOD)
    await ask('POST', `imports/${batch.id}/confirm`)
    expect((await ask('POST', `imports/${batch.id}/cancel`)).body.state).toBe('cancelled')
    await runBatch(service.platform, batch.id)
    expect((await ask('GET', `imports/${batch.id}`)).body.state).toBe('cancelled')
    expect(await statementsOf(batch.id)).toEqual([])
  })
})

describe('reach', () => {
  test('an officer of a district imports for the district, and only for it', async () => {
    const local = await signInAs(service, {
      posts: [{ duty: 'case-officer', district: '310115' }],
    })
    const content = `uscc,enterprise.revenue@2024\n${known[0]},5\n${elsewhere},6\n`
    const city = await upload(service, local, { content })
    expect(city.status).toBe(403)
    const { body } = await upload(service, local, {
      content,
      query: 'source=tax&grade=A&district=310115',
    })
    await runBatch(service.platform, body.id)
    const { entries } = (await ask('GET', `imports/${body.id}/issues`, local)).body
    expect(entries.map(({ line, code }: Issue) => [line, code])).toEqual([
      [3, 'import.enterprise-unknown'],
    ])
  })

  test('new enterprises are taken in where that is asked for', async () => {
    const uscc = testUscc(60)
    const content = `uscc,name,所在区,enterprise.revenue@2024\n${uscc},新公司,浦东新区,5\n`
    const batch = await begin(content, { query: 'source=register&grade=A&addsEnterprises=true' })
    await ask('POST', `imports/${batch.id}/confirm`)
    await runBatch(service.platform, batch.id)
    const found = (await ask('GET', `enterprises?text=${uscc}`)).body.entries
    expect(found).toEqual([
      expect.objectContaining({
        uscc,
        name: '新公司',
        district: expect.objectContaining({ id: '310115' }),
      }),
    ])
  })

  test('nobody else sees or moves a batch', async () => {
    const batch = await begin(GOOD)
    const others = [
      await signInAs(service, { memberships: [{}] }),
      await signInAs(service, { posts: [{ duty: 'case-officer' }] }),
      await signInAs(service, { posts: [{ duty: 'supervisor' }] }),
    ]
    for (const other of others) {
      expect((await upload(service, other, { content: GOOD })).status).toBe(
        other === others[1] ? 201 : 403,
      )
      for (const [method, url] of [
        ['GET', `imports/${batch.id}`],
        ['GET', `imports/${batch.id}/issues`],
        ['POST', `imports/${batch.id}/confirm`],
        ['POST', `imports/${batch.id}/cancel`],
        ['POST', `imports/${batch.id}/retry`],
      ] as const) {
        expect([url, (await ask(method, url, other)).status]).toEqual([url, 404])
      }
      const list = (await ask('GET', 'imports', other)).body.entries
      expect(list.some(({ id }: { readonly id: string }) => id === batch.id)).toBe(false)
    }
    const administrator = await signInAs(service, { posts: [{ duty: 'administrator' }] })
    expect((await ask('GET', `imports/${batch.id}`, administrator)).status).toBe(200)
    expect((await askAs(service, null)('GET', 'imports')).status).toBe(401)
  })
})
