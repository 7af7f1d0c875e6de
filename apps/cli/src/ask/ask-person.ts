import { parseScalar } from '@huiqi/corpus'
import type { Bilingual, Language } from '@huiqi/domain'
import type { FactDefinition, Question } from '@huiqi/engine'
import { codesInOrder, type Reader } from '@huiqi/wording'
import type { Terminal } from '../io.ts'
import { showQuestion } from '../show/question.ts'
import { type Choice, chooseOne, searchOne, typeLine } from './prompts.ts'
import type { Answer } from './with-answer.ts'

/** What a person did with a question. */
export type Reply =
  | Answer
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'finish' }

const TEXT = {
  zh: {
    yes: '是',
    no: '否',
    skip: '跳过（不清楚）',
    back: '返回上一题',
    finish: '到此为止，查看结果',
    name: '给它起个名字，便于辨认',
    nameHint: '回车自动编号',
    arrows: '↑↓ 移动，回车选定',
    typing: '输入文字筛选，↑↓ 移动，回车选定；- 跳过，< 返回，. 结束',
    hint: '回车跳过，< 返回，. 结束',
    none: (term: string) => `没有含“${term}”的选项，请换个词`,
    wrong: (line: string, example: string) => `看不懂“${line}”，请按示例填写：${example}`,
    noBack: '这是第一题，不能返回',
    example: (example: string) => `示例 ${example}`,
    unit: (unit: string) => `单位：${unit}`,
  },
  en: {
    yes: 'yes',
    no: 'no',
    skip: 'skip (not known)',
    back: 'back to the last question',
    finish: 'stop here and show the result',
    name: 'What is it called?',
    nameHint: 'Enter gives it a number',
    arrows: '↑↓ to move, Enter to choose',
    typing: 'type to narrow, ↑↓ to move, Enter to choose; - skips, < goes back, . stops',
    hint: 'Enter skips, < goes back, . stops',
    none: (term: string) => `nothing has "${term}" in it; try another word`,
    wrong: (line: string, example: string) =>
      `"${line}" is not understood; write it like ${example}`,
    noBack: 'this is the first question',
    example: (example: string) => `such as ${example}`,
    unit: (unit: string) => `unit: ${unit}`,
  },
} as const

const EXAMPLES = {
  zh: {
    money: '8600万元 或 86,000,000',
    rate: '5%',
    date: '2024-11-15，从未有过写“从未”',
    count: '120',
    number: '120',
  },
  en: {
    money: '86,000,000 or 86 million',
    rate: '5%',
    date: '2024-11-15, or never',
    count: '120',
    number: '120',
  },
} as const

/** A question with the person it is put to. */
export interface Asking {
  readonly terminal: Terminal
  readonly reader: Reader
  readonly question: Question
  readonly mayGoBack: boolean
}

const exits = ({ reader, mayGoBack }: Asking): readonly Choice<Reply>[] => {
  const text = TEXT[reader.language]
  return [
    { name: text.skip, value: { kind: 'skip' }, key: '-' },
    ...(mayGoBack ? [{ name: text.back, value: { kind: 'back' }, key: '<' } as const] : []),
    { name: text.finish, value: { kind: 'finish' }, key: '.' },
  ]
}

const FINISH: Reply = { kind: 'finish' }

const askTruth = async (asking: Asking, message: string): Promise<Reply> => {
  const text = TEXT[asking.reader.language]
  const choices: readonly Choice<Reply>[] = [
    { name: text.yes, value: { kind: 'answer', value: true } },
    { name: text.no, value: { kind: 'answer', value: false } },
    ...exits(asking),
  ]
  const list = { choices, keys: text.arrows }
  return (await chooseOne<Reply>(asking.terminal, message, list)) ?? FINISH
}

const askCode = async (
  asking: Asking,
  message: string,
  codes: readonly { readonly code: string; readonly name: Bilingual }[],
): Promise<Reply> => {
  const { language } = asking.reader
  const text = TEXT[language]
  const listed = codes.map(({ code, name }) => ({
    name: /\d/.test(code) ? `${code} ${name[language]}` : name[language],
    value: { kind: 'answer', value: code } as const,
  }))
  const choices: readonly Choice<Reply>[] = [...listed, ...exits(asking)]
  const list = { choices, keys: text.typing, none: text.none }
  return (await searchOne<Reply>(asking.terminal, message, list)) ?? FINISH
}

const exampleFor = (fact: FactDefinition, language: Language): string => {
  const examples: Readonly<Record<string, string>> = EXAMPLES[language]
  return examples[fact.type] ?? '…'
}

/** What a typed line means; null when it cannot be read. */
export const readLine = (fact: FactDefinition, line: string): Reply | null => {
  if (line === '') return { kind: 'skip' }
  if (line === '<') return { kind: 'back' }
  if (line === '.') return FINISH
  const value = parseScalar(fact, line)
  return value === null ? null : { kind: 'answer', value }
}

const askTyped = async (asking: Asking, message: string, fact: FactDefinition): Promise<Reply> => {
  const { reader, mayGoBack, terminal } = asking
  const { language } = reader
  const text = TEXT[language]
  const example = exampleFor(fact, language)
  const unit = fact.unit === null ? [] : [text.unit(fact.unit[language])]
  const hint = [text.example(example), ...unit, text.hint].join(' · ')
  const check = (line: string): string | null => {
    const reply = readLine(fact, line)
    if (reply === null) return text.wrong(line, example)
    return reply.kind === 'back' && !mayGoBack ? text.noBack : null
  }
  const line = await typeLine(terminal, message, { hint, check })
  return line === null ? FINISH : (readLine(fact, line) ?? { kind: 'skip' })
}

const askThings = async (asking: Asking, message: string): Promise<Reply> => {
  const reply = await askTruth(asking, message)
  if (reply.kind !== 'answer') return reply
  if (reply.value === false) return { kind: 'answer', value: null }
  const { name: ask, nameHint: hint } = TEXT[asking.reader.language]
  const name = await typeLine(asking.terminal, ask, { hint, check: () => null })
  return name === null ? FINISH : { kind: 'answer', value: name }
}

/** Puts one question to the person at the terminal. Throws `ExitPromptError` on Ctrl-C. */
export const askPerson = (asking: Asking): Promise<Reply> => {
  const { reader, question } = asking
  const message = showQuestion(reader, question)
  const { asked } = question
  if (asked.kind === 'things') return askThings(asking, message)
  const fact = reader.rulebook.facts.get(asked.need.fact)
  if (!fact) throw new RangeError(`unknown fact: ${asked.need.fact}`)
  if (fact.type === 'boolean') return askTruth(asking, message)
  const list = fact.codes === null ? undefined : reader.rulebook.codeLists.get(fact.codes)
  if (list) return askCode(asking, message, codesInOrder(list.list.codes))
  return askTyped(asking, message, fact)
}
