import type { Vocabulary } from '@huiqi/contract'
import type { Rulebook } from '@huiqi/engine'
import { saySource } from './in-both-languages.ts'

const made = new WeakMap<Rulebook, Vocabulary>()

const make = ({ corpus }: Rulebook): Vocabulary => ({
  facts: corpus.facts.map((fact) => ({
    id: fact.id,
    subject: fact.subject,
    name: fact.name,
    type: fact.type,
    unit: fact.unit,
    period: fact.period,
    codes: fact.codes,
    question: fact.question,
    source: fact.source,
    sourceName: saySource(fact.source),
    grade: fact.grade,
    isDerived: fact.derivation !== null,
    isJudgement: fact.isJudgement,
  })),
  codeLists: corpus.codeLists.map(({ id, name, codes }) => ({
    id,
    name,
    codes: codes.map(({ code, name: codeName, parent }) => ({
      code,
      name: codeName,
      parent: parent ?? null,
    })),
  })),
})

/** The words that files are written in; made once for a rulebook. */
export const vocabularyOf = (rulebook: Rulebook): Vocabulary => {
  const vocabulary = made.get(rulebook) ?? make(rulebook)
  made.set(rulebook, vocabulary)
  return vocabulary
}
