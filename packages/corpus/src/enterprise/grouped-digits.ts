import type { Value } from '../reader/yaml-document.ts'
import { isMap } from './stated-values.ts'

/** The content with ordinary commas between the digits of its texts, where full-width ones stand. */
export const restoreCommas = (value: Value): Value => {
  if (typeof value === 'string') return value.replace(/(?<=\d)\uFF0C(?=\d{3}(?!\d))/g, ',')
  if (Array.isArray(value)) return value.map(restoreCommas)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, restoreCommas(inner)]),
  )
}
