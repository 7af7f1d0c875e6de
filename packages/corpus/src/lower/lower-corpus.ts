import { checkWorkingCalendar, type IsoDate } from '@huiqi/domain'
import type { Subject } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import { instrument, measure } from '../schema/measure.ts'
import { classTable, scoreTable } from '../schema/tables.ts'
import { validate } from '../schema/validate.ts'
import { calendar, ladders, pools, stacking, synonyms } from '../schema/vocabulary.ts'
import type { Context } from './context.ts'
import { lowerDate } from './dates.ts'
import {
  type Draft,
  declare,
  type EntryKind,
  emptyDraft,
  keysAt,
  reportIn,
  type SourceFile,
  textAt,
} from './draft.ts'
import { lowerVocabulary } from './lower-vocabulary.ts'
import { instrumentOf, lowerMeasure } from './measure.ts'
import {
  lowerInstrument,
  lowerLadders,
  lowerPools,
  lowerStacking,
  lowerSynonyms,
} from './small-files.ts'
import { lowerClassTable, lowerScoreTable } from './tables.ts'
import type { Vocabulary } from './vocabulary.ts'

interface Lowering {
  readonly draft: Draft
  readonly vocabulary: Vocabulary
}

const contextIn = ({ draft, vocabulary }: Lowering, file: string): Context => {
  const about: Subject = 'enterprise'
  return { vocabulary, report: reportIn(draft, file), about }
}

const declareKeys = (
  { draft }: Lowering,
  { path: file, yaml }: SourceFile,
  names: { readonly kind: EntryKind; readonly key: string },
): void => {
  for (const id of keysAt(yaml.value, names.key)) {
    declare(draft, { kind: names.kind, id }, { file, path: [names.key, id] })
  }
}

const declareFile = ({ draft }: Lowering, file: SourceFile, kind: EntryKind): boolean => {
  const id = textAt(file.yaml.value, 'id')
  return id === null || declare(draft, { kind, id }, { file: file.path, path: [] })
}

const checkId = ({ draft }: Lowering, file: SourceFile, expected: string): void => {
  const found = textAt(file.yaml.value, 'id')
  if (found === null || found === expected) return
  reportIn(draft, file.path)({ code: 'id.not-path', path: ['id'], params: { found, expected } })
}

const withoutExtension = (path: string): string => path.slice(0, -'.yaml'.length)

const addInstrument = (lowering: Lowering, file: SourceFile): void => {
  const { draft } = lowering
  declareFile(lowering, file, 'instrument')
  checkId(lowering, file, instrumentOf(file.path))
  const report = reportIn(draft, file.path)
  const document = validate(instrument, file.yaml.value, report)
  if (document === null) return
  if (document.items !== undefined) draft.itemCounts.set(document.id, document.items)
  const lowered = lowerInstrument(document, report)
  if (lowered !== null) draft.corpus.instruments.push(lowered)
}

const addMeasure = (lowering: Lowering, file: SourceFile): void => {
  const { draft, vocabulary } = lowering
  const isFirst = declareFile(lowering, file, 'measure')
  checkId(lowering, file, withoutExtension(file.path))
  const report = reportIn(draft, file.path)
  const document = validate(measure, file.yaml.value, report)
  if (document === null || !isFirst) return
  draft.measureDocuments.push(document)
  if (document.items !== undefined) draft.items.set(document.id, document.items)
  const folder = instrumentOf(document.id)
  const own = draft.corpus.instruments.find(({ id }) => id === folder) ?? null
  const lowered = lowerMeasure(document, { vocabulary, report, instrument: own })
  if (lowered !== null) draft.corpus.measures.push(lowered)
}

const addTable = (lowering: Lowering, file: SourceFile): void => {
  const { corpus } = lowering.draft
  const context = contextIn(lowering, file.path)
  if (file.kind === 'class-table') {
    declareFile(lowering, file, 'class-table')
    const document = validate(classTable, file.yaml.value, context.report)
    const table = document && lowerClassTable(document, context)
    if (table !== null) corpus.classTables.push(table)
    return
  }
  declareFile(lowering, file, 'score-table')
  const document = validate(scoreTable, file.yaml.value, context.report)
  const table = document && lowerScoreTable(document, context)
  if (table !== null) corpus.scoreTables.push(table)
}

const checkCalendar = ({ yaml }: SourceFile, report: Report): void => {
  const document = validate(calendar, yaml.value, report)
  if (document === null) return
  const days = (key: 'holidays' | 'working-weekends'): readonly IsoDate[] =>
    document[key].flatMap((day, place) => lowerDate(report, day, [key, place]) ?? [])
  const record = {
    years: document.years,
    holidays: days('holidays'),
    workingWeekends: days('working-weekends'),
  }
  for (const { code, params } of checkWorkingCalendar(record)) {
    const detail = `${code} ${Object.values(params).join(' ')}`.trim()
    report({ code: 'calendar.content', path: ['years'], params: { detail } })
  }
}

const addShared = (lowering: Lowering, file: SourceFile): void => {
  const { corpus } = lowering.draft
  const context = contextIn(lowering, file.path)
  const { report } = context
  if (file.kind === 'stacking') {
    declareKeys(lowering, file, { kind: 'stacking', key: 'stacking' })
    const document = validate(stacking, file.yaml.value, report)
    if (document !== null) corpus.stackingGroups.push(...lowerStacking(document, context))
  } else if (file.kind === 'pools') {
    declareKeys(lowering, file, { kind: 'pool', key: 'pools' })
    const document = validate(pools, file.yaml.value, report)
    if (document !== null) corpus.pools.push(...lowerPools(document, context))
  } else if (file.kind === 'ladders') {
    declareKeys(lowering, file, { kind: 'ladder', key: 'ladders' })
    const document = validate(ladders, file.yaml.value, report)
    if (document !== null) corpus.ladders.push(...lowerLadders(document))
  } else if (file.kind === 'synonyms') {
    const document = validate(synonyms, file.yaml.value, report)
    if (document !== null) corpus.synonyms.push(...lowerSynonyms(document))
  } else if (file.kind === 'calendar') checkCalendar(file, report)
}

/** Reads the documents into a corpus; every fault is reported, and faulty entries are left out. */
export const lowerCorpus = (
  files: readonly SourceFile[],
): Draft & { readonly vocabulary: Vocabulary } => {
  const draft = emptyDraft()
  const vocabulary = lowerVocabulary(draft, files)
  const lowering = { draft, vocabulary }
  for (const file of files) if (file.kind === 'instrument') addInstrument(lowering, file)
  for (const file of files) {
    if (file.kind === 'measure') addMeasure(lowering, file)
    else if (file.kind === 'class-table' || file.kind === 'score-table') addTable(lowering, file)
    else addShared(lowering, file)
  }
  return { ...draft, vocabulary }
}
