import { checkPolicies, type PolicyCheck } from '@huiqi/corpus'
import { hasErrors } from '@huiqi/domain'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { checkJson } from '../json/check-json.ts'
import { showIssue } from '../show/failure.ts'
import { paint } from '../show/paint.ts'
import { progressBar } from '../show/progress.ts'

export interface CheckOptions {
  readonly mutants: boolean
  readonly json?: true
}

const TEXT = {
  zh: {
    checked: (found: PolicyCheck) =>
      `${found.files} 个文件，${found.measures} 项措施，${found.cases} 个案例，${found.mutants} 个变异，${found.survivors} 个存活`,
    errors: (count: number) => `${count} 处错误`,
    warnings: (count: number) => `${count} 处提示`,
    cases: '案例与变异',
  },
  en: {
    checked: (found: PolicyCheck) =>
      `${found.files} files, ${found.measures} measures, ${found.cases} cases, ${found.mutants} mutants, ${found.survivors} survived`,
    errors: (count: number) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    warnings: (count: number) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
    cases: 'cases and mutants',
  },
} as const

const summary = (io: Io, found: PolicyCheck): string => {
  const text = TEXT[io.language]
  const errors = found.issues.filter(({ severity }) => severity === 'error').length
  const warnings = found.issues.length - errors
  return [
    text.checked(found),
    paint(io, errors === 0 ? 'good' : 'bad', text.errors(errors)),
    paint(io, warnings === 0 ? 'good' : 'warn', text.warnings(warnings)),
  ].join(' · ')
}

/** `check`: everything under the policy folder; exit 1 when there is an error. */
export const check = async (io: Io, options: CheckOptions): Promise<ExitCode> => {
  const bar = progressBar(io, TEXT[io.language].cases)
  const found = await checkPolicies(io.policies, {
    withMutants: options.mutants,
    onProgress: ({ done, of }) => bar.show(done, of),
  })
  bar.clear()
  if (options.json) io.out(`${JSON.stringify(checkJson(found), null, 2)}\n`)
  else {
    for (const issue of found.issues) io.out(`${showIssue(issue, io.language)}\n`)
    io.out(`${summary(io, found)}\n`)
  }
  return hasErrors(found.issues) ? EXIT.findings : EXIT.fine
}
