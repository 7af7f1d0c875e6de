import type { Bilingual, Exact } from '@huiqi/domain'
import type { Derivation, FactDefinition, Qualification, Subject } from '@huiqi/engine'
import type { z } from 'zod'
import type { Report } from '../finding.ts'
import type { Path } from '../place.ts'
import type { FactDocument, qualifications } from '../schema/vocabulary.ts'
import { parseLiteral } from './literal.ts'

const THING_SUBJECTS: ReadonlyMap<string, Subject> = new Map([
  ['enterprise', 'enterprise'],
  ['score', 'enterprise'],
  ['project', 'project'],
  ['contract', 'contract'],
  ['loan', 'loan'],
  ['hire', 'hire'],
  ['product', 'product'],
  ['exhibition', 'exhibition'],
  ['cluster', 'cluster'],
])

const FACT_ID = /^[a-z]+(?:\.[a-z][a-z0-9]*(?:_[a-z0-9]+)*)+$/

const subjectOf = (report: Report, id: string, path: Path): Subject | null => {
  const subject = THING_SUBJECTS.get(id.slice(0, id.indexOf('.')))
  if (subject !== undefined && FACT_ID.test(id)) return subject
  report({ code: 'fact.id', path, params: { fact: id }, target: 'key' })
  return null
}

const lowerDerivation = (
  report: Report,
  derive: FactDocument['derive'],
  path: Path,
): Derivation | null | undefined => {
  if (derive === undefined) return null
  const { formula, score, group, 'class-table': table } = derive
  const kinds = [formula, score, table].filter((kind) => kind !== undefined)
  if (kinds.length !== 1 || (group !== undefined && score === undefined)) {
    report({ code: 'fact.derivation', path })
    return undefined
  }
  if (formula !== undefined) return { kind: 'formula', formula }
  if (table !== undefined) return { kind: 'class-table', table }
  return { kind: 'score', table: score ?? '', group: group ?? null }
}

const hasRightKeys = (report: Report, document: FactDocument, path: Path): boolean => {
  const { type, codes, unit } = document
  const isCountable = type === 'count' || type === 'number'
  const faults = [
    [type === 'code' && codes === undefined, 'fact.codes-missing', 'type'],
    [type !== 'code' && codes !== undefined, 'fact.codes-unwanted', 'codes'],
    [type === 'count' && unit === undefined, 'fact.unit-missing', 'type'],
    [!isCountable && unit !== undefined, 'fact.unit-unwanted', 'unit'],
  ] as const
  const found = faults.filter(([isFault]) => isFault)
  for (const [, code, key] of found) report({ code, path: [...path, key], params: { type } })
  return found.length === 0
}

const limitsOf = (
  report: Report,
  document: FactDocument,
  path: Path,
): Pick<FactDefinition, 'min' | 'max'> => {
  const limit = (key: 'min' | 'max'): Exact | null => {
    const written = document[key]
    if (written === undefined) return null
    const parsed = parseLiteral(written, { type: document.type, index: null })
    if (parsed.ok && typeof parsed.value === 'object') return parsed.value
    report({ code: 'fact.limit', path: [...path, key], params: { type: document.type } })
    return null
  }
  const [min, max] = [limit('min'), limit('max')]
  return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) }
}

const NO_WORDS: Bilingual = { zh: '', en: '' }

const questionOf = (report: Report, document: FactDocument, path: Path): Bilingual => {
  const { question, derive, name } = document
  if (question !== undefined) return question
  if (derive !== undefined) return { zh: `${name.zh}？`, en: `${name.en}?` }
  report({ code: 'fact.question-missing', path })
  return NO_WORDS
}

const describedBy = (
  document: FactDocument,
): Pick<FactDefinition, 'source' | 'grade' | 'effort' | 'isChangeable' | 'isJudgement'> => ({
  source: document.source ?? 'derived',
  grade: document.grade ?? 'A',
  effort: document.effort ?? 2,
  isChangeable: document.changeable ?? true,
  isJudgement: document.judgement ?? false,
})

/** One fact of the vocabulary; null with the faults reported. */
export const lowerFact = (
  report: Report,
  id: string,
  document: FactDocument,
): FactDefinition | null => {
  const path = ['facts', id]
  const subject = subjectOf(report, id, path)
  const derivation = lowerDerivation(report, document.derive, [...path, 'derive'])
  const isKeyed = hasRightKeys(report, document, path)
  const question = questionOf(report, document, path)
  if (derivation === null && (document.source === undefined || document.grade === undefined)) {
    report({ code: 'fact.source-missing', path, params: { fact: id } })
  }
  if (subject === null || derivation === undefined || !isKeyed) return null
  return {
    id,
    subject,
    name: document.name,
    type: document.type,
    unit: document.unit ?? null,
    period: document.period ?? 'point',
    codes: document.codes ?? null,
    question,
    ...describedBy(document),
    ...limitsOf(report, document, path),
    derivation,
  }
}

/** The titles of `qualifications.yaml`. */
export const lowerQualifications = (
  document: z.infer<typeof qualifications>,
): readonly Qualification[] =>
  Object.entries(document.qualifications).map(([id, entry]) => ({
    id,
    name: entry.name,
    validMonths: entry['valid-months'] ?? null,
    implies: entry.implies ?? [],
  }))

/** The three facts that every title brings: whether it is valid, since when, until when. */
export const factsOfQualification = (
  { id, name }: Qualification,
  question: Bilingual | null,
): readonly FactDefinition[] => {
  const common = {
    subject: 'enterprise',
    unit: null,
    period: 'point',
    codes: null,
    source: 'title-register',
    grade: 'A',
    effort: 1,
    isJudgement: false,
  } as const
  const dated = { ...common, type: 'date', isChangeable: false, derivation: null } as const
  const fact = `qualification.${id}`
  return [
    {
      ...common,
      id: fact,
      name,
      type: 'boolean',
      question: question ?? {
        zh: `是否持有有效期内的“${name.zh}”资格？`,
        en: `Is the title "${name.en}" held and valid?`,
      },
      isChangeable: true,
      derivation: { kind: 'validity', qualification: id },
    },
    {
      ...dated,
      id: `${fact}.granted_on`,
      name: { zh: `${name.zh}认定日期`, en: `${name.en}: granted on` },
      question: {
        zh: `“${name.zh}”是哪一天认定的？`,
        en: `On which day was "${name.en}" granted?`,
      },
    },
    {
      ...dated,
      id: `${fact}.valid_until`,
      name: { zh: `${name.zh}有效期至`, en: `${name.en}: valid until` },
      question: {
        zh: `“${name.zh}”有效期到哪一天？`,
        en: `Until which day is "${name.en}" valid?`,
      },
    },
  ]
}
