import { describe, expect, test } from 'vitest'
import { findCycles, findForbiddenImports, findUndeclaredImports, unitOf } from './imports.ts'
import { parseSource } from './source-file.ts'

const TABLE = { domain: [], engine: ['domain'], cli: ['engine'], tests: ['engine', 'tools'] }

const sources = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([file, text]) => parseSource(file, text))

test.each([
  ['packages/domain/src/exact.ts', 'domain'],
  ['apps/cli/src/main.ts', 'cli'],
  ['apps/cli/package.json', 'cli'],
  ['tests/docs.test.ts', 'tests'],
  ['vitest.config.ts', 'root'],
])('%s belongs to %s', (file, unit) => {
  expect(unitOf(file)).toBe(unit)
})

describe('an import against the table', () => {
  test.each([
    ['of a package that is allowed', "import { x } from '@huiqi/domain'", []],
    [
      'of a package that is not',
      "import { x } from '@huiqi/corpus'",
      ['engine may not import corpus'],
    ],
    ['of a type', "import type { X } from '@huiqi/corpus'", ['engine may not import corpus']],
    ['as a re-export', "export * from '@huiqi/corpus'", ['engine may not import corpus']],
    ['as an import type', "type X = import('@huiqi/cli').X", ['engine may not import cli']],
    ['while running', "const x = import('@huiqi/cli')", ['engine may not import cli']],
    [
      'past index.ts',
      "import { x } from '@huiqi/domain/src/exact.ts'",
      ['imports @huiqi/domain/src/exact.ts: index.ts is the only door'],
    ],
    [
      'by a relative path',
      "import { x } from '../../domain/src/exact.ts'",
      ['imports ../../domain/src/exact.ts: use @huiqi/domain'],
    ],
    ['of the own index.ts', "import { x } from './index.ts'", ['imports its own index.ts']],
    [
      'of the own package by name',
      "import { x } from '@huiqi/engine'",
      ['imports its own index.ts'],
    ],
    ['of a file beside it', "import { x } from './b.ts'", []],
    ['in a string only', 'const x = \'import y from "@huiqi/corpus"\'', []],
  ])('%s', (_, text, complaints) => {
    expect(findForbiddenImports(sources({ 'packages/engine/src/a.ts': text }), TABLE)).toEqual(
      complaints.map((complaint) => `packages/engine/src/a.ts:1 ${complaint}`),
    )
  })

  test.each([
    [
      'a test of the door may enter it',
      'packages/engine/src/index.test.ts',
      "import './index.ts'",
      0,
    ],
    ['tests may use tools by path', 'tests/x.test.ts', "import '../tools/y.ts'", 0],
    ['tools may not use tests', 'tools/x.ts', "import '../tests/y.ts'", 1],
    [
      'an app of the table is found',
      'packages/engine/src/a.ts',
      "import '../../../apps/cli/x.ts'",
      1,
    ],
  ])('%s', (_, file, text, count) => {
    expect(findForbiddenImports(sources({ [file]: text }), TABLE)).toHaveLength(count)
  })
})

describe('a package that package.json does not name', () => {
  const declared = { root: ['vitest'], corpus: ['yaml', '@inquirer/prompts'] }

  test.each([
    ['named', 'packages/corpus/src/a.ts', "import { parse } from 'yaml'", []],
    [
      'named, with a path',
      'packages/corpus/src/a.ts',
      "import x from '@inquirer/prompts/list'",
      [],
    ],
    ['not named', 'packages/corpus/src/a.ts', "import x from 'zod'", ['zod']],
    ['scoped, not named', 'packages/corpus/src/a.ts', "import x from '@a/b/c'", ['@a/b']],
    ['of Node', 'packages/corpus/src/a.ts', "import x from 'node:fs'", []],
    ['of the root, in code', 'packages/corpus/src/a.ts', "import x from 'vitest'", ['vitest']],
    ['of the root, in a test', 'packages/corpus/src/a.test.ts', "import x from 'vitest'", []],
    ['of the root, in tools', 'tools/a.ts', "import x from 'vitest'", []],
  ])('%s', (_, file, text, names) => {
    expect(findUndeclaredImports(sources({ [file]: text }), declared)).toEqual(
      names.map((name) => `${file}:1 imports ${name}, which package.json does not name`),
    )
  })
})

describe('a circle of imports', () => {
  test.each([
    [
      'none',
      { 'tools/a.ts': "import './b.ts'", 'tools/b.ts': "import './c.ts'", 'tools/c.ts': '' },
      [],
    ],
    [
      'a diamond is none',
      {
        'tools/a.ts': "import './b.ts'\nimport './c.ts'",
        'tools/b.ts': "import './d.ts'",
        'tools/c.ts': "import './d.ts'",
        'tools/d.ts': '',
      },
      [],
    ],
    [
      'of types',
      {
        'tools/a.ts': "import type { B } from './b.ts'",
        'tools/b.ts': "import type { A } from './a.ts'",
      },
      ['tools/a.ts → tools/b.ts → tools/a.ts'],
    ],
    [
      'between packages',
      {
        'packages/domain/src/index.ts': "export * from './a.ts'",
        'packages/domain/src/a.ts': "import '@huiqi/engine'",
        'packages/engine/src/index.ts': "import '@huiqi/domain'",
      },
      [
        'packages/domain/src/index.ts → packages/domain/src/a.ts → packages/engine/src/index.ts → packages/domain/src/index.ts',
      ],
    ],
    ['with itself', { 'tools/a.ts': "import './a.ts'" }, ['tools/a.ts → tools/a.ts']],
  ])('%s', (_, texts, cycles) => {
    expect(findCycles(sources(texts))).toEqual(cycles)
  })
})
