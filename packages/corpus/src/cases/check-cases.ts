import type { Issue } from '@huiqi/domain'
import {
  leavesOf,
  prepareRulebook,
  type Rulebook,
  type Situation,
  traceCondition,
} from '@huiqi/engine'
import { type BuiltCorpus, toIssue } from '../build-corpus.ts'
import { formatPath, parsePath } from '../place.ts'
import type { PolicyFile } from '../reader/read-policies.ts'
import type { Case } from './case-suite.ts'
import { runCase, situationOfCase } from './run-case.ts'
import { readSuites, type Suite } from './suite.ts'
import { type Trial, trialsOf } from './trials.ts'

/** How far a check of the cases has come. */
export interface CasesProgress {
  readonly done: number
  readonly of: number
}

/** How much is checked. */
export interface CasesOptions {
  readonly withMutants: boolean
  /** Only cases in files below this folder, as `shanghai/2025-twenty`; all unless given. */
  readonly under?: string
  readonly onProgress?: (progress: CasesProgress) => void
}

/** What the check of the cases found. */
export interface CasesReport {
  readonly issues: readonly Issue[]
  readonly suites: number
  readonly cases: number
  readonly mutants: number
  readonly survivors: number
}

interface ReadyCase {
  readonly entry: Case
  readonly situation: Situation
}

const ready = (rulebook: Rulebook, cases: readonly Case[]): readonly ReadyCase[] =>
  cases.map((entry) => ({ entry, situation: situationOfCase(rulebook, entry) }))

const failures = (suite: Suite, cases: readonly ReadyCase[]): readonly Issue[] =>
  cases.flatMap(({ entry, situation }) =>
    runCase(situation, suite.target.measure, entry).map(({ what, expected, found }) =>
      toIssue(
        suite.file,
        {
          code: 'case.fails',
          path: ['cases', entry.index],
          params: { name: entry.name, what, expected, found },
        },
        suite.yaml,
      ),
    ),
  )

const isKilled = (trial: Trial, cases: readonly ReadyCase[]): boolean =>
  cases.some(({ entry, situation }) => {
    const { rulebook, measure } = trial
    const at = rulebook === null ? situation : situationOfCase(rulebook, entry)
    return runCase(at, measure, entry).length > 0
  })

const survivorIssue = (built: BuiltCorpus, suite: Suite, trial: Trial): Issue => {
  const origin = built.origins.get(`${suite.target.kind} ${suite.target.id}`)
  const path = [...(origin?.path ?? []), ...parsePath(trial.path)]
  return {
    code: 'mutant.survives',
    severity: 'error',
    file: suite.ruleFile,
    path: formatPath(path),
    params: { what: trial.what, cases: suite.file },
  }
}

/** Leaves that no case leaves open: their "unknown" is never tried. */
const uncovered = (suite: Suite, cases: readonly ReadyCase[]): readonly Issue[] => {
  const { measure } = suite.target
  const eligible = measure?.eligible ?? null
  if (eligible === null) return []
  const traces = cases.map(({ situation }) => leavesOf(traceCondition(situation, eligible)))
  return (traces[0] ?? []).flatMap(({ path }, index) =>
    traces.some((leaves) => leaves[index]?.resolved.kind === 'open')
      ? []
      : [
          {
            code: 'case.unknown-not-tried',
            severity: 'error',
            file: suite.file,
            params: { path },
          } as const,
        ],
  )
}

const needsCases = (built: BuiltCorpus, suites: readonly Suite[]): readonly Issue[] => {
  const covered = new Set(suites.map(({ target }) => target.id))
  const { measures, classTables, scoreTables } = built.corpus
  const rules = [
    ...measures.filter(({ eligible }) => eligible !== null),
    ...classTables,
    ...scoreTables,
  ]
  return rules
    .filter(({ id }) => !covered.has(id))
    .map(({ id }) => ({ code: 'cases.missing', severity: 'error', params: { id } }))
}

/**
 * Runs every case and, on request, every mutant: a small wrong change of a rule that at least one
 * of its cases has to notice.
 */
export const checkCases = (
  built: BuiltCorpus,
  files: readonly PolicyFile[],
  options: CasesOptions,
): CasesReport => {
  const rulebook = prepareRulebook(built.corpus)
  const { suites, issues: faults } = readSuites(built, files)
  const issues: Issue[] = [...faults, ...needsCases(built, suites)]
  const total = { cases: 0, mutants: 0, survivors: 0 }
  const { under } = options
  const chosen = suites.filter(({ file }) => under === undefined || file.startsWith(`${under}/`))
  for (const [done, suite] of chosen.entries()) {
    options.onProgress?.({ done, of: chosen.length })
    const cases = ready(rulebook, suite.cases)
    total.cases += cases.length
    const failed = failures(suite, cases)
    issues.push(...failed, ...uncovered(suite, cases))
    if (!options.withMutants || failed.length > 0) continue
    const trials = trialsOf(rulebook, suite)
    const survivors = trials.filter((trial) => !isKilled(trial, cases))
    total.mutants += trials.length
    total.survivors += survivors.length
    issues.push(...survivors.map((trial) => survivorIssue(built, suite, trial)))
  }
  options.onProgress?.({ done: chosen.length, of: chosen.length })
  return { issues, suites: chosen.length, ...total }
}
