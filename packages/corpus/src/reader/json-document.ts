import type { Place } from '../place.ts'
import { toExactNumber } from './exact-number.ts'
import type { Value } from './yaml-document.ts'

/** What a JSON text holds, or why and where it is not JSON. */
export type JsonDocument =
  | {
      readonly kind: 'value'
      readonly value: Value
      /** Whether each key stands once in its object; of others the last one counts. */
      readonly hasUniqueKeys: boolean
    }
  | { readonly kind: 'fault'; readonly detail: string; readonly place: Place }

const KEY_OR_TEXT = /"(?:[^"\\]|\\.)*"(\s*:)?/g

const countKeysIn = (text: string): number =>
  [...text.matchAll(KEY_OR_TEXT)].filter(([, colon]) => colon !== undefined).length

const countKeys = (value: Value): number => {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value)
  const own = Array.isArray(value) ? 0 : inner.length
  return inner.reduce((sum: number, each) => sum + countKeys(each), own)
}

const keepExact = (
  _: string,
  value: unknown,
  { source = '' }: { readonly source?: string } = {},
): unknown => (typeof value === 'number' ? toExactNumber(source) : value)

const placeOfFault = (text: string, message: string): Place => {
  const end = /end of JSON/.test(message) ? text.trimEnd().length : 0
  const offset = Number(/position (\d+)/.exec(message)?.[1] ?? end)
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Reads JSON to what `readYaml` makes of it, faster and without places. */
export const readJson = (text: string): JsonDocument => {
  try {
    const value: Value = JSON.parse(text, keepExact)
    return { kind: 'value', value, hasUniqueKeys: countKeys(value) === countKeysIn(text) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { kind: 'fault', detail, place: placeOfFault(text, detail) }
  }
}
