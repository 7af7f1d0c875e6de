import type { Thing, ThingKind } from '@huiqi/engine'
import type { Path } from '../place.ts'
import type { Value } from '../reader/yaml-document.ts'
import { omit, readFactMap, toFacts } from './fact-entries.ts'
import type { FactSheet, Reading } from './reading.ts'
import { isMap } from './stated-values.ts'

/** The list in an enterprise file for each kind of thing. */
export const THING_LISTS: ReadonlyMap<string, ThingKind> = new Map([
  ['projects', 'project'],
  ['contracts', 'contract'],
  ['loans', 'loan'],
  ['hires', 'hire'],
  ['products', 'product'],
  ['exhibitions', 'exhibition'],
  ['clusters', 'cluster'],
])

const OWN_KEYS: ReadonlySet<string> = new Set(['id', 'name'])

const textOf = (value: Value | undefined): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null

/** One project, contract, loan …; null with the fault reported when it is no map. */
export const readThing = (
  reading: Reading,
  value: Value,
  at: { readonly kind: ThingKind; readonly path: Path; readonly number: number },
): Thing | null => {
  const { kind, path, number } = at
  if (!isMap(value)) {
    reading.report({ code: 'schema.type', path, params: { expected: 'map', found: 'text' } })
    return null
  }
  const sheet: FactSheet = new Map()
  const isNameFact = reading.vocabulary.facts.has(`${kind}.name`)
  readFactMap(reading, omit(value, OWN_KEYS), { sheet, subject: kind, path })
  const id = textOf(value.id) ?? `${kind}-${number}`
  const name = isNameFact ? null : textOf(value.name)
  return { id, name: name ?? id, facts: toFacts(sheet) }
}

const NONE = new Set(['none', '无', '没有'])

/** The things of a kind; empty when there are known to be none, null when it is not known. */
export const readThings = (
  reading: Reading,
  value: Value,
  at: { readonly kind: ThingKind; readonly path: Path },
): readonly Thing[] | null => {
  const { kind, path } = at
  if (value === null) return null
  if (typeof value === 'string' && NONE.has(value.trim().toLowerCase())) return []
  if (!Array.isArray(value)) {
    reading.report({ code: 'schema.type', path, params: { expected: 'list', found: 'text' } })
    return null
  }
  const things = value.flatMap((entry: Value, place) => {
    const thing = readThing(reading, entry, { kind, path: [...path, place], number: place + 1 })
    return thing === null ? [] : [thing]
  })
  for (const [place, { id }] of things.entries()) {
    const isRepeated = things.findIndex((other) => other.id === id) < place
    if (isRepeated) reading.report({ code: 'id.repeated', path: [...path, place], params: { id } })
  }
  return things
}
