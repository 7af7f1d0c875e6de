import { expect, test } from 'vitest'
import { findForbiddenFolders, findSkippedLayers, findStraySql } from './folders.ts'
import { parseSource } from './source-file.ts'

const SERVER = 'apps/server/src'

const PROGRAM = {
  root: 'apps/web/src/',
  table: { public: [], office: ['office/ui'], 'office/ui': [], 'office/people': ['office/ui'] },
}

test.each([
  ['a folder of the table', 'office/people/a.tsx', "import '../ui/b.tsx'", []],
  ['a file beside it', 'public/a.tsx', "import './b.tsx'", []],
  ['another folder', 'public/a.tsx', "import '../office/b.tsx'", ['public may not import office']],
  [
    'the other way',
    'office/ui/a.tsx',
    "import '../people/b.tsx'",
    ['office/ui may not import office/people'],
  ],
  ['upwards', 'office/ui/a.tsx', "import '../router.tsx'", ['office/ui may not import office']],
  ['from beside the folders', 'main.tsx', "import './public/b.tsx'", []],
  ['in a test', 'public/a.test.tsx', "import '../office/b.tsx'", []],
])('folders: %s', (_, file, text, complaints) => {
  const source = parseSource(`apps/web/src/${file}`, text)
  expect(findForbiddenFolders([source], PROGRAM)).toEqual(
    complaints.map((complaint) => `apps/web/src/${file}:1 ${complaint}`),
  )
})

test.each([
  ['a use case of another feature', 'files/a.ts', "import '../people/find.ts'", []],
  ['the own repository', 'files/a.ts', "import './file-repository.ts'", []],
  ['a store of the platform', 'files/a.ts', "import '../platform/session-store.ts'", []],
  [
    'a repository of another feature',
    'files/a.ts',
    "import '../people/people-repository.ts'",
    ['files imports a repository of people'],
  ],
  [
    'a repository by routes',
    'files/part-routes.ts',
    "import './file-repository.ts'",
    ['routes import a repository'],
  ],
  [
    'a feature by the platform',
    'platform/a.ts',
    "import '../files/b.ts'",
    ['the platform imports files'],
  ],
  ['a folder of the platform', 'platform/a.ts', "import './database/b.ts'", []],
  ['in a test', 'files/a.test.ts', "import '../people/people-repository.ts'", []],
])('layers: %s', (_, file, text, complaints) => {
  expect(findSkippedLayers([parseSource(`${SERVER}/${file}`, text)])).toEqual(
    complaints.map((complaint) => `${SERVER}/${file}:1 ${complaint}`),
  )
})

test.each([
  ['a query', 'files/a.ts', "work.selectFrom('x')", 1],
  ['a text of SQL', 'files/a.ts', 'sql`SELECT 1`', 1],
  ['in a repository', 'files/file-repository.ts', "work.insertInto('x')", 0],
  ['in the platform', 'platform/mail.ts', "work.updateTable('x')", 0],
  ['in a test', 'files/a.test.ts', "work.deleteFrom('x')", 0],
])('SQL: %s', (_, file, text, count) => {
  expect(findStraySql([parseSource(`${SERVER}/${file}`, text)])).toHaveLength(count)
})
