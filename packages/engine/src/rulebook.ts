import type { FeelReference, FeelValue } from './feel/index.ts'
import type {
  ClassTable,
  CodeList,
  Corpus,
  FactDefinition,
  Instrument,
  Measure,
  Parameter,
  Pool,
  Qualification,
  ScoreTable,
  StackingGroup,
} from './model.ts'

/** A compiled formula: values for its references in, one value out. */
export type Formula = (lookup: (reference: FeelReference) => FeelValue) => FeelValue

/** A corpus with its indexes; made once, then only read. */
export interface Rulebook {
  readonly corpus: Corpus
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly measures: ReadonlyMap<string, Measure>
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly qualifications: ReadonlyMap<string, Qualification>
  readonly classTables: ReadonlyMap<string, ClassTable>
  readonly scoreTables: ReadonlyMap<string, ScoreTable>
  readonly stackingGroups: ReadonlyMap<string, StackingGroup>
  readonly pools: ReadonlyMap<string, Pool>
  readonly codeLists: ReadonlyMap<string, CodeIndex>
  /** Formulas compiled so far, by context and source text. */
  readonly formulas: Map<string, Formula>
}

/** A code list with the ancestors of each code, nearest first. */
export interface CodeIndex {
  readonly list: CodeList
  readonly ancestors: ReadonlyMap<string, readonly string[]>
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]))

/** The list with the ancestors of each code. */
export const codeIndexOf = (list: CodeList): CodeIndex => {
  const parents = new Map(list.codes.map((entry) => [entry.code, entry.parent]))
  const ancestors = new Map<string, readonly string[]>()
  for (const { code } of list.codes) {
    const chain: string[] = []
    for (
      let at = parents.get(code);
      at !== undefined && !chain.includes(at);
      at = parents.get(at)
    ) {
      chain.push(at)
    }
    ancestors.set(code, chain)
  }
  return { list, ancestors }
}

/** Indexes a corpus; formulas compile when first used. */
export const prepareRulebook = (corpus: Corpus): Rulebook => {
  return {
    corpus,
    facts: byId(corpus.facts),
    measures: byId(corpus.measures),
    instruments: byId(corpus.instruments),
    parameters: byId(corpus.parameters),
    qualifications: byId(corpus.qualifications),
    classTables: byId(corpus.classTables),
    scoreTables: byId(corpus.scoreTables),
    stackingGroups: byId(corpus.stackingGroups),
    pools: byId(corpus.pools),
    codeLists: new Map(corpus.codeLists.map((list) => [list.id, codeIndexOf(list)])),
    formulas: new Map(),
  }
}

/**
 * The code and everything it belongs to, nearest first. In a prefix hierarchy a code that is not
 * listed belongs to its prefixes down to the longest listed one: 7010 to 701, 70 and K.
 */
export const codeLineage = (index: CodeIndex, code: string): readonly string[] => {
  const { ancestors, list } = index
  const above = ancestors.get(code)
  if (above) return [code, ...above]
  if (!list.hasPrefixHierarchy) return [code]
  const prefixes = [...code].map((_, at) => code.slice(0, code.length - at))
  const at = prefixes.findIndex((prefix) => ancestors.has(prefix))
  const listed = prefixes[at]
  if (listed === undefined) return [code]
  return [...prefixes.slice(0, at + 1), ...(ancestors.get(listed) ?? [])]
}
