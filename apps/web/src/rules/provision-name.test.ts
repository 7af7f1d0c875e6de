import { expect, test } from 'vitest'
import { placeOf, provisionNumber } from './provision-name.ts'

test.each([
  ['art-5', '第 5 条', 'Article 5'],
  ['item-12', '第 12 项', 'Item 12'],
  ['project-2-a', '项目 2 a', 'Project 2 (a)'],
  ['art-5-para-2', '第 5 条 2', 'Article 5 (2)'],
  ['preamble', '引言', 'Preamble'],
  ['dynamic-management', null, null],
] as const)('%s', (provision, zh, en) => {
  expect(provisionNumber(provision, 'zh')).toBe(zh)
  expect(provisionNumber(provision, 'en')).toBe(en)
})

test.each([
  ['art-7', { instrument: 'shanghai/2024-ten', provision: 'art-7' }],
  ['shanghai/2023-several art-7', { instrument: 'shanghai/2023-several', provision: 'art-7' }],
])('the place of %s', (provision, place) => {
  expect(placeOf(provision, 'shanghai/2024-ten')).toEqual(place)
})
