import { type Exact, formatExact, parseExact } from '@huiqi/domain'
import type { Corpus } from './model.ts'

const EXACT_KEY = 'exact'

const isExact = (value: object): value is Exact => 'n' in value && 'd' in value

const encode = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && isExact(value)
    ? { [EXACT_KEY]: formatExact(value) }
    : value

const reviveAt = (holder: object, key: string | number): void => {
  const inner: unknown = Reflect.get(holder, key)
  if (typeof inner !== 'object' || inner === null) return
  const revived = revive(inner)
  if (revived !== inner) Reflect.set(holder, key, revived)
}

const revive = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let place = 0; place < value.length; place += 1) reviveAt(value, place)
    return value
  }
  if (EXACT_KEY in value && typeof value.exact === 'string') return parseExact(value.exact)
  for (const key of Object.keys(value)) reviveAt(value, key)
  return value
}

/** A value as JSON text in which exact numbers stand as `{ "exact": "0.05" }`. */
export const stringifyExact = (value: unknown): string => JSON.stringify(value, encode)

/** The value that `stringifyExact` wrote. Throws SyntaxError when the text is no JSON. */
export const parseWithExact = (text: string): unknown => revive(JSON.parse(text))

const LISTS: readonly (keyof Corpus)[] = [
  'facts',
  'codeLists',
  'qualifications',
  'agencies',
  'parameters',
  'classTables',
  'scoreTables',
  'stackingGroups',
  'pools',
  'ladders',
  'synonyms',
  'instruments',
  'measures',
]

/** Whether a value has the lists of a corpus. */
export const isCorpus = (value: unknown): value is Corpus =>
  typeof value === 'object' &&
  value !== null &&
  LISTS.every((list) => Array.isArray(Reflect.get(value, list)))

/** The corpus as JSON text, for browsers and caches. */
export const toJson = (corpus: Corpus): string => stringifyExact(corpus)

/** The corpus that `toJson` wrote. Throws SyntaxError for anything else. */
export const fromJson = (text: string): Corpus => {
  const corpus = parseWithExact(text)
  if (isCorpus(corpus)) return corpus
  throw new SyntaxError('not a corpus')
}
