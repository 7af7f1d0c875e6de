import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '@huiqi/domain'
import { type Corpus, isCorpus, parseWithExact, stringifyExact } from '@huiqi/engine'
import { corpusCodeStamp } from './code-stamp.ts'
import type { Origin } from './lower/draft.ts'
import type { PolicyFile } from './reader/read-policies.ts'
import { readSealed, writeSealed } from './sealed-file.ts'

/** What is kept of a corpus between two runs. */
export interface StoredCorpus {
  readonly corpus: Corpus
  readonly issues: readonly Issue[]
  readonly origins: ReadonlyMap<string, Origin>
}

/** A hash of the content of files. */
export const checksumOf = (files: readonly PolicyFile[]): string => {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(`\0${path}\0${text}`)
  return hash.digest('hex').slice(0, 32)
}

/** The name under which the corpus of files is kept: a hash of their content and of the code. */
export const cacheKeyOf = (checksum: string): string =>
  createHash('sha256').update(`${corpusCodeStamp()}\0${checksum}`).digest('hex').slice(0, 32)

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
  const text = await readSealed(fileOf(folder, key), key)
  if (text === null) return null
  const stored = parseWithExact(text.toString())
  return isStored(stored) ? { ...stored, origins: new Map(stored.origins) } : null
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
  await writeSealed(file, key, Buffer.from(text))
  const names = await readdir(folder).catch(() => [])
  const stale = names.filter((name) => name.startsWith(PREFIX) && join(folder, name) !== file)
  await Promise.all(stale.map((name) => rm(join(folder, name), { force: true }))).catch(
    () => undefined,
  )
}
