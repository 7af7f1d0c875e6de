import { type Exact, formatExact, parseDate, parseExact } from '@huiqi/domain'
import {
  type FactDefinition,
  NEVER,
  type Rulebook,
  type Scalar,
  THING_KINDS,
  type ThingKind,
} from '@huiqi/engine'
import type { Answers, FactAnswer, ThingAnswer } from './answers.ts'

/** Why an address or a stored text gives no answers. */
export type FragmentFault = 'broken' | 'newer' | 'foreign'

/** The answers of a fragment, or why there are none; `foreign` names facts that are not known here. */
export type ReadFragment =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly fault: FragmentFault; readonly foreign: readonly string[] }

const VERSION = 1
const PREFIX = 'v'
const CHARACTERS_AT_MOST = 100_000

type Plain = string | boolean

const writeScalar = (value: Scalar): Plain =>
  typeof value === 'object' ? formatExact(value) : value

/** Answers as plain JSON, in the shape of version 1. */
export const writeAnswers = ({ facts, things, without, unknown }: Answers): string =>
  JSON.stringify({
    facts: facts.map(({ fact, year, thing, value }) => [fact, year, thing, writeScalar(value)]),
    things: things.map(({ id, name }) => [id, name]),
    without,
    unknown,
  })

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const isKind = (value: unknown): value is ThingKind => THING_KINDS.some((kind) => kind === value)

const kindOf = (id: string): ThingKind | null => {
  const [kind = '', number = ''] = id.split('-')
  return isKind(kind) && /^[1-9]\d{0,3}$/.test(number) ? kind : null
}

const numberIn = (text: string): Exact | null => {
  try {
    return parseExact(text)
  } catch {
    return null
  }
}

const isCodeOf = ({ codeLists }: Rulebook, { codes }: FactDefinition, code: string): boolean => {
  const index = codes === null ? undefined : codeLists.get(codes)
  if (index === undefined) return code.length <= 100
  return index.ancestors.has(code) || index.list.hasPrefixHierarchy
}

const readScalar = (rulebook: Rulebook, fact: FactDefinition, value: unknown): Scalar | null => {
  if (fact.type === 'boolean') return typeof value === 'boolean' ? value : null
  if (typeof value !== 'string' || value.length > 100) return null
  if (fact.type === 'date') return value === NEVER ? NEVER : parseDate(value)
  if (fact.type === 'code') return isCodeOf(rulebook, fact, value) ? value : null
  return numberIn(value)
}

const isYear = (value: unknown): value is number | null =>
  value === null || (Number.isInteger(value) && Number(value) > 1900 && Number(value) < 2200)

const readThing = (entry: unknown): ThingAnswer | null => {
  if (!isList(entry)) return null
  const [id, name] = entry
  if (typeof id !== 'string' || typeof name !== 'string' || name.length > 200) return null
  const kind = kindOf(id)
  return kind === null ? null : { id, kind, name }
}

const readFact = (
  rulebook: Rulebook,
  things: ReadonlySet<string>,
  entry: unknown,
): FactAnswer | null => {
  if (!isList(entry)) return null
  const [id, year, thing, stated] = entry
  const fact = rulebook.facts.get(String(id))
  const isThere = thing === null || (typeof thing === 'string' && things.has(thing))
  if (fact === undefined || !isYear(year) || !isThere) return null
  const value = readScalar(rulebook, fact, stated)
  return value === null ? null : { fact: fact.id, year, thing: thing ?? null, value }
}

/** The entries when none of them is missing. */
const whole = <T>(entries: readonly (T | null)[]): readonly T[] | null => {
  const found = entries.filter((entry) => entry !== null)
  return found.length === entries.length ? found : null
}

const refuse = (fault: FragmentFault, foreign: readonly string[] = []): ReadFragment => ({
  ok: false,
  fault,
  foreign,
})

const parse = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

/** Reads what `writeAnswers` wrote, checked against the facts that are known. */
export const readAnswers = (rulebook: Rulebook, text: string): ReadFragment => {
  const { facts, things, without, unknown } = parse(text) ?? {}
  if (!isList(facts) || !isList(things) || !isList(without) || !isList(unknown)) {
    return refuse('broken')
  }
  const foreign = facts
    .map((entry) => (isList(entry) ? String(entry[0]) : ''))
    .filter((id) => !rulebook.facts.has(id))
  if (foreign.length > 0) return refuse('foreign', [...new Set(foreign)])
  const named = whole(things.map(readThing))
  if (named === null || !without.every(isKind)) return refuse('broken')
  const ids = new Set(named.map(({ id }) => id))
  const stated = whole(facts.map((entry) => readFact(rulebook, ids, entry)))
  if (stated === null || ids.size < named.length) return refuse('broken')
  return {
    ok: true,
    answers: {
      facts: stated,
      things: named,
      without: without.filter(isKind),
      unknown: unknown.map(String),
      later: [],
    },
  }
}

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  change: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Blob([bytes]).stream().pipeThrough(change)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )

/** Answers as the fragment of an address: `v1.` and compressed text. */
export const toFragment = async (answers: Answers): Promise<string> => {
  const bytes = new TextEncoder().encode(writeAnswers(answers))
  const packed = await through(bytes, new CompressionStream('deflate-raw'))
  return `${PREFIX}${VERSION}.${toBase64(packed)}`
}

const unpack = async (packed: string): Promise<string | null> => {
  try {
    const bytes = await through(fromBase64(packed), new DecompressionStream('deflate-raw'))
    return new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}

/** The answers of a fragment. */
export const fromFragment = async (rulebook: Rulebook, fragment: string): Promise<ReadFragment> => {
  const [, version, packed] = /^v(\d{1,4})\.([\w-]+)$/.exec(fragment) ?? []
  if (version === undefined || packed === undefined) return refuse('broken')
  if (Number(version) !== VERSION) return refuse(Number(version) > VERSION ? 'newer' : 'broken')
  if (packed.length > CHARACTERS_AT_MOST) return refuse('broken')
  const text = await unpack(packed)
  return text === null ? refuse('broken') : readAnswers(rulebook, text)
}
