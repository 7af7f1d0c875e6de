import type { Question } from '@huiqi/engine'
import { askedKey } from './answers.ts'
import { useCheck } from './check-context.ts'
import { Fold } from './fold.tsx'
import { questionText } from './question-card.tsx'

/** The other questions, each of which can be answered first. */
export const MoreQuestions = ({
  questions,
  onPick,
}: {
  readonly questions: readonly Question[]
  readonly onPick: (key: string) => void
}) => {
  const { reader, text } = useCheck()
  return questions.length === 0 ? null : (
    <Fold title={text.moreQuestions(questions.length)} className="fold no-print">
      {() => (
        <ul className="folded">
          {questions.map(({ asked, decides, touches }) => (
            <li key={askedKey(asked)} className="other-question">
              <button type="button" className="link-button" onClick={() => onPick(askedKey(asked))}>
                {questionText(reader, text, asked)}
              </button>
              <span className="soft small">
                {decides.length > 0 ? text.decides(decides.length) : text.touches(touches.length)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  )
}
