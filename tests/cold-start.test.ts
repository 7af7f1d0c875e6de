import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import {
  type ImportDeclaration,
  isExportAllDeclaration,
  isExportNamedDeclaration,
  isImportDeclaration,
  type Statement,
} from '@babel/types'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'
import { parseSource, type SourceFile } from './architecture/source-file.ts'

const importsTypesOnly = ({ importKind, specifiers }: ImportDeclaration): boolean =>
  importKind === 'type' ||
  (specifiers.length > 0 &&
    specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type'))

const neededBy = (node: Statement): string | null => {
  if (isImportDeclaration(node)) return importsTypesOnly(node) ? null : node.source.value
  if (!isExportAllDeclaration(node) && !isExportNamedDeclaration(node)) return null
  return node.exportKind === 'type' ? null : (node.source?.value ?? null)
}

/** Modules that a file needs before it runs: no type imports, no dynamic imports. */
const listNeeded = ({ tree }: SourceFile): readonly string[] =>
  tree.program.body.flatMap((node) => neededBy(node) ?? [])

const fileOf = (from: string, specifier: string): string | null => {
  if (specifier.startsWith('.')) return path.join(path.dirname(from), specifier)
  const [, name] = /^@huiqi\/([^/]+)$/.exec(specifier) ?? []
  return name === undefined ? null : path.join('packages', name, 'src', 'index.ts')
}

interface Needed {
  readonly files: ReadonlySet<string>
  /** Other parties' packages, each with the file that needs it. */
  readonly packages: ReadonlyMap<string, string>
}

/** Everything that is loaded before the files run. */
const findNeeded = (starts: readonly string[]): Needed => {
  const files = new Set(starts)
  const packages = new Map<string, string>()
  for (const file of files) {
    const source = parseSource(file, readFileSync(path.join(ROOT, file), 'utf8'))
    for (const specifier of listNeeded(source)) {
      const next = fileOf(file, specifier)
      if (next !== null) files.add(next)
      else if (!isBuiltin(specifier)) packages.set(specifier, packages.get(specifier) ?? file)
    }
  }
  return { files, packages }
}

const CLI = 'apps/cli/src'

/** What enterprise files and policy files have in common: codes are read the same way. */
const LOWERED_FOR_ENTERPRISES = ['packages/corpus/src/lower/vocabulary.ts']

describe('a cold start', () => {
  const { files, packages } = findNeeded([`${CLI}/main.ts`, `${CLI}/commands/match.ts`])

  test('of match loads what parses the command line and measures characters', () => {
    expect([...packages.keys()].sort()).toEqual(['commander', 'string-width'])
  })

  test('of match loads the reader of enterprise files, not the one of policies', () => {
    const corpus = [...files].filter((file) => file.startsWith('packages/corpus/src/'))
    expect(
      corpus.filter((file) => /\/(?:schema|lower|check|cases)\/|build-corpus/.test(file)),
    ).toEqual(LOWERED_FOR_ENTERPRISES)
  })

  test('of match loads no other command', () => {
    const commands = [...files].filter((file) => file.startsWith(`${CLI}/commands/`))
    expect(commands).toEqual([`${CLI}/commands/match.ts`])
  })

  test('of the usage loads no rules', () => {
    const { files: usage } = findNeeded([`${CLI}/main.ts`])
    expect([...usage].filter((file) => file.startsWith('packages/corpus'))).toEqual([])
  })

  test('of ask loads the prompts', () => {
    expect([...findNeeded([`${CLI}/commands/ask.ts`]).packages.keys()]).toContain(
      '@inquirer/prompts',
    )
  })
})
