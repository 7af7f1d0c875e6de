import { useEffect, useMemo, useReducer, useState } from 'react'
import { AnswerList } from './answer-list.tsx'
import { type Answers, askedKey, isEmpty, NO_ANSWERS } from './answers.ts'
import { useCheck } from './check-context.ts'
import { keep } from './device-store.ts'
import type { ReadFragment } from './fragment.ts'
import { Ladders } from './ladders.tsx'
import { MoreQuestions } from './more-questions.tsx'
import { Outcomes } from './outcomes.tsx'
import { type Change, QuestionCard } from './question-card.tsx'
import { type Result, resultOf } from './result.ts'
import { nextSteps, type StepAction, type Steps } from './steps.ts'
import { Tools } from './tools.tsx'
import { Totals } from './totals.tsx'
import { useOnline } from './use-online.ts'

const useResult = (answers: Answers): Result => {
  const { rulebook, today } = useCheck()
  return useMemo(() => {
    performance.mark('huiqi-answer')
    const result = resultOf(rulebook, answers, today)
    performance.measure('huiqi-answer', 'huiqi-answer')
    return result
  }, [rulebook, answers, today])
}

const Offline = () => {
  const { text } = useCheck()
  const isOnline = useOnline()
  return (
    <p className={isOnline ? 'unseen' : 'banner calm'} role="status">
      {isOnline ? '' : text.offline}
    </p>
  )
}

const SharedNotice = ({
  shared,
  onUse,
  onKeep,
}: {
  readonly shared: ReadFragment
  readonly onUse: (answers: Answers) => void
  readonly onKeep: () => void
}) => {
  const { text, language } = useCheck()
  if (!shared.ok) {
    const foreign = shared.foreign.join(language === 'zh' ? '、' : ', ')
    return (
      <p className="banner bad" role="alert">
        {text.fragment[shared.fault]}
        {foreign}
      </p>
    )
  }
  return (
    <section className="hint shared" aria-label={text.shared}>
      <p>
        <strong>{text.shared}</strong> {text.sharedAsk}
      </p>
      <p className="choices">
        <button type="button" className="button" onClick={() => onUse(shared.answers)}>
          {text.useShared}
        </button>
        <button type="button" className="button quiet" onClick={onKeep}>
          {text.keepMine}
        </button>
      </p>
    </section>
  )
}

const AskPart = ({
  result,
  steps,
  dispatch,
}: {
  readonly result: Result
  readonly steps: Steps
  readonly dispatch: (action: StepAction) => void
}) => {
  const { text } = useCheck()
  const [picked, setPicked] = useState<string | null>(null)
  const question =
    result.questions.find(({ asked }) => askedKey(asked) === picked) ?? result.questions[0]
  const change: Change = (changed) => {
    setPicked(null)
    dispatch({ kind: 'answer', change: changed })
  }
  const undo = (): void => {
    setPicked(null)
    dispatch({ kind: 'undo' })
  }
  const canUndo = steps.past.length > 0
  return (
    <div className="ask no-print">
      {question === undefined ? (
        <section className="question">
          <h2>{text.done}</h2>
          <p>{text.doneSay}</p>
          {canUndo ? (
            <button type="button" className="link-button" onClick={undo}>
              {text.back}
            </button>
          ) : null}
        </section>
      ) : (
        <QuestionCard
          question={question}
          answers={steps.now}
          result={result}
          canUndo={canUndo}
          onChange={change}
          onUndo={undo}
        />
      )}
      <MoreQuestions
        questions={result.questions.filter((each) => each !== question)}
        onPick={setPicked}
      />
    </div>
  )
}

/** What a check begins with: the answers kept here, and those of the address. */
export interface Beginning {
  readonly kept: Answers | null
  readonly shared: ReadFragment | null
}

const firstAnswers = ({ kept, shared }: Beginning): Answers =>
  kept ?? (shared?.ok === true ? shared.answers : NO_ANSWERS)

/** The whole check. */
export const CheckApp = ({ beginning }: { readonly beginning: Beginning }) => {
  const { text, today } = useCheck()
  const [steps, dispatch] = useReducer(nextSteps, { past: [], now: firstAnswers(beginning) })
  const [shared, setShared] = useState(
    beginning.shared?.ok === true && beginning.kept === null ? null : beginning.shared,
  )
  const answers = steps.now
  const result = useResult(answers)
  useEffect(() => keep(answers), [answers])
  const replace = (next: Answers): void => {
    setShared(null)
    dispatch({ kind: 'answer', change: () => next })
  }
  return (
    <div className="check">
      <Offline />
      {shared === null ? null : (
        <SharedNotice shared={shared} onUse={replace} onKeep={() => setShared(null)} />
      )}
      <Totals result={result} />
      <AskPart result={result} steps={steps} dispatch={dispatch} />
      <div className="check-results">
        {isEmpty(answers) ? <p className="soft">{text.nothing}</p> : null}
        <Outcomes result={result} />
        <Ladders result={result} />
        <p className="soft small">{text.asOf(today)}</p>
      </div>
      <aside className="check-side" aria-label={text.answers}>
        <AnswerList answers={answers} onChange={(change) => dispatch({ kind: 'answer', change })} />
        <Tools
          answers={answers}
          onForget={() => {
            dispatch({ kind: 'forget' })
            setShared(null)
          }}
        />
      </aside>
    </div>
  )
}
