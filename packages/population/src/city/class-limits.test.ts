import { expect, test } from 'vitest'
import { bestClassLimits } from './class-limits.ts'
import { smallRulebook } from './testing/small-rulebook.ts'

const RULEBOOK = smallRulebook()

test.each([
  {
    name: 'the limit of the section holds for its divisions',
    table: 'above_size',
    code: '34',
    limits: [{ fact: 'enterprise.main_revenue', atLeast: 20_000_000 }],
  },
  {
    name: 'money in yuan, counts as they are',
    table: 'size_class',
    code: '65',
    limits: [
      { fact: 'enterprise.employees', atLeast: 1_000 },
      { fact: 'enterprise.revenue', atLeast: 400_000_000 },
    ],
  },
  { name: 'an industry that the table leaves out', table: 'above_size', code: '65', limits: null },
  { name: 'a table that is not there', table: 'none', code: '65', limits: null },
])('$name', ({ table, code, limits }) => {
  expect(bestClassLimits(RULEBOOK, table, code)).toEqual(limits)
})
