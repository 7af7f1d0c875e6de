import { formatExact } from '@huiqi/domain'
import type { FactDefinition } from '@huiqi/engine'

/** A fact of the dictionary for machines; limits are exact numbers as text, money in fen. */
export const factJson = (fact: FactDefinition) => ({
  id: fact.id,
  subject: fact.subject,
  name: fact.name,
  type: fact.type,
  period: fact.period,
  unit: fact.unit,
  codes: fact.codes,
  question: fact.question,
  source: fact.source,
  grade: fact.grade,
  min: fact.min === undefined ? null : formatExact(fact.min),
  max: fact.max === undefined ? null : formatExact(fact.max),
  derived: fact.derivation !== null,
  judgement: fact.isJudgement,
})
