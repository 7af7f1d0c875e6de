import type { Issue } from '@huiqi/domain'
import type { Corpus } from '@huiqi/engine'
import { cacheKeyOf, checksumOf, readCache, type StoredCorpus, writeCache } from './corpus-cache.ts'
import type { EntryKind } from './lower/draft.ts'
import { parsePath } from './place.ts'
import { type PolicyFile, readPolicies } from './reader/read-policies.ts'

/** A place in a policy file, counted from 1. */
export interface FilePlace {
  /** From the policy folder, with slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Tells where entries and their parts are written. */
export interface Positions {
  /** The place of an entry, or of a path inside it such as `eligible.all[0]`; null for an unknown entry. */
  readonly find: (kind: EntryKind, id: string, path?: string) => Promise<FilePlace | null>
}

/** Everything under a policy folder. */
export interface LoadedCorpus {
  readonly corpus: Corpus
  /** All problems of the files; when any is an error, entries are missing from the corpus. */
  readonly issues: readonly Issue[]
  /** Changes when any of the files does. */
  readonly checksum: string
  readonly positions: Positions
}

/** How a corpus is loaded. */
export interface LoadOptions {
  /** A folder where the result may be kept for the next run; nothing is kept without it. */
  readonly cacheFolder?: string
}

const build = async (files: readonly PolicyFile[]): Promise<StoredCorpus> => {
  const { buildCorpus } = await import('./build-corpus.ts')
  return buildCorpus(files)
}

const buildOrRecall = async (
  files: readonly PolicyFile[],
  checksum: string,
  { cacheFolder }: LoadOptions,
): Promise<StoredCorpus> => {
  if (cacheFolder === undefined) return build(files)
  const key = cacheKeyOf(checksum)
  const stored = await readCache(cacheFolder, key)
  if (stored !== null) return stored
  const built = await build(files)
  await writeCache(cacheFolder, key, built)
  return built
}

const positionsIn = (files: readonly PolicyFile[], { origins }: StoredCorpus): Positions => ({
  find: async (kind, id, path = '') => {
    const origin = origins.get(`${kind} ${id}`)
    const file = files.find((entry) => entry.path === origin?.file)
    if (origin === undefined || file === undefined) return null
    const { readYaml } = await import('./reader/yaml-document.ts')
    const place = readYaml(file.text).locate([...origin.path, ...parsePath(path)])
    return { file: file.path, ...place }
  },
})

/** Reads and checks the rules of a policy folder (not the cases). Throws AppError `file-not-found`. */
export const loadCorpus = async (
  folder: string,
  options: LoadOptions = {},
): Promise<LoadedCorpus> => {
  const files = readPolicies(folder, 'rules')
  const checksum = checksumOf(files)
  const stored = await buildOrRecall(files, checksum, options)
  return {
    corpus: stored.corpus,
    issues: stored.issues,
    checksum,
    positions: positionsIn(files, stored),
  }
}
