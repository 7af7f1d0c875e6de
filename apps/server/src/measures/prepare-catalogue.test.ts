import { copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareRulebook } from '@huiqi/engine'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadPolicies } from '../platform/load-policies.ts'
import type { Policies } from '../platform/platform.ts'
import { catalogueOf } from './catalogue.ts'
import { prepareCatalogue } from './prepare-catalogue.ts'

const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..')

let policies: Policies
let folder: string
/** The answers from words that were never kept. */
let plain: ReturnType<typeof answersOf>
const file = () => path.join(folder, 'words')

/** The same policies, as after another start. */
const again = (): Policies => ({ ...policies, rulebook: prepareRulebook(policies.rulebook.corpus) })

/** What questions come to: exact ones, one with a slip of the pen and one that nothing has as a whole. */
const answersOf = ({ rulebook }: Policies) =>
  ['算力', 'computing power', '专精特薪', '算力 天文馆'].map((text) => {
    const found = catalogueOf(rulebook).index.search(text)
    return { ...found, places: found?.places.join(), scores: found?.scores.join() }
  })

beforeAll(async () => {
  policies = await loadPolicies(path.join(ROOT, 'policies'), path.join(ROOT, '.huiqi'))
  plain = answersOf(again())
})

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiqi-words-'))
  await prepareCatalogue(again(), folder)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('the words that were kept answer as those that were never kept', async () => {
  const kept = again()
  const { ino } = await stat(file())
  await prepareCatalogue(kept, folder)
  expect(answersOf(kept)).toEqual(plain)
  expect((await stat(file())).ino).toBe(ino)
})

const flipByte = async (): Promise<void> => {
  const bytes = await readFile(file())
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file(), bytes)
}

const PRESENT = { checksum: 'kept' }
const OTHER = { checksum: 'other' }

test.each([
  ['cut off', async () => truncate(file(), (await stat(file())).size - 1), {}],
  ['empty', () => truncate(file(), 0), {}],
  ['changed', flipByte, {}],
  ['of other policies', async () => prepareCatalogue({ ...again(), ...PRESENT }, folder), OTHER],
])('words that are %s are cut again and kept', async (_, spoil, of) => {
  await spoil()
  const spoilt = path.join(folder, 'spoilt')
  await copyFile(file(), spoilt)
  const made = { ...again(), ...of }
  await prepareCatalogue(made, folder)
  expect(answersOf(made)).toEqual(plain)
  expect((await readFile(file())).equals(await readFile(spoilt))).toBe(false)
})

test('a folder that cannot be written is no hindrance', async () => {
  const made = again()
  await prepareCatalogue(made, path.join(file(), 'inside-a-file'))
  expect(answersOf(made)).toEqual(plain)
})
