import type { components } from '@huiqi/client'
import { Button } from 'antd'
import { useState } from 'react'
import { inBoth, useWords } from '../../frame/language.tsx'
import { Nothing } from '../../ui/answer.tsx'
import { Part } from '../../ui/page.tsx'
import { useSay } from '../../ui/say.tsx'
import { type Difference, DifferenceList } from '../../verdicts/difference-list.tsx'
import { Question } from './question.tsx'

const WORDS = inBoth({
  zh: {
    title: '答一个问题，定几项措施',
    none: '没有要问的了：每项措施都有了结论。',
    turned: (count: number) => `您的回答改变了 ${count} 项结论`,
    more: (count: number) => `再看 ${count} 个问题`,
    same: '已记下。还没有结论因此改变。',
  },
  en: {
    title: 'What one answer decides',
    none: 'Nothing is left to ask: every measure has its verdict.',
    turned: (count: number) =>
      count === 1 ? 'Your answer changed 1 verdict' : `Your answer changed ${count} verdicts`,
    more: (count: number) => (count === 1 ? '1 more question' : `${count} more questions`),
    same: 'Noted. No verdict has changed by it yet.',
  },
})

type NextQuestion = components['schemas']['NextQuestion']

const SHOWN = 3

const keyOf = ({ asked, things, thing }: NextQuestion): string =>
  [asked?.fact ?? '', asked?.year ?? '', things ?? '', thing?.id ?? ''].join(' ')

/** The questions whose answers decide most, to be answered right here. */
export const Questions = ({
  questions,
  enterprise,
  mayState,
}: {
  readonly questions: readonly NextQuestion[]
  readonly enterprise: string
  readonly mayState: boolean
}) => {
  const text = useWords(WORDS)
  const say = useSay()
  const [isLong, setIsLong] = useState(false)
  const [turned, setTurned] = useState<readonly Difference[] | null>(null)
  return (
    <Part title={text.title} className="no-print">
      {turned === null ? null : (
        <p className="notice good">
          {turned.length === 0 ? text.same : text.turned(turned.length)}
        </p>
      )}
      {turned === null || turned.length === 0 ? null : (
        <DifferenceList entries={turned} enterprise={enterprise} />
      )}
      {questions.length === 0 ? (
        <Nothing>{text.none}</Nothing>
      ) : (
        <ul className="rows">
          {questions.slice(0, isLong ? questions.length : SHOWN).map((question) => (
            <Question
              key={keyOf(question)}
              question={question}
              enterprise={enterprise}
              mayState={mayState}
              onAnswered={(found) => {
                setTurned(found)
                say(found.length === 0 ? text.same : text.turned(found.length))
              }}
            />
          ))}
        </ul>
      )}
      {isLong || questions.length <= SHOWN ? null : (
        <p>
          <Button onClick={() => setIsLong(true)}>{text.more(questions.length - SHOWN)}</Button>
        </p>
      )}
    </Part>
  )
}
