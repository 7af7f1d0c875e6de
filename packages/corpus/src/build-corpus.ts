import type { Issue } from '@huiqi/domain'
import type { Corpus } from '@huiqi/engine'
import { checkCorpus } from './check/check-corpus.ts'
import type { Finding } from './finding.ts'
import { ISSUE_MESSAGES } from './issue-messages.ts'
import type { Origin, SourceFile } from './lower/draft.ts'
import { lowerCorpus } from './lower/lower-corpus.ts'
import { formatPath } from './place.ts'
import type { PolicyFile } from './reader/read-policies.ts'
import { readYaml, type YamlDocument } from './reader/yaml-document.ts'

/** A corpus with every problem of its files, in the order of the files. */
export interface BuiltCorpus {
  readonly corpus: Corpus
  readonly issues: readonly Issue[]
  /** Where each entry is written, by kind and id: `measure shanghai/…`. */
  readonly origins: ReadonlyMap<string, Origin>
}

/** A problem with the line and column of its place. */
export const toIssue = (file: string, finding: Finding, yaml: YamlDocument | null): Issue => {
  const { code, path, params = {}, target = 'value' } = finding
  const place = yaml?.locate(path, target) ?? {}
  const { severity } = ISSUE_MESSAGES[code]
  const at = path.length === 0 ? {} : { path: formatPath(path) }
  return { code, severity, file, ...place, ...at, params }
}

const syntaxIssues = ({ path, yaml }: SourceFile): readonly Issue[] =>
  yaml.faults.map(({ code, detail, line, column }) => ({
    code,
    severity: 'error',
    file: path,
    line,
    column,
    params: { detail },
  }))

const unknownFiles = (files: readonly PolicyFile[]): readonly Issue[] =>
  files
    .filter(({ kind }) => kind === null)
    .map(({ path }) => ({ code: 'file.unknown', severity: 'error', file: path, params: {} }))

const byPlace = (a: Issue, b: Issue): number =>
  (a.file ?? '').localeCompare(b.file ?? '') ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0) ||
  a.code.localeCompare(b.code)

/** Reads, resolves and checks the files; nothing is thrown for what is wrong in them. */
export const buildCorpus = (files: readonly PolicyFile[]): BuiltCorpus => {
  const sources = files.flatMap(({ path, kind, text }): SourceFile[] =>
    kind === null || kind === 'cases' ? [] : [{ path, kind, yaml: readYaml(text) }],
  )
  const draft = lowerCorpus(sources.filter(({ yaml }) => yaml.faults.length === 0))
  checkCorpus(draft, sources)
  const byPath = new Map(sources.map((source) => [source.path, source.yaml]))
  const issues = [
    ...unknownFiles(files),
    ...sources.flatMap(syntaxIssues),
    ...draft.findings.map(({ file, finding }) => toIssue(file, finding, byPath.get(file) ?? null)),
  ]
  return { corpus: draft.corpus, issues: issues.sort(byPlace), origins: draft.origins }
}
