import { type Exact, formatExact } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'

const isExact = (value: unknown): value is Exact =>
  typeof value === 'object' &&
  value !== null &&
  'n' in value &&
  'd' in value &&
  typeof value.n === 'bigint' &&
  typeof value.d === 'bigint'

const plain = (value: unknown): unknown => {
  if (isExact(value)) return formatExact(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
}

/** A measure for machines: the engine's own shape, exact numbers as text (money in fen). */
export const measureJson = (measure: Measure): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(measure).map(([key, value]) => [key, plain(value)]))
