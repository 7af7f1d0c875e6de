import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIALECT_NAMES, SQL_SELECTS } from '@huiqi/population'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT, runCaptured } from '../run-captured.fixture.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'huiqi-sql-'))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

const AWARD = 'four-above-rd-reward'

describe.each(['zh', 'en'] as const)('the SQL in %s (npm run golden:update)', (language) => {
  test.each([
    ['verdict', 'duckdb', []],
    ['counts', 'postgresql', ['--table', 'city.firms', '--create-tables']],
    ['amounts', 'spark', ['--as-of', '2024-06-30', '--submitted-on', '2024-07-15']],
    ['breakdown', 'clickhouse', []],
  ] as const)('%s in %s', async (select, dialect, more) => {
    const args = ['sql', AWARD, '--dialect', dialect, '--select', select, ...more]
    const { out, err, code } = await runCaptured(args, { language })
    expect({ err, code }).toEqual({ err: '', code: 0 })
    await expect(out).toMatchFileSnapshot(`../golden/sql-${select}.${dialect}.${language}.sql`)
  })

  test('the help with its examples', async () => {
    const { out, code } = await runCaptured(['sql', '--help'], { language })
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot(`../golden/help-sql.${language}.txt`)
  })
})

test('the verdicts for DuckDB unless told otherwise', async () => {
  const told = await runCaptured(['sql', AWARD, '--dialect', 'duckdb', '--select', 'verdict'])
  expect(await runCaptured(['sql', AWARD])).toEqual(told)
})

test('DuckDB reads a Parquet file through views, other engines do not', async () => {
  const file = join(FOLDER, 'city.parquet')
  const city = join(FOLDER, 'city')
  const made = ['city', 'generate', '--enterprises', '50', '--as-of', '2025-09-01', '--out', city]
  expect((await runCaptured(made)).code).toBe(0)
  await runCaptured(['city', 'export', city, '--format', 'parquet', '--out', file])
  const { out } = await runCaptured(['sql', AWARD, '--parquet', file, '--table', 'city.firms'])
  expect(out).toContain(`CREATE OR REPLACE VIEW city.firms AS\nSELECT\n  uscc,\n`)
  expect(out).toContain(`FROM read_parquet('${file}');\n\n-- R&D reward`)
  expect(out).toContain(
    '  "enterprise.is_registered_in_shanghai" AS enterprise_is_registered_in_shanghai,',
  )
  const other = await runCaptured(['sql', AWARD, '--parquet', file, '--dialect', 'spark'])
  expect([other.code, other.err]).toEqual([
    2,
    `shanghai/2023-several/${AWARD} has no SQL form: nothing in spark means the same: reading a Parquet file [not-supported]\n`,
  ])
})

test('every dialect and selection is offered', async () => {
  const { out } = await runCaptured(['sql', '--help'])
  const said = out.replaceAll(/\s+/g, ' ')
  expect(said).toContain(`(${DIALECT_NAMES.join(', ')})`)
  expect(said).toContain(`(${SQL_SELECTS.join(', ')})`)
})

test('the statements that make the tables stand once', async () => {
  const args = ['sql', AWARD, '--select', 'table']
  const { out } = await runCaptured(args)
  expect(await runCaptured([...args, '--create-tables'])).toMatchObject({ out })
})

/** A product of more digits than DuckDB keeps exactly. */
const WIDE =
  'last(enterprise.revenue) * (last(enterprise.rd_ratio) * last(enterprise.rd_ratio)) >= yuan(1)'

describe('misuse', () => {
  test.each([
    { name: 'no such measure', args: ['four-above'], said: /There is no measure "four-above"/ },
    {
      name: 'no such dialect',
      args: [AWARD, '--dialect', 'oracle'],
      said: /no "oracle"; it may be duckdb/,
    },
    {
      name: 'no such selection',
      args: [AWARD, '--select', 'all'],
      said: /no "all"; it may be verdict/,
    },
    { name: 'no day', args: [AWARD, '--as-of', 'soon'], said: /"soon" is not a day/ },
    { name: 'no such file', args: [AWARD, '--parquet', 'x.parquet'], said: /x\.parquet does not/ },
    {
      name: 'no Parquet file',
      args: [AWARD, '--parquet', import.meta.filename],
      said: /no Parquet file that can be read/,
    },
    {
      name: 'no name of a table',
      args: [AWARD, '--table', 'x; DROP TABLE y'],
      said: /"x; DROP TABLE y" cannot be the name of a table.*\[bad-name\]/,
    },
  ])('$name', async ({ args, said }) => {
    const { code, out, err } = await runCaptured(['sql', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(said)
  })

  test.each([
    ['en', /has no SQL form: cannot be written exactly in duckdb: .*\[too-wide\]\n$/],
    ['zh', /没有 SQL 写法：在 duckdb 中写不准：.*\[too-wide\]\n$/],
  ] as const)('a rule beyond the numbers of an engine, in %s', async (language, said) => {
    const policies = join(FOLDER, language)
    cpSync(join(ROOT, 'policies'), policies, { recursive: true })
    const file = join(policies, 'shanghai', '2023-several', `${AWARD}.yaml`)
    const text = readFileSync(file, 'utf8')
    const written = text.replace(
      'fact: qualification.high_tech',
      `formula: '${WIDE}'\n      type: boolean`,
    )
    expect(written).not.toBe(text)
    writeFileSync(file, written)
    const { code, out, err } = await runCaptured(['sql', AWARD], { language, policies })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(said)
  })
})
