import { exact, isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { DIALECT_NAMES } from './dialect.ts'
import { type MeasureSqlRequest, measureSql, SQL_SELECTS } from './measure-sql.ts'
import {
  atLeast,
  group,
  holds,
  is,
  leaf,
  measure,
  rulebookWith,
} from './testing/sample-rulebook.ts'

const CLOCK = { asOf: isoDate('2025-06-01'), submittedOn: isoDate('2025-06-01') }
const REQUEST: MeasureSqlRequest = {
  dialect: 'postgresql',
  clock: CLOCK,
  select: 'verdict',
  language: 'en',
}

const LISTED = leaf('enterprise.is_listed', is(true))

const of = (
  eligible: Parameters<typeof measure>[1],
  request: Partial<MeasureSqlRequest> = {},
  rest: Parameters<typeof measure>[2] = {},
) => measureSql(rulebookWith(measure('m', eligible, rest)), 'm', { ...REQUEST, ...request })

const textOf = (found: ReturnType<typeof of>): string => {
  if (found.ok) return found.sql
  throw new Error(found.refusal.what)
}

describe('refusals', () => {
  const wide = holds(
    'last(enterprise.revenue) * (last(enterprise.rd_ratio) * last(enterprise.rd_ratio)) >= yuan(1)',
  )

  test.each([
    ['duckdb', false],
    ['spark', false],
    ['clickhouse', true],
    ['postgresql', true],
  ] as const)('a product beyond 38 digits in %s has a form: %s', (dialect, isAccepted) => {
    const found = of(wide, { dialect })
    expect(found.ok || found.refusal.code).toBe(isAccepted || 'too-wide')
  })

  test('a name that PostgreSQL would cut', () => {
    const name = `enterprise.${'long_'.repeat(11)}name`
    const what = name.replace('.', '_')
    expect(of(leaf(name, is(true)))).toEqual({
      ok: false,
      refusal: { code: 'name-too-long', what },
    })
  })

  test.each(['x; DROP TABLE y', 'a b', "x'", '1x', 'a.', ''])('the table %j', (table) => {
    expect(of(LISTED, { table })).toEqual({ ok: false, refusal: { code: 'bad-name', what: table } })
  })

  test('the day that stands for never', () => {
    const never = leaf('enterprise.founded_on', is('9999-12-31'))
    expect(of(never)).toEqual({
      ok: false,
      refusal: { code: 'not-supported', what: 'the day 9999-12-31' },
    })
  })

  test('a measure that does not exist is an error of the caller', () => {
    expect(() => measureSql(rulebookWith(), 'm', REQUEST)).toThrow(RangeError)
  })
})

describe('the whole query', () => {
  test('a rule of one condition', () => {
    expect(textOf(of(LISTED, { table: 'city.firms' }))).toBe(
      [
        '-- m (m)',
        '-- sample · art-1 · in force from 2025-01-01 to no end',
        '-- Facts and titles as of 2025-06-01; rules and years as of 2025-06-01, the day of submission.',
        'WITH facts AS (',
        "  -- The facts that the rule reads: NULL where not known, money in fen, '9999-12-31' for never.",
        '  SELECT',
        '    uscc,',
        '    enterprise_is_listed  -- enterprise.is_listed',
        '  FROM city.firms',
        '  OFFSET 0',
        '),',
        'conditions AS (',
        '  -- Every condition: TRUE holds, FALSE fails, NULL cannot be told yet.',
        '  SELECT',
        '    s.*,',
        '    -- art-1 · enterprise.is_listed (eligible)',
        '    enterprise_is_listed AS c1',
        '  FROM facts AS s',
        '  OFFSET 0',
        '),',
        'rule AS (',
        '  -- All conditions together.',
        '  SELECT',
        '    s.*,',
        '    c1 AS eligible',
        '  FROM conditions AS s',
        '  OFFSET 0',
        '),',
        'verdicts AS (',
        '  -- Open answers: unknown for want of a fact or of the text, needs-review where only an officer',
        '  --   can say.',
        '  SELECT',
        '    s.*,',
        "    CASE WHEN eligible THEN 'met' WHEN NOT eligible THEN 'unmet' ELSE 'unknown' END AS verdict",
        '  FROM rule AS s',
        '  OFFSET 0',
        ')',
        'SELECT uscc, verdict',
        'FROM verdicts;',
        '',
      ].join('\n'),
    )
  })

  test('an open judgement needs review', () => {
    const text = textOf(of(leaf('enterprise.is_sound', is(true))))
    expect(text).toContain("ELSE 'needs-review' END AS verdict")
  })

  test('before the first day nobody is answered otherwise', () => {
    const early = { asOf: isoDate('2024-12-31'), submittedOn: isoDate('2024-12-31') }
    expect(textOf(of(LISTED, { clock: early }))).toContain("'not-in-force' AS verdict")
  })

  test('without a rule every answer is unknown', () => {
    expect(textOf(of(null))).toContain("'unknown' AS verdict")
  })

  test('a thing comes with the facts of its enterprise', () => {
    const about = { about: 'project' } as const
    const text = textOf(
      of(group(LISTED, leaf('project.investment', atLeast(exact(100)))), {}, about),
    )
    expect(text).toContain('e.enterprise_is_listed AS enterprise_is_listed')
    expect(text).toContain('t.project_investment AS project_investment')
    expect(text).toContain('LEFT JOIN enterprises AS e ON e.uscc = t.uscc')
    expect(text).toContain('SELECT uscc, thing_id, verdict')
  })

  test('a fact about a thing is not known where the measure is about the enterprise', () => {
    const found = of(leaf('project.investment', atLeast(exact(1))))
    expect(found.ok && found.columns).toEqual([])
  })

  test('a column that the table lacks is not read', () => {
    const ratio = leaf('enterprise.rd_ratio@last', atLeast(exact(3, 100)))
    const columns = new Set(['enterprise_rd_spending_2024', 'enterprise_revenue_2024'])
    const text = textOf(of(ratio, { columns }))
    expect(text).not.toContain('enterprise_rd_ratio_2024 IS NOT NULL')
    expect(text).toContain('enterprise_rd_ratio_2024_n * 100 >= 3 * enterprise_revenue_2024 AS c1')
  })

  test.each(
    DIALECT_NAMES.flatMap((dialect) => SQL_SELECTS.map((select) => [dialect, select] as const)),
  )('in %s, %s has no line end with blanks and no comma before FROM', (dialect, select) => {
    const amount = { kind: 'fixed', value: { kind: 'literal', value: exact(7) } } as const
    const text = textOf(of(group(), { dialect, select, by: ['enterprise.industry'] }, { amount }))
    expect(text).not.toMatch(/[ \t]$/m)
    expect(text).not.toMatch(/,\s*\n\s*FROM/)
  })
})
