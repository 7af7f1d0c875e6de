import type { Issue } from '@huiqi/domain'
import { codeIndexOf } from '@huiqi/engine'
import { type BuiltCorpus, toIssue } from '../build-corpus.ts'
import type { Finding } from '../finding.ts'
import type { PolicyFile } from '../reader/read-policies.ts'
import { readYaml, type YamlDocument } from '../reader/yaml-document.ts'
import { cases as casesSchema } from '../schema/cases.ts'
import { validate } from '../schema/validate.ts'
import { type Case, type CaseVocabulary, readCases, type SuiteTarget } from './case-suite.ts'

/** A file of cases with the rule it stands beside. */
export interface Suite {
  readonly file: string
  readonly ruleFile: string
  readonly yaml: YamlDocument
  readonly target: SuiteTarget
  readonly cases: readonly Case[]
}

const KINDS = ['measure', 'class-table', 'score-table'] as const

const targetOf = (built: BuiltCorpus, file: string): Pick<Suite, 'ruleFile' | 'target'> | null => {
  const stem = file.slice(0, -'.cases.yaml'.length)
  for (const [key, origin] of built.origins) {
    if (origin.file !== `${stem}.yaml` && origin.file !== `${stem}.score.yaml`) continue
    const kind = KINDS.find((each) => key.startsWith(`${each} `))
    if (kind === undefined) continue
    const id = key.slice(kind.length + 1)
    const measure = built.corpus.measures.find((each) => each.id === id) ?? null
    return { ruleFile: origin.file, target: { kind, id, measure } }
  }
  return null
}

const vocabularyOf = ({ corpus }: BuiltCorpus): CaseVocabulary => {
  const facts = new Map(corpus.facts.map((fact) => [fact.id, fact]))
  const parameters = new Map(corpus.parameters.map((parameter) => [parameter.id, parameter]))
  return {
    vocabulary: {
      facts,
      declaredFacts: new Set(facts.keys()),
      codeLists: new Map(corpus.codeLists.map((list) => [list.id, codeIndexOf(list)])),
      parameters,
      declaredParameters: new Set(parameters.keys()),
    },
    qualifications: new Map(corpus.qualifications.map((each) => [each.id, each])),
  }
}

/** The suites of all case files, with every fault of the files. */
export const readSuites = (
  built: BuiltCorpus,
  files: readonly PolicyFile[],
): { readonly suites: readonly Suite[]; readonly issues: readonly Issue[] } => {
  const vocabulary = vocabularyOf(built)
  const issues: Issue[] = []
  const suites: Suite[] = []
  for (const { path: file, text } of files.filter(({ kind }) => kind === 'cases')) {
    const yaml = readYaml(text)
    const report = (finding: Finding): void => {
      issues.push(toIssue(file, finding, yaml))
    }
    for (const { code, detail, line, column } of yaml.faults) {
      issues.push({ code, severity: 'error', file, line, column, params: { detail } })
    }
    const target = targetOf(built, file)
    if (target === null) report({ code: 'cases.without-target', path: [] })
    const document = yaml.faults.length === 0 ? validate(casesSchema, yaml.value, report) : null
    if (document === null || target === null) continue
    suites.push({ file, yaml, ...target, cases: readCases(document, vocabulary, report) })
  }
  return { suites, issues }
}
