import { expect, test } from 'vitest'
import { findMissingPaths } from './named-paths.ts'

const FILES = [
  'apps/server/src/audit/audit.ts',
  'docs/decisions/2026-03-31-two-planes.md',
  'docs/glossary.md',
  'packages/engine/src/truth.ts',
]

const find = (...lines: readonly string[]): readonly string[] =>
  findMissingPaths('docs/a.md', lines.join('\n'), FILES)

test.each([
  ['a file', 'see `packages/engine/src/truth.ts`'],
  ['a folder', 'see `packages/engine` and `apps/server/src/`'],
  ['a file by its end', 'see `audit/audit.ts`'],
  ['a folder that is made', 'see `apps/web/dist`'],
  ['a link', '[words](glossary.md#a) and [why](decisions/2026-03-31-two-planes.md)'],
  ['a link to elsewhere', '[x](https://example.org/a.md) and [y](#below)'],
  ['what is no path', 'a `met`/`unmet` of `text/csv` at `/api/v1/x.json` or `tax.A/2025.csv`'],
])('%s is fine', (_, line) => {
  expect(find(line)).toEqual([])
})

test.each([
  ['a file', 'see `packages/engine/src/lies.ts`', 'packages/engine/src/lies.ts'],
  ['a folder', 'see `packages/motor`', 'packages/motor'],
  ['a file by its end', 'see `audit/sweep.ts`', 'audit/sweep.ts'],
  ['half of a name', 'see `udit/audit.ts`', 'udit/audit.ts'],
  ['a link', '[words](words.md)', 'docs/words.md'],
])('%s that is not there is found', (_, line, name) => {
  expect(find('first', line)).toEqual([`docs/a.md:2 names ${name}, which is not there`])
})

test('what a drawing names is looked up, folders below the ones above them', () => {
  expect(
    find(
      '```',
      'packages/',
      '  engine/     the rules',
      '    src/',
      '  motor/      something else',
      'apps/server/',
      '  src/        wrapped, and so on',
      '              over two lines',
      '    audit/',
      'cookie ─▶ audit/audit.ts and audit/look.ts',
      '```',
    ),
  ).toEqual([
    'docs/a.md:10 names audit/look.ts, which is not there',
    'docs/a.md:5 names packages/motor/, which is not there',
  ])
})

test('what a program in a document says is not looked at', () => {
  expect(find('```sh', 'cat packages/motor.ts', '```')).toEqual([])
})
