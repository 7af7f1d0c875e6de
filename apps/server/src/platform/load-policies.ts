import path from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { AppError, hasErrors } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import type { Policies } from './platform.ts'

/** The policies of a folder. Throws AppError `invalid-input` with every problem of the files. */
export const loadPolicies = async (folder: string, cacheFolder: string): Promise<Policies> => {
  const { corpus, issues, checksum } = await loadCorpus(folder, {
    cacheFolder: path.join(cacheFolder, 'corpus'),
  })
  if (hasErrors(issues)) {
    const errors = issues.filter(({ severity }) => severity === 'error')
    throw new AppError('invalid-input', { issues: errors })
  }
  return { rulebook: prepareRulebook(corpus), checksum: checksum.slice(0, 16) }
}
