import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Issue } from '@huiqi/domain'
import { type Corpus, isCorpus, parseWithExact, stringifyExact } from '@huiqi/engine'
import type { Origin } from './lower/draft.ts'
import type { PolicyFile } from './reader/read-policies.ts'

/** What is kept of a corpus between two runs. */
export interface StoredCorpus {
  readonly corpus: Corpus
  readonly issues: readonly Issue[]
  readonly origins: ReadonlyMap<string, Origin>
}

const SOURCES = ['@huiqi/domain', '@huiqi/engine', '@huiqi/corpus']

const stampOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return `${name} ${size} ${mtimeMs}`
    })
    .join('\n')

/** Changes whenever the code that reads the corpus changes. */
const codeStamp = (): string =>
  SOURCES.map((name) => stampOf(dirname(fileURLToPath(import.meta.resolve(name))))).join('\n')

/** The name under which the corpus of these files is kept: a hash of their content and of the code. */
export const cacheKeyOf = (files: readonly PolicyFile[]): string => {
  const hash = createHash('sha256').update(codeStamp())
  for (const { path, text } of files) hash.update(`\0${path}\0${text}`)
  return hash.digest('hex').slice(0, 32)
}

const PREFIX = 'corpus-'
const fileOf = (folder: string, key: string): string => join(folder, `${PREFIX}${key}.json`)

const isStored = (
  value: unknown,
): value is {
  readonly corpus: Corpus
  readonly issues: Issue[]
  readonly origins: [string, Origin][]
} =>
  typeof value === 'object' &&
  value !== null &&
  'corpus' in value &&
  isCorpus(value.corpus) &&
  'issues' in value &&
  Array.isArray(value.issues) &&
  'origins' in value &&
  Array.isArray(value.origins)

/** What was kept under the key; null when nothing usable was. */
export const readCache = async (folder: string, key: string): Promise<StoredCorpus | null> => {
  try {
    const stored = parseWithExact(await readFile(fileOf(folder, key), 'utf8'))
    if (!isStored(stored)) return null
    return { ...stored, origins: new Map(stored.origins) }
  } catch {
    return null
  }
}

/** Keeps a corpus under the key and drops earlier ones; a folder that cannot be written is left alone. */
export const writeCache = async (
  folder: string,
  key: string,
  built: StoredCorpus,
): Promise<void> => {
  const { corpus, issues, origins } = built
  const text = stringifyExact({ corpus, issues, origins: [...origins] })
  const file = fileOf(folder, key)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(`${file}.${process.pid}`, text)
    await rename(`${file}.${process.pid}`, file)
    const names = await readdir(folder)
    const stale = names.filter((name) => name.startsWith(PREFIX) && join(folder, name) !== file)
    await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })))
  } catch {
    return
  }
}
