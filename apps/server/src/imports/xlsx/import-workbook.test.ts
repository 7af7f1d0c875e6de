import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askAs } from '../../testing/asking.fixture.ts'
import { openTestApp, type TestApp } from '../../testing/open-test-app.fixture.ts'
import { addTestEnterprise, signInAs, type TestSession } from '../../testing/sign-in-as.fixture.ts'
import { testUscc } from '../../testing/test-uscc.fixture.ts'
import { upload } from '../import.fixture.ts'
import { runBatch } from '../run-batch.ts'
import { dayCell, errorCell, workbookOf } from './workbook.fixture.ts'

let service: TestApp
let officer: TestSession
const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-workbooks-'))
const known = [1, 2, 3].map(testUscc)

beforeAll(async () => {
  service = await openTestApp({ environment: { DATA_FOLDER: folder } })
  officer = await signInAs(service, { posts: [{ duty: 'case-officer' }] })
  for (const uscc of known) await addTestEnterprise(service.platform, { uscc })
})

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const ask = (method: 'GET' | 'POST', url: string) => askAs(service, officer)(method, url)

const begin = async (
  content: string | Buffer,
  more: { readonly name: string; readonly query?: string },
) => {
  const { status, body } = await upload(service, officer, { content, ...more })
  expect([status, body.state]).toEqual([201, 'checking'])
  await runBatch(service.platform, body.id)
  return (await ask('GET', `imports/${body.id}`)).body
}

const statementsOf = (batch: string) =>
  service.platform.database
    .selectFrom('statements')
    .select(['enterprise', 'fact', 'year', 'value', 'grade'])
    .where('batch', '=', batch)
    .orderBy('id')
    .execute()

interface NamedIssue {
  readonly line: number | null
  readonly column: string | null
  readonly cell: string | null
  readonly code: string
}

const GOOD = [
  'uscc,企业名称,enterprise.revenue@2024,从业人员 2024,enterprise.district,enterprise.founded_on',
  `${known[0]},甲,8600万元,120,310115,2015-03-01`,
  `${known[1]},甲,100,5,浦东新区,从未`,
  `${known[2]},甲,,7,,`,
].join('\n')

describe('a workbook', () => {
  test('of Excel gives the same batch as the same rows of CSV', async () => {
    const rows = GOOD.split('\n').map((line) => line.split(','))
    const days = new Map([['2015-03-01', dayCell(42_064)]])
    const cells = rows.map((row, at) =>
      row.map((text) => (at === 0 ? text : (days.get(text) ?? (Number(text) || text)))),
    )
    const book = workbookOf({ name: '名单', rows: cells })
    const taken: unknown[] = []
    for (const [name, content, source] of [
      ['facts.csv', GOOD, 'csv'],
      ['facts.xlsx', book, 'xlsx'],
    ] as const) {
      const batch = await begin(content, { name, query: `source=${source}&grade=C` })
      await ask('POST', `imports/${batch.id}/confirm`)
      await runBatch(service.platform, batch.id)
      const { state, rowsInAll, statementsMade, preview } = (
        await ask('GET', `imports/${batch.id}`)
      ).body
      const said = await statementsOf(batch.id)
      taken.push({ state, rowsInAll, statementsMade, preview, said })
    }
    expect(taken[1]).toEqual(taken[0])
    expect(taken[0]).toEqual(expect.objectContaining({ state: 'applied', statementsMade: 9 }))
  })

  test('of Excel has its cells named as Excel names them', async () => {
    const batch = await begin(
      workbookOf({
        name: '企业 名单',
        rows: [
          ['uscc', 'enterprise.revenue@2024', 'enterprise.founded_on'],
          [known[0] ?? '', 'viel', 45_366],
          [known[1] ?? '', errorCell('#DIV/0!'), null],
          [testUscc(99), 1, null],
          [known[0] ?? '', 1, null],
        ],
      }),
      { name: 'facts.xlsx' },
    )
    expect([batch.state, batch.rowsInAll, batch.rowsBad]).toEqual(['refused', 4, 4])
    const { entries } = (await ask('GET', `imports/${batch.id}/issues`)).body
    expect(
      entries.map(({ line, column, cell, code }: NamedIssue) => [line, column, cell, code]),
    ).toEqual([
      [2, 'enterprise.revenue@2024', "'企业 名单'!B2", 'value.money'],
      [2, 'enterprise.founded_on', "'企业 名单'!C2", 'value.date'],
      [3, null, "'企业 名单'!B3", 'xlsx.error'],
      [4, null, "'企业 名单'!4:4", 'import.enterprise-unknown'],
      [5, null, "'企业 名单'!5:5", 'import.uscc-twice'],
    ])
    expect(entries[2].message).toEqual({
      zh: "'企业 名单'!B3 是错误值 #DIV/0!",
      en: "'企业 名单'!B3 is the error #DIV/0!",
    })
  })
})
