import type { components } from '@huiqi/client'
import { useWords } from '../../frame/language.tsx'
import { IMPORT_STATES } from './import-words.ts'

type State = components['schemas']['ImportState']

const TONES: Readonly<Record<State, string>> = {
  checking: '',
  checked: 'warn',
  applying: '',
  applied: 'good',
  refused: 'bad',
  cancelled: '',
  failed: 'bad',
}

/** How a batch stands. */
export const StateMark = ({ state }: { readonly state: State }) => {
  const states = useWords(IMPORT_STATES)
  return <span className={`mark ${TONES[state]}`}>{states[state]}</span>
}
