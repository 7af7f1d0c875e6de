import { expect, test } from 'vitest'
import { smallRulebook } from '../city/testing/small-rulebook.ts'
import { type ColumnHead, readColumnHeads, type UnknownColumns } from './column-heads.ts'

const RULEBOOK = smallRulebook()

const read = (names: readonly string[], unknown: UnknownColumns = 'refuse') =>
  readColumnHeads(
    names.map((name) => ({ name })),
    { rulebook: RULEBOOK, unknown },
  )

const say = (head: ColumnHead | undefined): string => {
  if (head?.kind === 'fact') return `${head.cell.fact.id} ${head.year} ${head.cell.unit}`
  if (head?.kind === 'never') return `${head.fact} ${head.year} never`
  return head?.kind ?? ''
}

test.each([
  { name: 'enterprise.revenue@2025', head: 'enterprise.revenue 2025 plain' },
  { name: 'revenue@2025', head: 'enterprise.revenue 2025 plain' },
  { name: 'enterprise.revenue@FY2025', head: 'enterprise.revenue 2025 plain' },
  { name: 'enterprise.revenue.fen@2025', head: 'enterprise.revenue 2025 fen' },
  { name: 'enterprise.revenue_fen@2025', head: 'enterprise.revenue 2025 fen' },
  { name: 'enterprise.founded_on', head: 'enterprise.founded_on null plain' },
  { name: 'enterprise.founded_on.never', head: 'enterprise.founded_on null never' },
  { name: 'qualification.high_tech', head: 'qualification.high_tech null plain' },
  { name: 'project.total_investment', head: 'project.total_investment null plain' },
  { name: 'uscc', head: 'uscc' },
  { name: 'name', head: 'ignored' },
])('$name', ({ name, head }) => {
  const { heads, issues } = read([name])
  expect(issues).toEqual([])
  expect(say(heads[0])).toBe(head)
})

test.each([
  { name: 'enterprise.nothing', code: 'fact.unknown' },
  { name: 'enterprise.revenue', code: 'enterprise.year-needed' },
  { name: 'enterprise.founded_on@2025', code: 'enterprise.year-unwanted' },
  { name: 'enterprise.revenue@25', code: 'enterprise.year' },
  { name: 'enterprise.founded_on.fen', code: 'enterprise.fen' },
  { name: 'enterprise.revenue.never@2025', code: 'enterprise.fen' },
])('$name is refused with $code', ({ name, code }) => {
  expect(read(['uscc', name]).issues).toEqual([
    expect.objectContaining({ code, line: 1, column: 2, path: name }),
  ])
})

test('a fact named twice is refused, in whatever spelling', () => {
  const { issues } = read(['revenue@2025', 'enterprise.revenue.fen@2025'])
  expect(issues.map(({ code, column }) => [code, column])).toEqual([['enterprise.fact-twice', 2]])
})

test('unknown columns can be skipped', () => {
  const { heads, issues } = read(['remark', 'uscc'], 'ignore')
  expect([heads.map(say), issues]).toEqual([['ignored', 'uscc'], []])
})
