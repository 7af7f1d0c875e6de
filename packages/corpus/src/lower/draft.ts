import type { Corpus } from '@huiqi/engine'
import type { Finding, Report } from '../finding.ts'
import { formatPath, type Path } from '../place.ts'
import type { FileKind } from '../reader/file-kind.ts'
import type { Value, YamlDocument } from '../reader/yaml-document.ts'
import type { MeasureDocument } from '../schema/measure.ts'

/** A file of the policy folder with its content. */
export interface SourceFile {
  readonly path: string
  readonly kind: FileKind
  readonly yaml: YamlDocument
}

/** The kinds of named entries. */
export type EntryKind =
  | 'fact'
  | 'qualification'
  | 'code-list'
  | 'agency'
  | 'parameter'
  | 'class-table'
  | 'score-table'
  | 'stacking'
  | 'pool'
  | 'ladder'
  | 'instrument'
  | 'measure'

/** Where an entry is written. */
export interface Origin {
  readonly file: string
  readonly path: Path
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer U)[] ? U[] : T[Key] }

/** A corpus in the making, with the place of each entry and the problems found so far. */
export interface Draft {
  readonly corpus: Mutable<Corpus>
  readonly origins: Map<string, Origin>
  /** Names written in the files, also of entries that have a fault. */
  readonly declared: ReadonlyMap<EntryKind, Set<string>>
  readonly findings: { readonly file: string; readonly finding: Finding }[]
  /** Measures of the right shape, also those that could not be resolved. */
  readonly measureDocuments: MeasureDocument[]
  /** How many numbered items an instrument says it has, by its id. */
  readonly itemCounts: Map<string, number>
  /** The items that a measure says it carries, by its id. */
  readonly items: Map<string, readonly number[]>
}

const ENTRY_KINDS: readonly EntryKind[] = [
  'fact',
  'qualification',
  'code-list',
  'agency',
  'parameter',
  'class-table',
  'score-table',
  'stacking',
  'pool',
  'ladder',
  'instrument',
  'measure',
]

/** A draft without entries. */
export const emptyDraft = (): Draft => ({
  corpus: {
    facts: [],
    codeLists: [],
    qualifications: [],
    agencies: [],
    parameters: [],
    classTables: [],
    scoreTables: [],
    stackingGroups: [],
    pools: [],
    ladders: [],
    synonyms: [],
    instruments: [],
    measures: [],
  },
  origins: new Map(),
  declared: new Map(ENTRY_KINDS.map((kind) => [kind, new Set<string>()])),
  findings: [],
  measureDocuments: [],
  itemCounts: new Map(),
  items: new Map(),
})

/** Takes the problems of one file. */
export const reportIn =
  (draft: Draft, file: string): Report =>
  (finding) => {
    draft.findings.push({ file, finding })
  }

const originKey = (kind: EntryKind, id: string): string => `${kind} ${id}`

/** Where an entry is written; null when it is not written at all. */
export const originOf = (draft: Draft, kind: EntryKind, id: string): Origin | null =>
  draft.origins.get(originKey(kind, id)) ?? null

/** Takes problems with places counted from the entry. */
export const reportOn = (draft: Draft, kind: EntryKind, id: string): Report => {
  const { file, path } = originOf(draft, kind, id) ?? { file: '', path: [] }
  const report = reportIn(draft, file)
  return (finding) => report({ ...finding, path: [...path, ...finding.path] })
}

/** Every name of the kind that is written somewhere. */
export const declaredNames = (draft: Draft, kind: EntryKind): ReadonlySet<string> =>
  draft.declared.get(kind) ?? new Set()

/** Notes that an entry is written at a place; false, with a problem reported, when it is written twice. */
export const declare = (
  draft: Draft,
  entry: { readonly kind: EntryKind; readonly id: string },
  origin: Origin,
): boolean => {
  const key = originKey(entry.kind, entry.id)
  const earlier = draft.origins.get(key)
  draft.declared.get(entry.kind)?.add(entry.id)
  if (earlier === undefined) {
    draft.origins.set(key, origin)
    return true
  }
  reportIn(
    draft,
    origin.file,
  )({
    code: 'id.duplicate',
    path: origin.path,
    params: { id: entry.id, other: `${earlier.file} ${formatPath(earlier.path)}`.trim() },
    target: 'key',
  })
  return false
}

/** The keys of a map inside a document that may have faults. */
export const keysAt = (value: Value, key: string): readonly string[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const inner: unknown = Reflect.get(value, key)
  return typeof inner === 'object' && inner !== null ? Object.keys(inner) : []
}

/** A text inside a document that may have faults. */
export const textAt = (value: Value, key: string): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const inner: unknown = Reflect.get(value, key)
  return typeof inner === 'string' ? inner : null
}
