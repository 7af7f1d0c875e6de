import { formatMoney } from '@huiqi/domain'
import type { Asked, Question, Scalar, ThingKind } from '@huiqi/engine'
import { type Reader, showNeed, showScalar, words } from '@huiqi/wording'
import { useEffect, useId, useRef, useState } from 'react'
import { questionText as withoutHint } from '../rules/question-text.ts'
import {
  type Answers,
  answerKey,
  askedKey,
  withFact,
  withLater,
  withNone,
  withThing,
  withUnknown,
} from './answers.ts'
import { type CheckSetting, useCheck } from './check-context.ts'
import { type Result, stakeOf } from './result.ts'
import { ValueField } from './value-field.tsx'

/** How a part of the check changes the answers. */
export type Change = (change: (answers: Answers) => Answers) => void

/** The question in words, with the thing and the year it is about. */
export const questionText = (reader: Reader, text: CheckSetting['text'], asked: Asked): string => {
  const { rulebook, language } = reader
  const { inBrackets, label } = words[language].punctuation
  if (asked.kind === 'things') return text.thing(words[language].subject[asked.of])
  const { fact: id, year } = asked.need
  const fact = rulebook.facts.get(id)
  const asks =
    fact === undefined ? showNeed(reader, asked.need) : withoutHint(fact.question[language])
  const dated = year === null ? asks : `${asks}${inBrackets(String(year))}`
  return asked.thing === null ? dated : label(asked.thing.name, dated)
}

const NAMED_AT_MOST = 3

const Why = ({ question, result }: { readonly question: Question; readonly result: Result }) => {
  const { rulebook, language, text } = useCheck()
  const { decides, touches } = question
  const stake = stakeOf(result.match, question)
  const facts = [
    decides.length > 0 ? text.decides(decides.length) : null,
    text.touches(touches.length),
    stake.most > 0 ? text.stake(formatMoney(stake.most, language)) : null,
    stake.isOpen ? text.stakeOpen : null,
  ].filter((part) => part !== null)
  const named = [...decides, ...touches.filter((id) => !decides.includes(id))]
    .slice(0, NAMED_AT_MOST)
    .map((id) => rulebook.measures.get(id)?.name[language] ?? id)
  const { list, label, phrase } = words[language].punctuation
  const rest = touches.length > NAMED_AT_MOST ? ` ${text.more(touches.length)}` : ''
  return (
    <div className="why">
      <p>
        <strong>{text.whyAsked}</strong> {phrase(facts)}
      </p>
      <p className="soft small">{label(text.forMeasures, list(named) + rest)}</p>
    </div>
  )
}

const ThingsField = ({
  of,
  labelledBy,
  onChange,
}: {
  readonly of: ThingKind
  readonly labelledBy: string
  readonly onChange: Change
}) => {
  const { language, text } = useCheck()
  const [name, setName] = useState('')
  const id = useId()
  const kind = words[language].subject[of]
  return (
    <form
      className="value-form"
      aria-labelledby={labelledBy}
      onSubmit={(event) => {
        event.preventDefault()
        onChange((answers) =>
          withThing(answers, of, (number) => name.trim() || text.thingNumber(kind, number)),
        )
      }}
    >
      <div className="typed">
        <label htmlFor={id}>{text.thingName(kind)}</label>
        <input
          id={id}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="button">
        {text.hasSome}
      </button>
      <button
        type="button"
        className="button quiet"
        onClick={() => onChange((answers) => withNone(answers, of))}
      >
        {text.hasNone}
      </button>
    </form>
  )
}

const AnswerField = ({
  asked,
  labelledBy,
  onChange,
}: {
  readonly asked: Asked
  readonly labelledBy: string
  readonly onChange: Change
}) => {
  const { rulebook, text } = useCheck()
  if (asked.kind === 'things') {
    return <ThingsField of={asked.of} labelledBy={labelledBy} onChange={onChange} />
  }
  const { need, thing } = asked
  const fact = rulebook.facts.get(need.fact)
  if (fact === undefined) return null
  const take = (value: Scalar): void =>
    onChange((answers) => withFact(answers, { ...need, thing: thing?.id ?? null, value }))
  return <ValueField fact={fact} labelledBy={labelledBy} submit={text.answer} onValue={take} />
}

/** Says that an answer already given was too general. */
const Finer = ({ asked, answers }: { readonly asked: Asked; readonly answers: Answers }) => {
  const { rulebook, language, text } = useCheck()
  const given = answers.facts.find((answer) => answerKey(answer) === askedKey(asked))
  const fact = given === undefined ? undefined : rulebook.facts.get(given.fact)
  if (given === undefined || fact === undefined) return null
  const value = showScalar(rulebook, fact, { value: given.value, language })
  return <p className="hint">{text.finer(value)}</p>
}

/** The question that is worth most, with why it is asked and the ways to answer it. */
export const QuestionCard = ({
  question,
  answers,
  result,
  canUndo,
  onChange,
  onUndo,
}: {
  readonly question: Question
  readonly answers: Answers
  readonly result: Result
  readonly canUndo: boolean
  readonly onChange: Change
  readonly onUndo: () => void
}) => {
  const { reader, text } = useCheck()
  const key = askedKey(question.asked)
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef(key)
  const id = useId()
  useEffect(() => {
    if (last.current !== key) heading.current?.focus({ preventScroll: true })
    last.current = key
  }, [key])
  return (
    <section className="question" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {questionText(reader, text, question.asked)}
      </h2>
      <Finer asked={question.asked} answers={answers} />
      <AnswerField key={key} asked={question.asked} labelledBy={id} onChange={onChange} />
      <p className="question-exits">
        <button
          type="button"
          className="link-button"
          onClick={() => onChange((answers) => withUnknown(answers, key))}
        >
          {text.unknown}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => onChange((answers) => withLater(answers, key))}
        >
          {text.later}
        </button>
        {canUndo ? (
          <button type="button" className="link-button" onClick={onUndo}>
            {text.back}
          </button>
        ) : null}
      </p>
      <Why question={question} result={result} />
    </section>
  )
}
