import {
  type Clock,
  type Enterprise,
  matchEnterprise,
  needKey,
  type Question,
  type Rulebook,
} from '@huiqi/engine'
import { isEmptyTotal, pilesOf, type Reader, showTotal, totalOf } from '@huiqi/wording'
import type { Io, Terminal } from '../io.ts'
import { paint } from '../show/paint.ts'
import { askPerson, type Reply } from './ask-person.ts'
import { withAnswer } from './with-answer.ts'

const TEXT = {
  zh: {
    soFar: (total: string) => `目前可享 ${total}`,
    nothing: '目前还没有可享的资金',
    done: '没有更多有用的问题了。',
    left: (count: number) => `还有 ${count} 个有用的问题`,
  },
  en: {
    soFar: (total: string) => `So far ${total}`,
    nothing: 'No money yet',
    done: 'Nothing useful is left to ask.',
    left: (count: number) => `${count} useful ${count === 1 ? 'question' : 'questions'} left`,
  },
} as const

/** Where the conversation stands; `before` is the step to go back to. */
interface Step {
  readonly enterprise: Enterprise
  readonly skipped: ReadonlySet<string>
  readonly before: Step | null
}

const keyOf = ({ asked }: Question): string =>
  asked.kind === 'fact' ? `${needKey(asked.need)}#${asked.thing?.id ?? ''}` : `things:${asked.of}`

const after = (step: Step, question: Question, reply: Reply): Step => {
  switch (reply.kind) {
    case 'back':
      return step.before ?? step
    case 'answer':
      return {
        ...step,
        enterprise: withAnswer(step.enterprise, question.asked, reply),
        before: step,
      }
    default:
      return { ...step, skipped: new Set([...step.skipped, keyOf(question)]), before: step }
  }
}

/** What a conversation needs. */
export interface Setting {
  readonly rulebook: Rulebook
  readonly enterprise: Enterprise
  readonly clock: Clock
  readonly terminal: Terminal
}

/** Asks the best next question until nothing useful is unknown or the person stops; the enterprise with all answers. */
export const converse = async (io: Io, setting: Setting): Promise<Enterprise> => {
  const { rulebook, clock, terminal } = setting
  const text = TEXT[io.language]
  const reader: Reader = { rulebook, language: io.language, asOf: clock.asOf }
  let step: Step = { enterprise: setting.enterprise, skipped: new Set(), before: null }
  for (;;) {
    const found = matchEnterprise(rulebook, step.enterprise, clock)
    const { skipped, before, enterprise } = step
    const useful = found.questions.filter((question) => !skipped.has(keyOf(question)))
    const { automatic, apply } = pilesOf(found)
    const total = totalOf(found, [...automatic, ...apply])
    const sum = isEmptyTotal(total) ? text.nothing : text.soFar(showTotal(total, io.language))
    io.err(`\n${paint(io, 'soft', `${sum} · ${text.left(useful.length)}`)}\n`)
    const [question] = useful
    if (!question) io.err(`${text.done}\n`)
    if (!question) return enterprise
    const reply = await askPerson({ terminal, reader, question, mayGoBack: before !== null })
    if (reply.kind === 'finish') return enterprise
    step = after(step, question, reply)
  }
}
