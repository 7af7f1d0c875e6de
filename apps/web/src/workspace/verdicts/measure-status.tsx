import type { components } from '@huiqi/client'
import { useWords } from '../frame/language.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

type Measure = Pick<
  components['schemas']['MeasureSummary'],
  'status' | 'opensOn' | 'closesOn' | 'daysLeft' | 'delivery'
>

const SOON_DAYS = 14

type Words = ReturnType<typeof useWords<(typeof VERDICT_WORDS)['zh']>>

const wordsFor = (measure: Measure, text: Words): string => {
  const { status, opensOn, closesOn, daysLeft } = measure
  switch (status) {
    case 'coming':
      return text.coming(opensOn ?? '')
    case 'open':
    case 'closing':
      return closesOn === null || daysLeft === null ? text.openNow : text.closes(closesOn, daysLeft)
    case 'closed':
      return text.closed
    case 'unscheduled':
      return text.unscheduled
    case 'not-yet-in-force':
      return text.notYet(opensOn ?? '')
    case 'expired':
      return text.expired
  }
}

/** By when one can apply. */
export const MeasureStatus = ({ measure }: { readonly measure: Measure }) => {
  const text = useWords(VERDICT_WORDS)
  if (measure.delivery === 'automatic') return null
  const isSoon = measure.daysLeft !== null && measure.daysLeft <= SOON_DAYS
  return <span className={isSoon ? 'deadline soon' : 'deadline'}>{wordsFor(measure, text)}</span>
}
