import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, ROOT } from '../tools/repository.ts'
import { findUndocumentedExports } from './architecture/doc-comments.ts'
import { findForbiddenFolders, findSkippedLayers, findStraySql } from './architecture/folders.ts'
import { findUnwieldyFunctions } from './architecture/functions.ts'
import {
  findCycles,
  findForbiddenImports,
  findUndeclaredImports,
  unitOf,
} from './architecture/imports.ts'
import { findEmptyNames, findLongFile, findUndatedDecisions } from './architecture/layout.ts'
import { findMissingPaths } from './architecture/named-paths.ts'
import { findImpurities } from './architecture/purity.ts'
import { isTest, parseSource } from './architecture/source-file.ts'
import { findForbiddenWords } from './architecture/words.ts'
import { IMPORT_TABLE, PURE_UNITS, WEB_FOLDERS } from './import-table.ts'

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

const FILES = listFiles()
const SOURCES = FILES.filter((file) => /\.tsx?$/.test(file)).map((file) =>
  parseSource(file, read(file)),
)
const PURE = SOURCES.filter(
  ({ path: file }) => PURE_UNITS.includes(unitOf(file)) && !isTest(file) && file.includes('/src/'),
)

const readDeclared = (file: string): readonly string[] => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file))
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
}

const DECLARED = Object.fromEntries(
  FILES.filter((file) =>
    /^(?:(?:packages|apps)\/[^/]+\/|bench\/|tools\/codegen\/|)package\.json$/.test(file),
  ).map((file) => [unitOf(file), readDeclared(file)]),
)

test('the repository has source files', () => {
  expect(SOURCES.length).toBeGreaterThan(10)
})

test('imports follow the table and pass only through index.ts', () => {
  expect(findForbiddenImports(SOURCES, IMPORT_TABLE)).toEqual([])
})

test('every package that is imported is named in package.json', () => {
  expect(findUndeclaredImports(SOURCES, DECLARED)).toEqual([])
})

test('no imports go round in a circle', () => {
  expect(findCycles(SOURCES)).toEqual([])
})

test('the service keeps its layers: routes, use cases, repositories, platform', () => {
  expect(findSkippedLayers(SOURCES)).toEqual([])
  expect(findStraySql(SOURCES)).toEqual([])
})

test('the folders of the web import each other by the table', () => {
  const web = { root: 'apps/web/src/', table: WEB_FOLDERS }
  expect(findForbiddenFolders(SOURCES, web)).toEqual([])
})

test('the pure packages touch nothing outside themselves', () => {
  expect(PURE.flatMap(findImpurities)).toEqual([])
})

test('the pure packages use no other party’s code', () => {
  expect(findUndeclaredImports(PURE, { domain: [], engine: [] })).toEqual([])
})

test('every export of the pure packages has a doc comment', () => {
  expect(PURE.flatMap(findUndocumentedExports)).toEqual([])
})

test('no function is too long, too branched or takes too many parameters', () => {
  expect(SOURCES.flatMap(findUnwieldyFunctions)).toEqual([])
})

test('no source file is too long', () => {
  expect(SOURCES.flatMap(({ path: file, text }) => findLongFile(file, text))).toEqual([])
})

test('no folder has a name that says nothing', () => {
  expect(findEmptyNames(FILES)).toEqual([])
})

test('every decision record is dated', () => {
  expect(findUndatedDecisions(FILES)).toEqual([])
})

test('no file names a machine, a registry or how the work is done', () => {
  expect(FILES.flatMap((file) => findForbiddenWords(file, read(file)))).toEqual([])
})

const DOCUMENTS = FILES.filter(
  (file) => file.endsWith('.md') && !/^docs\/decisions\/|(?:^|\/)CHANGELOG\.md$/.test(file),
)

test('the paths and links that documents name are there', () => {
  expect(DOCUMENTS).toContain('docs/architecture.md')
  expect(DOCUMENTS.flatMap((file) => findMissingPaths(file, read(file), FILES))).toEqual([])
})

const PACKAGES = [
  ...new Set(FILES.flatMap((file) => /^(?:packages|apps)\/([^/]+)\//.exec(file)?.[1] ?? [])),
].toSorted()

test('the table in docs/architecture.md is the one that is checked', () => {
  const lines = read('docs/architecture.md').split('\n')
  const cells = (line = ''): readonly string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  const first = lines.findIndex((line) => line.startsWith('| may import'))
  const [, ...columns] = cells(lines[first])
  const rows = lines.slice(first + 2, lines.indexOf('', first)).map(cells)
  const drawn = rows.map(([unit = '', ...ticks]) => [
    unit,
    columns.filter((_, at) => ticks[at] === '✓').toSorted(),
  ])
  expect(Object.fromEntries(drawn)).toEqual(
    Object.fromEntries(PACKAGES.map((unit) => [unit, IMPORT_TABLE[unit]?.toSorted()])),
  )
})
