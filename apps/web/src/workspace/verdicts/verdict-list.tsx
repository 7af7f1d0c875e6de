import type { components } from '@huiqi/client'
import { Link } from 'react-router'
import { Given } from '../../rules/given.tsx'
import { useLanguage, useWords } from '../frame/language.tsx'
import { FenRange } from './fen-range.tsx'
import { MeasureStatus } from './measure-status.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { Reasons } from './reasons.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

/** One measure answered. */
export type Verdict = components['schemas']['VerdictSummary']

/** The page that explains a measure to an enterprise. */
export const explanationPath = (
  enterprise: string,
  measure: string,
  thing: { readonly id: string } | null = null,
): string =>
  `/e/${enterprise}/measures/${measure}${thing === null ? '' : `?thing=${encodeURIComponent(thing.id)}`}`

const Amount = ({ verdict }: { readonly verdict: Verdict }) => {
  const { language } = useLanguage()
  const { amount, amountText, measure } = verdict
  if (amount !== null) return <FenRange range={amount} />
  const said = amountText ?? measure.amount
  return said === null ? null : <span>{said[language]}</span>
}

const Row = ({
  verdict,
  enterprise,
}: {
  readonly verdict: Verdict
  readonly enterprise: string
}) => {
  const text = useWords(VERDICT_WORDS)
  const { language } = useLanguage()
  const { measure, thing, outcome, reasons, leftOut, isUsedUp } = verdict
  return (
    <li>
      <div className="wide">
        <Link to={explanationPath(enterprise, measure.id, thing)}>
          <strong>{measure.name[language]}</strong>
        </Link>{' '}
        {outcome === 'met' ? null : <OutcomeMark outcome={outcome} />}{' '}
        {isUsedUp ? <span className="mark">{text.usedUp}</span> : null}
        <p className="soft">
          {measure.lead.name[language]} · {text[measure.delivery]}
          {thing === null ? null : <Given>{` · ${text.of(thing.name)}`}</Given>}
        </p>
        <Reasons reasons={reasons} instrument={measure.instrument.id} />
        {leftOut.length === 0 ? null : (
          <p className="soft">
            <span className="mark warn">{text.leftOut}</span>{' '}
            {leftOut.map((reason) => reason[language]).join(' ')}
          </p>
        )}
      </div>
      <div className={outcome === 'met' ? 'gain' : 'gain not-ours'}>
        <strong>
          <Amount verdict={verdict} />
        </strong>
        <MeasureStatus measure={measure} />
      </div>
    </li>
  )
}

/** Verdicts with amount and deadline first. */
export const VerdictList = ({
  verdicts,
  enterprise,
}: {
  readonly verdicts: readonly Verdict[]
  readonly enterprise: string
}) => (
  <ul className="rows">
    {verdicts.map((verdict) => (
      <Row key={verdict.key} verdict={verdict} enterprise={enterprise} />
    ))}
  </ul>
)
