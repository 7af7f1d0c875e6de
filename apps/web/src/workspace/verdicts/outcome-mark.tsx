import type { components } from '@huiqi/client'
import { useWords } from '../frame/language.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

type Outcome = components['schemas']['Outcome'] | 'open' | 'none'

const TONES: Readonly<Record<Outcome, string>> = {
  met: 'good',
  unmet: 'bad',
  unknown: 'warn',
  'needs-review': 'warn',
  'not-in-force': '',
  open: 'warn',
  none: '',
}

/** The answer for a measure, in a word. */
export const OutcomeMark = ({ outcome }: { readonly outcome: Outcome }) => {
  const text = useWords(VERDICT_WORDS)
  return <span className={`mark ${TONES[outcome]}`}>{text[outcome]}</span>
}
