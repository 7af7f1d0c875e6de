import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { AppError } from '@huiqi/domain'
import { type FileKind, fileKindOf } from './file-kind.ts'

/** One file as it lies in the policy folder. */
export interface PolicyFile {
  /** From the policy folder, with slashes. */
  readonly path: string
  readonly kind: FileKind | null
  readonly text: string
}

const IGNORED = /^(?:schema\/|.*\.(?:md|json)$|(?:.*\/)?\.)/

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (cause) {
    const options = { cause }
    throw new AppError('file-not-found', { path: folder }, options)
  }
}

const isFile = (folder: string, path: string): boolean =>
  path.endsWith('.yaml') || statSync(join(folder, path)).isFile()

const listFiles = (folder: string): readonly string[] =>
  namesIn(folder)
    .map((name) => name.split(sep).join('/'))
    .filter((path) => !IGNORED.test(path) && isFile(folder, path))
    .sort()

/**
 * Every policy file of the folder, by path; without the cases when only the rules are wanted. Reads
 * without waiting in between, which is several times faster for hundreds of small files. Throws
 * AppError `file-not-found`.
 */
export const readPolicies = (
  folder: string,
  which: 'rules' | 'rules-and-cases',
): readonly PolicyFile[] =>
  listFiles(folder)
    .map((path) => ({ path, kind: fileKindOf(path) }))
    .filter(({ kind }) => which === 'rules-and-cases' || kind !== 'cases')
    .map(({ path, kind }) => ({ path, kind, text: readFileSync(join(folder, path), 'utf8') }))
