import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { loadCorpus, readEnterprise } from '@huiqi/corpus'
import { AppError, hasErrors } from '@huiqi/domain'
import { type Enterprise, prepareRulebook, type Rulebook } from '@huiqi/engine'
import type { Io } from './io.ts'
import { showIssue } from './show/failure.ts'

const CACHE = join(import.meta.dirname, '..', '..', '..', '.huiqi', 'corpus-cache')

/** The rules of the policy folder, ready to use. Throws AppError `invalid-input` with all problems. */
export const loadRulebook = async (io: Io): Promise<Rulebook> => {
  const { corpus, issues } = await loadCorpus(io.policies, { cacheFolder: CACHE })
  if (hasErrors(issues)) {
    const errors = issues.filter(({ severity }) => severity === 'error')
    throw new AppError('invalid-input', { issues: errors })
  }
  return prepareRulebook(corpus)
}

const formatOf = (file: string): 'yaml' | 'json' | 'csv' => {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return 'json'
    case '.csv':
      return 'csv'
    default:
      return 'yaml'
  }
}

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === 'ENOENT') throw new AppError('file-not-found', { path: file }, { cause })
    throw new AppError('unreadable-file', { path: file, reason: code }, { cause })
  }
}

/**
 * The enterprise of a file; warnings go to the error stream. Throws AppError with every problem of
 * the file and its place.
 */
export const loadEnterprise = async (
  io: Io,
  rulebook: Rulebook,
  file: string,
): Promise<Enterprise> => {
  const text = await readText(file)
  const source = { text, format: formatOf(file), file, today: io.today }
  const { enterprise, issues } = await readEnterprise(source, rulebook)
  if (enterprise === null || hasErrors(issues)) throw new AppError('invalid-input', { issues })
  for (const issue of issues) io.err(`${showIssue(issue, io.language)}\n`)
  return enterprise
}
