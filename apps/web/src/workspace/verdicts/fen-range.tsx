import type { components } from '@huiqi/client'
import { useWords } from '../frame/language.tsx'
import { Money } from '../ui/figures.tsx'
import { VERDICT_WORDS } from './verdict-words.ts'

/** An amount in fen that may have two ends. */
export type Range = components['schemas']['FenRange']

/** An amount with its two ends; an open high end says `at least`. */
export const FenRange = ({ range, inYuan }: { readonly range: Range; readonly inYuan?: true }) => {
  const text = useWords(VERDICT_WORDS)
  const { lowFen, highFen } = range
  const form = inYuan === true ? { inYuan } : {}
  if (highFen === null) {
    if (lowFen === 0) return <span>{text.amountOpen}</span>
    return (
      <span>
        {text.atLeast} <Money fen={lowFen} {...form} />
      </span>
    )
  }
  if (lowFen === highFen) return <Money fen={lowFen} {...form} />
  if (lowFen === 0) {
    return (
      <span>
        {text.atMost} <Money fen={highFen} {...form} />
      </span>
    )
  }
  return (
    <span>
      <Money fen={lowFen} {...form} /> {text.to} <Money fen={highFen} {...form} />
    </span>
  )
}
