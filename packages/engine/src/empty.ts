import type { Corpus, Measure } from './model.ts'

/** A corpus of nothing, to be filled in part. */
export const EMPTY_CORPUS: Corpus = {
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
}

/** What a measure says beside its rule and benefit, when it says nothing. */
export const NOTHING_FURTHER = {
  excludes: [],
  stacking: [],
  evidence: [],
  calls: [],
  targets: [],
  door: null,
  gaps: [],
  replaces: [],
} as const satisfies Partial<Measure>
