import { MONEY_RECEIVED, type Verdict } from '@huiqi/engine'
import {
  findFastPath,
  opennessAfterChange,
  type Reader,
  showAmount,
  showCallStatus,
  showFastPath,
  showNeeds,
  words,
  wordsOfChange,
} from '@huiqi/wording'
import { type CheckSetting, useCheck } from './check-context.ts'
import { Fold } from './fold.tsx'
import type { Result } from './result.ts'
import { RuleLink } from './rule-link.tsx'
import { TraceTree } from './trace-tree.tsx'

/** The name of a measure, and of the thing it is answered for. */
export const nameOfVerdict = ({ language }: Reader, { measure, thing }: Verdict): string =>
  thing === null ? measure.name[language] : `${measure.name[language]} · ${thing.name}`

const Changes = ({ verdict }: { readonly verdict: Verdict }) => {
  const { reader, language, text } = useCheck()
  const { changes, outcome, measure } = verdict
  if (outcome !== 'unmet') return null
  if (changes === null) return <p className="soft">{text.unchangeable}</p>
  const { missing, reviews } = opennessAfterChange(verdict)
  const open = [...missing, ...reviews]
  return (
    <div>
      <p>
        <strong>{text.change}</strong>
      </p>
      <ul>
        {changes.map((change) => {
          const { says, distance, provision } = wordsOfChange(reader, change)
          return (
            <li key={change.leaf.path}>
              {says}
              {distance === null ? null : <span className="tone-bad"> — {distance}</span>}{' '}
              <RuleLink provision={provision} instrument={measure.instrument} />
            </li>
          )
        })}
      </ul>
      {open.length === 0 ? null : (
        <p className="soft small">
          {words[language].punctuation.label(text.supply, showNeeds(reader, open))}
        </p>
      )}
    </div>
  )
}

/** Everything about a verdict: what would turn it, each condition, the amount, the papers, the page. */
export const VerdictDetails = ({ verdict }: { readonly verdict: Verdict }) => {
  const { language, text } = useCheck()
  const { measure, trace } = verdict
  const prefix = language === 'en' ? '/en' : ''
  return (
    <div className="verdict-details">
      <p>{measure.plain[language]}</p>
      <Changes verdict={verdict} />
      {trace === null ? null : <TraceTree trace={trace} instrument={measure.instrument} />}
      {measure.evidence.length === 0 ? null : (
        <p className="soft small">
          {words[language].punctuation.label(
            text.evidence,
            words[language].punctuation.list(measure.evidence.map(({ name }) => name[language])),
          )}
        </p>
      )}
      <p>
        <a href={`${prefix}/measures/${measure.id}`}>{text.page}</a>
      </p>
    </div>
  )
}

const notesOf = (
  { reader, language, text }: CheckSetting,
  result: Result,
  verdict: Verdict,
): readonly string[] => {
  const { measure, why } = verdict
  const call = result.match.calls.get(measure.id)
  const isMoney = measure.benefit !== null && MONEY_RECEIVED.has(measure.benefit.kind)
  const path = isMoney ? findFastPath(verdict) : null
  const { label } = words[language].punctuation
  return [
    call === undefined || measure.delivery === 'automatic' ? null : showCallStatus(call, language),
    path === null ? null : showFastPath(reader, path),
    why.reviews.length === 0 ? null : label(text.judge, showNeeds(reader, why.reviews)),
  ].filter((note) => note !== null)
}

/** A verdict of the list: name and amount, time left, what stands before a quick decision; the reasons on demand. */
export const VerdictRow = ({
  verdict,
  result,
}: {
  readonly verdict: Verdict
  readonly result: Result
}) => {
  const setting = useCheck()
  const { reader, language, text } = setting
  const { amount } = verdict
  return (
    <li className="row verdict">
      <div>
        <h4 className="row-name">{nameOfVerdict(reader, verdict)}</h4>
        {notesOf(setting, result, verdict).map((note) => (
          <p key={note} className="soft small">
            {note}
          </p>
        ))}
        <Fold title={text.reasons}>{() => <VerdictDetails verdict={verdict} />}</Fold>
      </div>
      {amount === null ? null : <p className="row-amount">{showAmount(amount, language)}</p>}
    </li>
  )
}
