import type { CodeIndex } from '@huiqi/engine'
import { checkItems } from '../accounting.ts'
import { type Draft, reportIn, reportOn, type SourceFile } from '../lower/draft.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import { checkDerivations } from './derivations.ts'
import { checkLadders } from './ladders.ts'
import { checkMeasure } from './measures.ts'
import { checkMeasurePeriods, checkParameterPeriods } from './periods.ts'
import { checkReferences } from './references.ts'
import { checkClassTable, checkScoreTable } from './tables.ts'
import { checkTexts } from './texts.ts'
import { checkUsage } from './usage.ts'

/** What the checks look at. */
export interface CheckedDraft extends Draft {
  readonly vocabulary: Vocabulary
}

const listsFilledBy = (
  { corpus, vocabulary }: CheckedDraft,
  table: string,
): readonly CodeIndex[] => {
  const ids = corpus.facts.flatMap(({ codes, derivation }) =>
    derivation?.kind === 'class-table' && derivation.table === table && codes !== null
      ? [codes]
      : [],
  )
  return [...new Set(ids)].flatMap((id) => vocabulary.codeLists.get(id) ?? [])
}

const checkTables = (draft: CheckedDraft): void => {
  for (const table of draft.corpus.classTables) {
    const lists = listsFilledBy(draft, table.id)
    checkClassTable(table, lists, reportOn(draft, 'class-table', table.id))
  }
  for (const table of draft.corpus.scoreTables) {
    checkScoreTable(draft.vocabulary, table, reportOn(draft, 'score-table', table.id))
  }
}

/** Runs every static check over a corpus that has been read; problems are added to the draft. */
export const checkCorpus = (draft: CheckedDraft, files: readonly SourceFile[]): void => {
  for (const { path, yaml } of files) checkTexts(reportIn(draft, path), yaml.value)
  checkReferences(draft)
  checkDerivations(draft)
  for (const measure of draft.corpus.measures) {
    const report = reportOn(draft, 'measure', measure.id)
    checkMeasurePeriods(report, measure)
    checkMeasure(draft.vocabulary, measure, report)
  }
  for (const parameter of draft.corpus.parameters) {
    checkParameterPeriods(reportOn(draft, 'parameter', parameter.id), parameter)
  }
  checkTables(draft)
  checkLadders(draft)
  checkUsage(draft)
  checkItems(draft)
}
