import { parseMoney } from '@huiqi/domain'
import type { Typed } from '../../facts/fact-input.tsx'

/** A typed amount in fen; null when nothing is typed, `unreadable` when it is no amount that was received. */
export const fenOf = (typed: Typed): number | null | 'unreadable' => {
  if (typeof typed !== 'string' || typed.trim() === '') return null
  const parsed = parseMoney(typed)
  return parsed.ok && parsed.fen >= 0 ? parsed.fen : 'unreadable'
}
