import { isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { DIALECT_NAMES, DIALECTS } from './dialect.ts'
import { layout, printFlat, remark } from './print-sql.ts'
import { RefusedError } from './refusal.ts'
import type { Sql } from './sql-node.ts'
import { all, any, column, comparison, not, oneOf } from './truth-sql.ts'

const a = column('a')
const b = column('b')
const c = column('c')
const integer = (value: bigint): Sql => ({ kind: 'integer', value })
const joined = (kind: 'sum' | 'difference' | 'product', left: Sql, right: Sql): Sql => ({
  kind,
  left,
  right,
  bits: 20,
})

test.each([
  ['AND within OR', any(all(a, b), c), '(a AND b) OR c'],
  ['OR within AND', all(any(a, b), c), '(a OR b) AND c'],
  ['NOT of a group', not(any(a, b)), 'NOT (a OR b)'],
  ['a sum within a product', joined('product', joined('sum', a, b), c), '(a + b) * c'],
  [
    'a difference of a difference',
    joined('difference', a, joined('difference', b, c)),
    'a - (b - c)',
  ],
  ['a negative number', joined('product', a, integer(-3n)), 'a * (-3)'],
  ['a comparison of sums', comparison('>=', joined('sum', a, b), c), 'a + b >= c'],
  ['a truth that is open', { kind: 'is-null', operand: all(a, b) } as const, '(a AND b) IS NULL'],
  ['a quote in a text', { kind: 'text', value: "it's" } as const, "'it''s'"],
])('%s', (_, sql, expected) => {
  expect(printFlat(sql, DIALECTS.postgresql)).toBe(expected)
})

const inEvery = (sql: Sql): readonly string[] =>
  DIALECT_NAMES.map((name) => printFlat(sql, DIALECTS[name]))

describe('what dialects spell in their own way', () => {
  test.each<readonly [string, Sql, readonly string[]]>([
    [
      'a day',
      { kind: 'date', value: isoDate('2025-01-31') },
      ["DATE '2025-01-31'", "DATE '2025-01-31'", "DATE '2025-01-31'", "toDate32('2025-01-31')"],
    ],
    [
      'never',
      { kind: 'date', value: 'never' },
      ["DATE '9999-12-31'", "DATE '9999-12-31'", "DATE '9999-12-31'", "toDate32('2299-12-31')"],
    ],
    [
      'a membership that is open where the value is',
      oneOf(a, ['x', 'y']),
      [
        "a IN ('x', 'y')",
        "a IN ('x', 'y')",
        "a IN ('x', 'y')",
        "if(a IS NULL, NULL, a IN ('x', 'y'))",
      ],
    ],
    [
      'a quotient of whole numbers',
      { kind: 'quotient', left: a, right: b, bits: 20 },
      ['(a // b)', 'DIV(a, b)', '(a DIV b)', 'intDiv(a, b)'],
    ],
    [
      'a decimal in millionths',
      { kind: 'millionths', operand: a },
      [
        'CAST(CAST(a AS DECIMAL(38, 6)) * 1000000 AS BIGINT)',
        'CAST(a * 1000000 AS BIGINT)',
        'CAST(a * 1000000 AS BIGINT)',
        'toInt64(toDecimal128(a, 6) * 1000000)',
      ],
    ],
    [
      'a number beyond 64 bits',
      integer(2n ** 65n),
      [String(2n ** 65n), String(2n ** 65n), String(2n ** 65n), `toInt256('${2n ** 65n}')`],
    ],
    [
      'the widest whole number',
      { kind: 'cast', type: 'wide', operand: a },
      [
        'CAST(a AS HUGEINT)',
        'CAST(a AS NUMERIC)',
        'CAST(a AS DECIMAL(38, 0))',
        'CAST(a AS Nullable(Int256))',
      ],
    ],
    [
      'months added',
      { kind: 'add-months', date: a, months: 3 },
      [
        'CAST(a + INTERVAL (3) MONTH AS DATE)',
        "CAST(a + INTERVAL '3 months' AS DATE)",
        'ADD_MONTHS(a, 3)',
        'addMonths(a, 3)',
      ],
    ],
    [
      'days between',
      { kind: 'days-between', from: a, to: b },
      ['(b - a)', '(b - a)', 'DATEDIFF(b, a)', "dateDiff('day', a, b)"],
    ],
    [
      'a whole number of 32 bits',
      integer(4_294_967_295n),
      ['4294967295', '4294967295', '4294967295', '4294967295'],
    ],
    [
      'a longer one, which ClickHouse would take for one without a sign',
      integer(4_294_967_296n),
      ['4294967296', '4294967296', '4294967296', "toInt64('4294967296')"],
    ],
    [
      'one beyond 64 bits',
      integer(-(2n ** 63n)),
      [...Array(3).fill('-9223372036854775808'), "toInt256('-9223372036854775808')"],
    ],
    [
      'a backslash in a text',
      { kind: 'text', value: 'a\\b' },
      ["'a\\b'", "'a\\b'", "'a\\\\b'", "'a\\\\b'"],
    ],
  ])('%s', (_, sql, expected) => {
    expect(inEvery(sql)).toEqual(expected)
  })
})

test.each([
  ['duckdb', 127],
  ['spark', 127],
  ['clickhouse', 255],
] as const)('%s refuses a number that may need %i bits', (dialect, bits) => {
  const sql: Sql = { kind: 'product', left: a, right: b, bits }
  expect(() => printFlat(sql, DIALECTS[dialect])).toThrow(RefusedError)
  expect(printFlat({ ...sql, bits: bits - 1 }, DIALECTS[dialect])).toBe('a * b')
})

test('PostgreSQL refuses no width', () => {
  const sql: Sql = { kind: 'product', left: a, right: b, bits: 10_000 }
  expect(printFlat(sql, DIALECTS.postgresql)).toBe('a * b')
})

describe('lines', () => {
  const long = Array.from({ length: 30 }, (_, at) => `code-${at}`)
  const at = { dialect: DIALECTS.postgresql, indent: 4 }

  test('what fits stays on one line', () => {
    expect(layout(all(a, b), at)).toBe('a AND b')
  })

  test('a group with a remark is broken', () => {
    const noted: Sql = { kind: 'noted', operand: any(b, c), note: 'one of them' }
    expect(layout(all(a, noted), at)).toBe('a\n-- one of them\nAND (b OR c)')
  })

  test('a long list fills its lines', () => {
    const lines = layout(oneOf(a, long), at).split('\n')
    expect(lines[0]).toBe('a IN (')
    expect(lines.at(-1)).toBe(')')
    expect(lines.every((line) => line.length <= 96)).toBe(true)
  })

  test('a CASE has a line for each branch', () => {
    const branches = long.slice(0, 6).map((text) => ({
      when: comparison('=', a, { kind: 'text', value: text }),
      gives: b,
    }))
    const lines = layout({ kind: 'case', branches, otherwise: c }, at).split('\n')
    expect(lines).toEqual([
      'CASE',
      ...long.slice(0, 6).map((text) => `  WHEN a = '${text}' THEN b`),
      '  ELSE c',
      'END',
    ])
  })
})

test.each([
  ['plain', 'one', '-- one'],
  [
    'a line break cannot end the comment',
    'one\nDROP TABLE x\u2028y',
    '-- one\n-- DROP TABLE x\n-- y',
  ],
  [
    'a long text wraps',
    `${'word '.repeat(25)}end`,
    `-- ${'word '.repeat(18).trim()}\n--   ${'word '.repeat(7)}end`,
  ],
])('a remark: %s', (_, text, expected) => {
  expect(remark(text)).toBe(expected)
})
