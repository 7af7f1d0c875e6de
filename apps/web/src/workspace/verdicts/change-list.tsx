import type { components } from '@huiqi/client'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: { hold: '要做到', cease: '不能再有' },
  en: { hold: 'has to hold', cease: 'must no longer hold' },
})

import { Provision } from './provision.tsx'

type NeededChange = components['schemas']['NeededChange']

/** The fewest changes that would turn a verdict, each with how far it is off and its provision. */
export const ChangeList = ({
  changes,
  instrument,
}: {
  readonly changes: readonly NeededChange[]
  readonly instrument: string
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <ul className="reasons">
      {changes.map(({ says, to, distance, provision }) => (
        <li key={`${provision} ${says.zh}`}>
          <span className="soft">{text[to]}</span> {says[language]}
          {distance === null ? null : <strong> — {distance[language]}</strong>}{' '}
          <Provision instrument={instrument} provision={provision} />
        </li>
      ))}
    </ul>
  )
}
