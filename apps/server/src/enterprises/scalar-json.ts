import type { FactValue } from '@huiqi/contract'
import { formatExact, parseExact } from '@huiqi/domain'
import type { FactDefinition, FactType, Scalar } from '@huiqi/engine'

const NUMERIC: ReadonlySet<FactType> = new Set(['money', 'rate', 'count', 'number'])

/** A value as it stands in the database and in answers: exact numbers as text, money in fen. */
export const toFactValue = (value: Scalar): FactValue =>
  typeof value === 'object' ? formatExact(value) : value

/** The value that `toFactValue` wrote; null when it does not fit the fact. */
export const fromFactValue = (stored: unknown, { type }: FactDefinition): Scalar | null => {
  if (type === 'boolean') return typeof stored === 'boolean' ? stored : null
  if (!NUMERIC.has(type)) return typeof stored === 'string' ? stored : null
  return typeof stored === 'string' || typeof stored === 'number'
    ? parseExact(String(stored))
    : null
}
