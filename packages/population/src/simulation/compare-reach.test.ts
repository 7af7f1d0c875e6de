import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareReach, meetRows } from './compare-reach.ts'
import { buildReach, type Reach, type ReachedRow } from './reach.ts'

const reach = (rows: readonly ReachedRow[]): Reach => {
  const builder = buildReach({ hasMoney: true })
  for (const row of rows) builder.add(row)
  return builder.finish()
}

const at = (
  row: number,
  low: number,
  high: number | null,
  rest: { readonly open?: true; readonly unknown?: true } = {},
): ReachedRow => ({
  row,
  isCertain: rest.open === undefined,
  amount: { low, high, isUnknown: rest.unknown !== undefined },
})

const NOTHING = { count: 0, low: 0, high: 0, unbounded: 0, unknown: 0 }

describe('two reaches', () => {
  test('meet row by row', () => {
    const [before, after] = [reach([at(1, 0, 0), at(4, 0, 0)]), reach([at(2, 0, 0), at(4, 0, 0)])]
    expect([...meetRows(before, after)]).toEqual([
      { row: 1, before: 0, after: -1 },
      { row: 2, before: -1, after: 0 },
      { row: 4, before: 1, after: 1 },
    ])
  })

  test('give gains with the amounts after, losses with those before, and what stays with both', () => {
    const before = reach([at(1, 10, 20), at(2, 5, 5), at(3, 7, 7), at(6, 1, 1, { open: true })])
    const after = reach([
      at(2, 6, 6),
      at(3, 7, null, { unknown: true }),
      at(4, 8, 9),
      at(5, 1, 1, { open: true }),
      at(6, 2, 3),
    ])
    expect(compareReach({ before, after })).toEqual({
      before: {
        certain: { count: 3, low: 22, high: 32, unbounded: 0, unknown: 0 },
        open: { count: 1, low: 1, high: 1, unbounded: 0, unknown: 0 },
      },
      after: {
        certain: { count: 4, low: 23, high: 25, unbounded: 1, unknown: 1 },
        open: { count: 1, low: 1, high: 1, unbounded: 0, unknown: 0 },
      },
      gained: { count: 2, low: 10, high: 12, unbounded: 0, unknown: 0 },
      lost: { count: 1, low: 10, high: 20, unbounded: 0, unknown: 0 },
      kept: {
        before: { count: 2, low: 12, high: 12, unbounded: 0, unknown: 0 },
        after: { count: 2, low: 13, high: 13, unbounded: 1, unknown: 1 },
        raised: 2,
        lowered: 0,
      },
    })
  })

  test.each([
    ['a higher upper end', at(1, 5, 10), at(1, 0, 11), [1, 0]],
    ['a lower upper end', at(1, 5, 10), at(1, 9, 9), [0, 1]],
    ['the same upper end, a higher lower one', at(1, 5, 10), at(1, 6, 10), [1, 0]],
    ['an upper end that is gone', at(1, 5, 10), at(1, 5, null), [1, 0]],
    ['the same', at(1, 5, 10), at(1, 5, 10), [0, 0]],
    ['one that is open now', at(1, 5, 10), at(1, 6, 20, { open: true }), [0, 0]],
  ])('see %s', (_, one, other, moved) => {
    const { kept } = compareReach({ before: reach([one]), after: reach([other]) })
    expect([kept.raised, kept.lowered]).toEqual(moved)
  })
})

const ROWS = fc
  .uniqueArray(
    fc.record({
      row: fc.nat(40),
      isCertain: fc.boolean(),
      amount: fc.record({
        low: fc.nat(100),
        high: fc.option(fc.nat(200)),
        isUnknown: fc.boolean(),
      }),
    }),
    { selector: ({ row }) => row },
  )
  .map((rows) => reach(rows.toSorted((a, b) => a.row - b.row)))

const KEYS = ['count', 'low', 'high', 'unbounded', 'unknown'] as const

describe('any two reaches', () => {
  test('balance: what is gained less what is lost is the difference, in rows and in money', () => {
    fc.assert(
      fc.property(ROWS, ROWS, (before, after) => {
        const found = compareReach({ before, after })
        for (const key of KEYS) {
          const { gained, lost, kept } = found
          expect(gained[key] - lost[key] + kept.after[key] - kept.before[key]).toBe(
            found.after.certain[key] - found.before.certain[key],
          )
          expect(kept.after[key] + gained[key]).toBe(found.after.certain[key])
          expect(kept.before[key] + lost[key]).toBe(found.before.certain[key])
        }
      }),
    )
  })

  test('that are the same differ in nothing', () => {
    fc.assert(
      fc.property(ROWS, (same) => {
        const { before, after, gained, lost, kept } = compareReach({ before: same, after: same })
        expect(after).toEqual(before)
        expect([gained, lost, kept.raised, kept.lowered]).toEqual([NOTHING, NOTHING, 0, 0])
      }),
    )
  })
})
