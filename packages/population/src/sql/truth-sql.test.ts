import { expect, test } from 'vitest'
import { DIALECTS } from './dialect.ts'
import { printFlat } from './print-sql.ts'
import type { Sql } from './sql-node.ts'
import {
  all,
  any,
  choose,
  column,
  comparison,
  decided,
  FALSE,
  firstKnown,
  isKnown,
  isNeverNull,
  isNull,
  isTrue,
  mayBeTrue,
  not,
  OPEN,
  oneOf,
  TRUE,
} from './truth-sql.ts'

const a = column('a')
const b = column('b')
const one: Sql = { kind: 'integer', value: 1n }
const sum: Sql = { kind: 'sum', left: a, right: b, bits: 10 }

const text = (sql: Sql): string => printFlat(sql, DIALECTS.postgresql)

test.each([
  ['nothing to join', all(), 'TRUE'],
  ['nothing to choose from', any(), 'FALSE'],
  ['one false decides', all(a, FALSE), 'FALSE'],
  ['one true decides', any(a, TRUE), 'TRUE'],
  ['an open part stays', all(a, OPEN), 'a AND CAST(NULL AS BOOLEAN)'],
  ['the same groups become one', all(all(a, b), a), 'a AND b AND a'],
  ['the opposite of a comparison', not(comparison('<', a, one)), 'a >= 1'],
  [
    'the opposite of comparisons joined',
    not(any(isNull(a), comparison('=', b, one))),
    'a IS NOT NULL AND b <> 1',
  ],
  ['the opposite of truths', not(any(a, b)), 'NOT (a OR b)'],
  ['the opposite of the opposite', not(not(all(a, b))), 'a AND b'],
  ['an open side', comparison('=', OPEN, one), 'CAST(NULL AS BOOLEAN)'],
  ['a sum is open where a part is', isNull(sum), 'a IS NULL OR b IS NULL'],
  ['a constant is never open', isNull(one), 'FALSE'],
  ['one of one', oneOf(a, ['x']), "a = 'x'"],
  [
    'one of none is false where it is known',
    oneOf(a, []),
    'CASE WHEN a IS NOT NULL THEN FALSE END',
  ],
  ['open counted as false', isTrue(a), 'CASE WHEN a THEN TRUE ELSE FALSE END'],
  ['open counted as true', mayBeTrue(a), 'COALESCE(a, TRUE)'],
  [
    'known beside what is asked',
    isTrue(all(isKnown(a), comparison('=', a, one))),
    'a IS NOT NULL AND a = 1',
  ],
  ['neither holds', decided(FALSE, FALSE), 'CAST(NULL AS BOOLEAN)'],
  ['the first that is sure', firstKnown(a, one, b), 'COALESCE(a, 1)'],
  ['a branch that cannot be reached', choose([{ when: FALSE, gives: a }], b), 'b'],
  [
    'a CASE within a CASE',
    choose([{ when: a, gives: one }], choose([{ when: b, gives: one }])),
    'CASE WHEN a THEN 1 WHEN b THEN 1 END',
  ],
])('%s', (_, sql, expected) => {
  expect(text(sql)).toBe(expected)
})

test.each([
  ['a column', a, false],
  ['a question whether it is known', isNull(a), true],
  ['a comparison of a column', comparison('=', a, one), false],
  ['a comparison guarded by its column', all(isKnown(a), comparison('=', a, one)), true],
  ['a comparison guarded by another column', all(isKnown(b), comparison('=', a, one)), false],
  ['a membership or no value', any(isNull(a), oneOf(a, ['x', 'y'])), true],
  ['a CASE without ELSE', choose([{ when: a, gives: one }]), false],
  [
    'a column where it was compared',
    choose([{ when: comparison('<', a, one), gives: a }], one),
    true,
  ],
  [
    'another column where one was compared',
    choose([{ when: comparison('<', a, one), gives: b }], one),
    false,
  ],
])('%s has a value in every row: %#', (_, sql, expected) => {
  expect(isNeverNull(sql)).toBe(expected)
})
