import { type Facts, type Subject, THING_LISTS } from '@huiqi/engine'
import type { Path } from '../place.ts'
import type { Value, ValueMap } from '../reader/yaml-document.ts'
import { readFactKey } from './fact-key.ts'
import type { FactSheet, Reading } from './reading.ts'
import { isMap, readOwnValues } from './stated-values.ts'
import { readTitle } from './titles.ts'

const TITLE = /^qualification\.([a-z][a-z0-9_]*)$/

interface EntrySlot {
  readonly sheet: FactSheet
  readonly subject: Subject
  readonly path: Path
}

/** Adds what one key and its value state: a fact or a title. */
export const readFactEntry = (
  reading: Reading,
  [name, value]: readonly [string, Value],
  { sheet, subject, path }: EntrySlot,
): void => {
  const at = [...path, name]
  const title = TITLE.exec(name)?.[1]
  if (title !== undefined && subject === 'enterprise') {
    readTitle(reading, value, { sheet, id: title, path: at })
    return
  }
  const key = readFactKey(reading, name, { path: at, subject })
  if (key === null) return
  const { fact } = key
  if (fact.subject !== subject) {
    const list = fact.subject === 'enterprise' ? 'facts' : THING_LISTS[fact.subject]
    const params = { fact: fact.id, list }
    reading.report({ code: 'enterprise.wrong-place', path: at, params, target: 'key' })
    return
  }
  readOwnValues(reading, value, { sheet, key, path: at })
}

/** Adds what a map of facts states. */
export const readFactMap = (reading: Reading, value: Value, slot: EntrySlot): void => {
  if (value === null) return
  if (!isMap(value)) {
    const params = { expected: 'map', found: Array.isArray(value) ? 'list' : 'text' }
    reading.report({ code: 'schema.type', path: slot.path, params })
    return
  }
  for (const entry of Object.entries(value)) readFactEntry(reading, entry, slot)
}

/** The finished sheet. */
export const toFacts = (sheet: FactSheet): Facts => Object.fromEntries(sheet)

/** A map without some of its keys. */
export const omit = (map: ValueMap, keys: ReadonlySet<string>): ValueMap =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !keys.has(key)))
