import { expect, test } from 'vitest'
import { everyRun, sampleRows } from './part-of-table.ts'

const ROWS = 5 * 8192 + 7

const TABLE = {
  rows: ROWS,
  uscc: null,
  columns: [
    {
      fact: 'enterprise.employees',
      year: 2025,
      type: 'count',
      values: Int32Array.from({ length: ROWS }, (_, row) => row),
      missing: -1,
      never: null,
      unit: { n: 1, d: 1 },
      codes: null,
    },
  ],
} as const

test('every second run of rows, the short one at the end left out', () => {
  const { rows, columns } = everyRun(TABLE, 2)
  const values = [...(columns[0]?.values ?? [])]
  expect(rows).toBe(3 * 8192)
  expect([values[0], values[8191], values[8192], values.at(-1)]).toEqual([
    0,
    8191,
    2 * 8192,
    5 * 8192 - 1,
  ])
})

test('every run is the table itself', () => {
  expect(everyRun(TABLE, 1)).toBe(TABLE)
})

test('single rows lie evenly over the table', () => {
  const { rows, columns } = sampleRows({ ...TABLE, rows: 10 }, 4)
  expect(rows).toBe(4)
  expect([...(columns[0]?.values ?? [])]).toEqual([0, 2, 5, 7])
})

test('no more rows than there are', () => {
  expect(sampleRows({ ...TABLE, rows: 3 }, 9).rows).toBe(3)
})
