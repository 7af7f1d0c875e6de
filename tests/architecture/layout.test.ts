import { expect, test } from 'vitest'
import { findEmptyNames, findLongFile, findUndatedDecisions } from './layout.ts'

test('folders whose name says nothing are found, files of that name are not', () => {
  expect(
    findEmptyNames([
      'packages/engine/src/utils/a.ts',
      'types/a.ts',
      'tools/shared.ts',
      'bench/a.ts',
    ]),
  ).toEqual(['packages/engine/src/utils/a.ts', 'types/a.ts'])
})

test('decision records without a date are found', () => {
  expect(
    findUndatedDecisions([
      'docs/decisions/2026-03-31-two-planes.md',
      'docs/decisions/two-planes.md',
      'docs/decisions/2026-13-40-x.md',
      'docs/decisions/2026-03-31.md',
      'docs/glossary.md',
    ]),
  ).toEqual([
    'docs/decisions/two-planes.md',
    'docs/decisions/2026-13-40-x.md',
    'docs/decisions/2026-03-31.md',
  ])
})

test.each([
  ['400 lines', 'a.ts', 400, []],
  ['401 lines', 'a.ts', 401, ['a.ts has 401 lines; at most 400']],
  ['401 generated lines', 'a.generated.ts', 401, []],
  ['401 lines of a migration', 'apps/server/migrations/001.ts', 401, []],
])('%s', (_, file, lines, findings) => {
  expect(findLongFile(file, 'x\n'.repeat(lines))).toEqual(findings)
})
