import type { Language } from '@huiqi/domain'
import type { Question } from '@huiqi/engine'
import { type Reader, showNeed, words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { spread } from './layout.ts'
import { paint } from './paint.ts'

const TEXT = {
  zh: {
    things: (kind: string) => `有没有${kind}可以申报？`,
    decides: (count: number) => `可定 ${count} 项`,
    touches: (count: number) => `关系到 ${count} 项`,
  },
  en: {
    things: (kind: string) =>
      `Is there ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} to bring forward?`,
    decides: (count: number) => `decides ${count}`,
    touches: (count: number) => `bears on ${count}`,
  },
} as const

/** The question in words, with the thing and the year it is about. */
export const showQuestion = (reader: Reader, { asked }: Question): string => {
  const { rulebook, language } = reader
  const { inBrackets, label } = words[language].punctuation
  if (asked.kind === 'things') return TEXT[language].things(words[language].subject[asked.of])
  const fact = rulebook.facts.get(asked.need.fact)
  if (!fact) return showNeed(reader, asked.need)
  const asks = fact.question[language]
  const { year } = asked.need
  const dated = year === null ? asks : `${asks}${inBrackets(String(year))}`
  return asked.thing === null ? dated : label(asked.thing.name, dated)
}

/** How many measures the answer decides or bears on. */
export const showWorth = ({ decides, touches }: Question, language: Language): string => {
  const text = TEXT[language]
  return decides.length > 0 ? text.decides(decides.length) : text.touches(touches.length)
}

/** The question as a line of a page. */
export const showQuestionLine = (io: Io, reader: Reader, question: Question): string => {
  const left = { prefix: `  ${paint(io, 'accent', '?')} `, text: showQuestion(reader, question) }
  return spread(io, left, paint(io, 'soft', showWorth(question, reader.language)))
}
