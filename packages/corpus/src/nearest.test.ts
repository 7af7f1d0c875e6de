import { expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

test.each([
  ['', '', 0],
  ['lead', '', 4],
  ['lead', 'lead', 0],
  ['lead', 'laed', 1],
  ['lead', 'leads', 1],
  ['revenue', 'avenue', 2],
])('from "%s" to "%s" it takes %i edits', (a, b, expected) => {
  expect(editDistance(a, b)).toBe(expected)
})

const FACTS = [
  'enterprise.revenue',
  'enterprise.rd_spending',
  'enterprise.employees',
  'project.cost',
]

test.each([
  ['enterprise.revenu', ['enterprise.revenue']],
  ['revenue', ['enterprise.revenue']],
  ['enterprise.rd-spending', ['enterprise.rd_spending']],
  ['something.else', []],
])('%s is close to %j', (name, expected) => {
  expect(nearest(name, FACTS)).toEqual(expected)
})
