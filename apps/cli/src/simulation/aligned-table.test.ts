import { isoDate } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { Io } from '../io.ts'
import { alignedTable, bar, withBars } from './aligned-table.ts'

const page = (columns: number): Io => ({
  out: () => undefined,
  err: () => undefined,
  columns,
  isColored: false,
  terminal: null,
  language: 'en',
  today: isoDate('2025-09-01'),
  policies: '',
})

describe('a table', () => {
  const HEAD = ['', 'count', 'cost\n(CNY)']
  const ROWS = [
    ['Innovative or technology SME', '8', '16.30'],
    ['小微', '1,234', '4.00'],
  ]

  test('has labels on the left, figures on the right and heads of several lines at the bottom', () => {
    expect(alignedTable(page(60), HEAD, ROWS)).toEqual([
      '                                        cost',
      '                                count  (CNY)',
      '  Innovative or technology SME      8  16.30',
      '  小微                          1,234   4.00',
    ])
  })

  test('wraps labels where the page ends', () => {
    expect(alignedTable(page(32), HEAD, ROWS)).toEqual([
      '                            cost',
      '                    count  (CNY)',
      '  Innovative or         8  16.30\n  technology SME',
      '  小微              1,234   4.00',
    ])
  })
})

describe('a bar', () => {
  test.each([
    [0, 10, ''],
    [1, 1000, '▌'],
    [5, 10, '██'],
    [10, 10, '████'],
    [3, 0, ''],
  ])('of %i out of %i', (value, most, shown) => {
    expect(bar(value, most, 4)).toBe(shown)
  })

  test.each([
    [13, ['  four', '  five']],
    [14, ['  four  ██████', '  five  ███']],
    [80, [`  four  ${'█'.repeat(24)}`, `  five  ${'█'.repeat(12)}`]],
  ])('behind rows on a page of %i columns', (columns, shown) => {
    expect(withBars(page(columns), ['  four', '  five'], [10, 5])).toEqual(shown)
  })
})
