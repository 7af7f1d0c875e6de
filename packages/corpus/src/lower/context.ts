import type { FactDefinition, Subject } from '@huiqi/engine'
import type { Report } from '../finding.ts'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a part of a document is read against. */
export interface Context {
  readonly vocabulary: Vocabulary
  readonly report: Report
  /** The subject whose facts may be named beside those of the enterprise. */
  readonly about: Subject
}

/** Whether a fact may be named here; a fault is reported. */
export const isAboutSubject = (context: Context, fact: FactDefinition, path: Path): boolean => {
  if (fact.subject === 'enterprise' || fact.subject === context.about) return true
  const params = { fact: fact.id, subject: fact.subject, about: context.about }
  context.report({ code: 'fact.other-subject', path, params })
  return false
}

/** The fact with this id when it exists and may be named here; faults are reported. */
export const findFact = (context: Context, id: string, path: Path): FactDefinition | null => {
  const { facts, declaredFacts } = context.vocabulary
  const fact = facts.get(id)
  if (fact !== undefined) return isAboutSubject(context, fact, path) ? fact : null
  if (!declaredFacts.has(id)) {
    const params = { fact: id, similar: nearest(id, declaredFacts) }
    context.report({ code: 'fact.unknown', path, params })
  }
  return null
}
