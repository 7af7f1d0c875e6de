import { expect, test } from 'vitest'
import { provisionNumber } from './provision-number.ts'

test.each([
  ['art-5', '第 5 条', 'Article 5'],
  ['item-12', '第 12 项', 'Item 12'],
  ['project-2-a', '项目 2（a）', 'Project 2 (a)'],
  ['art-5-para-2', '第 5 条第 2 款', 'Article 5, paragraph 2'],
  ['preamble', '引言', 'Preamble'],
  ['dynamic-management', null, null],
] as const)('%s', (provision, zh, en) => {
  expect(provisionNumber(provision, 'zh')).toBe(zh)
  expect(provisionNumber(provision, 'en')).toBe(en)
})
