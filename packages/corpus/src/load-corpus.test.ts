import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadCorpus } from './load-corpus.ts'
import { buildSample, editSample, SAMPLE_FILES } from './sample-policies.ts'

let root = ''

const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, 'policies', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'corpus-'))
  await write(SAMPLE_FILES)
})

afterEach(() => rm(root, { recursive: true }))

const policies = () => join(root, 'policies')
const cacheFolder = () => join(root, 'cache')

test('a folder loads to what its files say', async () => {
  const { corpus, issues } = await loadCorpus(policies())
  const built = buildSample()
  expect({ corpus, issues }).toEqual({ corpus: built.corpus, issues: built.issues })
})

test('a kept corpus is the same as a fresh one', async () => {
  const fresh = await loadCorpus(policies(), { cacheFolder: cacheFolder() })
  const kept = await loadCorpus(policies(), { cacheFolder: cacheFolder() })
  expect(kept.corpus).toEqual(fresh.corpus)
  expect(kept.issues).toEqual(fresh.issues)
  expect(await readdir(cacheFolder())).toHaveLength(1)
})

test('a changed file is read afresh, and only the newest corpus is kept', async () => {
  await loadCorpus(policies(), { cacheFolder: cacheFolder() })
  await write(editSample('city/first/reward.yaml', 'cap: 50万元', 'cap: 60万元'))
  const changed = await loadCorpus(policies(), { cacheFolder: cacheFolder() })
  expect(changed.corpus).toEqual((await loadCorpus(policies())).corpus)
  expect(await readdir(cacheFolder())).toHaveLength(1)
})

test('a broken cache is passed over', async () => {
  await loadCorpus(policies(), { cacheFolder: cacheFolder() })
  const [name = ''] = await readdir(cacheFolder())
  await writeFile(join(cacheFolder(), name), '{')
  const { corpus } = await loadCorpus(policies(), { cacheFolder: cacheFolder() })
  expect(corpus).toEqual(buildSample().corpus)
})

test.each([
  ['measure', 'city/first/reward', '', { file: 'city/first/reward.yaml', line: 1, column: 1 }],
  [
    'measure',
    'city/first/reward',
    'eligible.all[1]',
    { file: 'city/first/reward.yaml', line: 10, column: 7 },
  ],
  [
    'fact',
    'enterprise.employees',
    'type',
    { file: 'vocabulary/facts/finance.yaml', line: 23, column: 11 },
  ],
  ['measure', 'city/first/none', '', null],
] as const)('the place of %s %s %s', async (kind, id, path, expected) => {
  const { positions } = await loadCorpus(policies())
  expect(await positions.find(kind, id, path)).toEqual(expected)
})

test('a folder that does not exist', async () => {
  await expect(loadCorpus(join(root, 'nothing'))).rejects.toMatchObject({ code: 'file-not-found' })
})
