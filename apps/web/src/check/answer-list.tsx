import type { ThingKind } from '@huiqi/engine'
import { showNeed, showScalar, words } from '@huiqi/wording'
import { useId, useState } from 'react'
import {
  type Answers,
  answerKey,
  type FactAnswer,
  withFact,
  withNone,
  withoutFact,
  withoutThing,
  withThing,
} from './answers.ts'
import { type CheckSetting, useCheck } from './check-context.ts'
import type { Change } from './question-card.tsx'
import { THING_KINDS } from './thing-kinds.ts'
import { ValueField } from './value-field.tsx'

const valueText = ({ rulebook, language }: CheckSetting, { fact, value }: FactAnswer): string => {
  const definition = rulebook.facts.get(fact)
  return definition === undefined
    ? String(value)
    : showScalar(rulebook, definition, { value, language })
}

const AnswerRow = ({
  answer,
  onChange,
}: {
  readonly answer: FactAnswer
  readonly onChange: Change
}) => {
  const setting = useCheck()
  const { rulebook, reader, text } = setting
  const [isEdited, setEdited] = useState(false)
  const id = useId()
  const definition = rulebook.facts.get(answer.fact)
  const name = showNeed(reader, answer)
  return (
    <li className="answer">
      <p>
        <span id={id}>{name}</span>
        <strong>{valueText(setting, answer)}</strong>
      </p>
      <p className="answer-tools no-print">
        <button
          type="button"
          className="link-button"
          aria-expanded={isEdited}
          aria-label={`${isEdited ? text.cancel : text.edit} ${name}`}
          onClick={() => setEdited(!isEdited)}
        >
          {isEdited ? text.cancel : text.edit}
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={`${text.remove} ${name}`}
          onClick={() => onChange((answers) => withoutFact(answers, answerKey(answer)))}
        >
          {text.remove}
        </button>
      </p>
      {isEdited && definition !== undefined ? (
        <ValueField
          fact={definition}
          labelledBy={id}
          submit={text.save}
          onValue={(value) => {
            setEdited(false)
            onChange((answers) => withFact(answers, { ...answer, value }))
          }}
        />
      ) : null}
    </li>
  )
}

interface ListProps {
  readonly answers: Answers
  readonly onChange: Change
}

const Facts = ({ answers, onChange, thing }: ListProps & { readonly thing: string | null }) => (
  <ul className="answer-list">
    {answers.facts
      .filter((answer) => answer.thing === thing)
      .map((answer) => (
        <AnswerRow key={answerKey(answer)} answer={answer} onChange={onChange} />
      ))}
  </ul>
)

const ThingGroup = ({ kind, answers, onChange }: ListProps & { readonly kind: ThingKind }) => {
  const { language, text } = useCheck()
  const name = words[language].subject[kind]
  const own = answers.things.filter((thing) => thing.kind === kind)
  const isNone = answers.without.includes(kind)
  return (
    <li className="thing-group">
      {own.map((thing) => (
        <div key={thing.id}>
          <p className="answer">
            <strong>{thing.name}</strong>
            <button
              type="button"
              className="link-button no-print"
              aria-label={`${text.remove} ${thing.name}`}
              onClick={() => onChange((all) => withoutThing(all, thing.id))}
            >
              {text.remove}
            </button>
          </p>
          <Facts answers={answers} onChange={onChange} thing={thing.id} />
        </div>
      ))}
      <p className="thing-tools">
        {isNone ? <span className="soft">{text.noneOf(name)}</span> : null}
        <button
          type="button"
          className="link-button no-print"
          onClick={() =>
            onChange((all) => withThing(all, kind, (number) => text.thingNumber(name, number)))
          }
        >
          {text.add(name)}
        </button>
        {isNone || own.length > 0 ? null : (
          <button
            type="button"
            className="link-button no-print"
            onClick={() => onChange((all) => withNone(all, kind))}
          >
            {text.noneOf(name)}
          </button>
        )}
      </p>
    </li>
  )
}

/** What has been answered, each to change or take back, and the things brought forward. */
export const AnswerList = ({ answers, onChange }: ListProps) => {
  const { text } = useCheck()
  const own = answers.facts.filter(({ thing }) => thing === null)
  return (
    <>
      <section className="side-part" aria-label={text.answers}>
        <h2>
          {text.answers} <span className="count">{own.length}</span>
        </h2>
        {own.length === 0 ? (
          <p className="soft">{text.nothingAnswered}</p>
        ) : (
          <Facts answers={answers} onChange={onChange} thing={null} />
        )}
      </section>
      <section className="side-part" aria-label={text.things}>
        <h2>{text.things}</h2>
        <p className="soft small no-print">{text.thingsSay}</p>
        <ul className="answer-list">
          {THING_KINDS.map((kind) => (
            <ThingGroup key={kind} kind={kind} answers={answers} onChange={onChange} />
          ))}
        </ul>
      </section>
    </>
  )
}
