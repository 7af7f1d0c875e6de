import { expect, test } from 'vitest'
import { groupFacts, type HeldFact, hasText, keyOf } from './fact-groups.ts'

const statement: HeldFact['current'] = {
  id: 1,
  value: '1',
  text: { zh: '1', en: '1' },
  source: 'tax',
  sourceName: { zh: '税务', en: 'tax office' },
  grade: 'A',
  statedBy: null,
  batch: null,
  statedAt: '2025-09-15T00:00:00.000Z',
}

const held = (
  fact: string,
  about: { readonly year?: number; readonly thing?: HeldFact['thing'] } = {},
): HeldFact => ({
  fact,
  name: { zh: '营业收入', en: 'Operating revenue' },
  subject: 'enterprise',
  type: 'money',
  year: about.year ?? null,
  thing: about.thing ?? null,
  current: statement,
  others: [],
  isInConflict: false,
  ownStatement: null,
})

const PROJECT = { id: 'p', kind: 'project', name: '产线' } as const

test('facts stand in groups: basics, years, titles, then things', () => {
  const facts = [
    held('project.kind', { thing: PROJECT }),
    held('qualification.high_tech.granted_on'),
    held('enterprise.revenue', { year: 2024 }),
    held('enterprise.district'),
    held('enterprise.revenue', { year: 2023 }),
  ]
  expect(groupFacts(facts).map(({ id, facts: inside }) => [id, inside.map(keyOf)])).toEqual([
    ['basics', ['enterprise.district  ']],
    ['years', ['enterprise.revenue 2024 ', 'enterprise.revenue 2023 ']],
    ['titles', ['qualification.high_tech.granted_on  ']],
    ['p', ['project.kind  p']],
  ])
})

test.each([
  ['营业', true],
  ['REVENUE', true],
  ['enterprise.rev', true],
  ['', true],
  ['staff', false],
])('a fact is found by %s: %s', (text, isFound) => {
  expect(hasText(held('enterprise.revenue'), text)).toBe(isFound)
})
