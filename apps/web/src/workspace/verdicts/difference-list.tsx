import type { components } from '@huiqi/client'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Given } from '../../rules/given.tsx'
import { useLanguage, useWords } from '../frame/language.tsx'
import { FenRange, type Range } from './fen-range.tsx'
import { OutcomeMark } from './outcome-mark.tsx'
import { explanationPath } from './verdict-list.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

/** A verdict that is another one than before, or gives another amount. */
export type Difference = components['schemas']['VerdictDifference']

const worthOf = (amount: Range | null): string =>
  amount === null ? '' : `${amount.lowFen} ${amount.highFen}`

/** What has changed: the outcome, else the amount. */
const Turn = ({ from, to }: Pick<Difference, 'from' | 'to'>) => {
  if (from.outcome !== to.outcome || from.amount === null || to.amount === null) {
    return (
      <p className="turn">
        <OutcomeMark outcome={from.outcome} /> → <OutcomeMark outcome={to.outcome} />
      </p>
    )
  }
  return (
    <p className="turn">
      <OutcomeMark outcome={to.outcome} /> <FenRange range={from.amount} /> →{' '}
      <FenRange range={to.amount} />
    </p>
  )
}

/** Verdicts that changed: from what to what. */
export const DifferenceList = <Entry extends Difference>({
  entries,
  enterprise,
  children,
}: {
  readonly entries: readonly Entry[]
  readonly enterprise: string
  /** What is said of each beside, why it changed for one. */
  readonly children?: (entry: Entry) => ReactNode
}) => {
  const text = useWords(VERDICT_WORDS)
  const { language } = useLanguage()
  return (
    <ul className="rows">
      {entries.map((entry) => {
        const { key, measure, thing, from, to } = entry
        return (
          <li key={key}>
            <div className="wide">
              <Link to={explanationPath(enterprise, measure.id, thing)}>
                <strong>{measure.name[language]}</strong>
              </Link>
              {thing === null ? null : <Given>{` ${text.of(thing.name)}`}</Given>}
              <Turn from={from} to={to} />
              {children?.(entry)}
            </div>
            {to.amount !== null && worthOf(to.amount) !== worthOf(from.amount) ? (
              <div className="gain">
                <strong>
                  <FenRange range={to.amount} />
                </strong>
              </div>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
