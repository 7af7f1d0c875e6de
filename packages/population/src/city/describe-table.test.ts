import { isoDate, toDayNumber } from '@huiqi/domain'
import { expect, test } from 'vitest'
import type { Column } from '../table.ts'
import { countTitles, describeColumn } from './describe-table.ts'

const column = (rest: Partial<Column>): Column => ({
  fact: 'enterprise.thing',
  year: null,
  type: 'count',
  values: new Uint8Array(),
  missing: 255,
  never: null,
  unit: { n: 1, d: 1 },
  codes: null,
  ...rest,
})

const dayOf = (text: string): number => toDayNumber(isoDate(text))
const days = (fact: string, ...values: readonly number[]): Column =>
  column({ fact, type: 'date', values: Uint16Array.from(values), missing: 65_535, never: 65_534 })

test.each([
  {
    name: 'money is told in yuan',
    given: column({
      type: 'money',
      values: Uint8Array.from([1, 2, 3, 255]),
      unit: { n: 100_000, d: 1 },
    }),
    known: 0.75,
    content: {
      kind: 'numbers',
      quantiles: { p10: 1_000, p50: 2_000, p90: 3_000, p99: 3_000, max: 3_000 },
    },
  },
  {
    name: 'truths by the share that holds',
    given: column({ type: 'boolean', values: Uint8Array.from([1, 0, 0, 255]) }),
    known: 0.75,
    content: { kind: 'truths', share: 1 / 3 },
  },
  {
    name: 'codes by how common they are',
    given: column({ type: 'code', values: Uint8Array.from([1, 0, 1, 1]), codes: ['a', 'b'] }),
    known: 1,
    content: {
      kind: 'codes',
      most: [
        { code: 'b', share: 0.75 },
        { code: 'a', share: 0.25 },
      ],
    },
  },
  {
    name: 'days from the first to the last, never by itself',
    given: days('enterprise.day', dayOf('2024-05-01'), 65_534, dayOf('2023-01-31'), 65_535),
    known: 0.75,
    content: { kind: 'days', first: '2023-01-31', last: '2024-05-01', never: 1 / 3 },
  },
  {
    name: 'nothing known',
    given: days('enterprise.day', 65_535, 65_535),
    known: 0,
    content: { kind: 'days', first: null, last: null, never: 0 },
  },
])('$name', ({ given, known, content }) => {
  expect(describeColumn(given, given.values.length)).toEqual({
    key: given.fact,
    type: given.type,
    known,
    content,
  })
})

test('a title counts from its first to its last day; one day missing leaves it open', () => {
  const day = dayOf('2025-06-01')
  const from = days('qualification.x.granted_on', day, day + 1, day - 9, day - 9, 65_534, 65_535)
  const until = days('qualification.x.valid_until', day, day + 9, day, day - 1, 65_534, day)
  const table = { rows: 6, columns: [from, until], uscc: null }
  expect(countTitles(table, isoDate('2025-06-01'))).toEqual([{ title: 'x', valid: 2, open: 1 }])
})
