import { hasErrors, type Issue } from '@huiqi/domain'
import type { CasesProgress } from './cases/check-cases.ts'
import { readPolicies } from './reader/read-policies.ts'

/** How a policy folder is checked. */
export interface PolicyCheckOptions {
  readonly withMutants: boolean
  /** Only cases in files below this folder, as `shanghai/2025-twenty`; all unless given. */
  readonly under?: string
  readonly onProgress?: (progress: CasesProgress) => void
}

/** What a check of a policy folder found, with the size of what was checked. */
export interface PolicyCheck {
  readonly issues: readonly Issue[]
  readonly files: number
  readonly measures: number
  readonly cases: number
  readonly mutants: number
  readonly survivors: number
}

/**
 * Checks everything under a policy folder: notation, schema, references, cases and mutants. Cases run
 * only when the rules have no error. Throws AppError `file-not-found`.
 */
export const checkPolicies = async (
  folder: string,
  options: PolicyCheckOptions,
): Promise<PolicyCheck> => {
  const [{ buildCorpus }, { checkCases }] = await Promise.all([
    import('./build-corpus.ts'),
    import('./cases/check-cases.ts'),
  ])
  const files = readPolicies(folder, 'rules-and-cases')
  const built = buildCorpus(files)
  const size = { files: files.length, measures: built.corpus.measures.length }
  if (hasErrors(built.issues)) {
    return { issues: built.issues, ...size, cases: 0, mutants: 0, survivors: 0 }
  }
  const { issues, suites: _, ...counts } = checkCases(built, files, options)
  return { issues: [...built.issues, ...issues], ...size, ...counts }
}
