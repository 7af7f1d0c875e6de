import { addDays, addMonths, compareDates, type IsoDate, parseDate } from '@huiqi/domain'
import { NEVER, type Qualification, type StatedValue } from '@huiqi/engine'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Value } from '../reader/yaml-document.ts'
import type { FactSheet, Reading } from './reading.ts'
import { isMap, isUnknown, readOwnValues } from './stated-values.ts'

const NO_TITLE = new Set(['none', '无', '没有'])

const PARTS: ReadonlyMap<string, string> = new Map([
  ['granted-on', '.granted_on'],
  ['granted_on', '.granted_on'],
  ['valid-until', '.valid_until'],
  ['valid_until', '.valid_until'],
])

const DATED_PARTS = ['.granted_on', '.valid_until'] as const

interface TitleSlot {
  readonly sheet: FactSheet
  readonly id: string
  readonly path: Path
}

const readPart = (
  reading: Reading,
  value: Value,
  slot: TitleSlot & { readonly part: string },
): void => {
  const fact = reading.vocabulary.facts.get(`qualification.${slot.id}${slot.part}`)
  if (fact === undefined) return
  const key = { fact, year: null, unit: 'plain' as const }
  readOwnValues(reading, value, { sheet: slot.sheet, key, path: slot.path })
}

const readMap = (
  reading: Reading,
  value: Readonly<Record<string, Value>>,
  slot: TitleSlot,
): void => {
  for (const [key, inner] of Object.entries(value)) {
    const path = [...slot.path, key]
    const part = PARTS.get(key)
    if (part !== undefined) readPart(reading, inner, { ...slot, path, part })
    else {
      const params = { key, similar: nearest(key, PARTS.keys()) }
      reading.report({ code: 'schema.unknown-key', path, params, target: 'key' })
    }
  }
}

/** Adds what is stated of a title: `true`, `false`, `{ granted-on, valid-until }`, or `none` for one that was never granted. */
export const readTitle = (reading: Reading, value: Value, slot: TitleSlot): void => {
  const { qualifications } = reading.vocabulary
  if (!qualifications.has(slot.id)) {
    const params = { id: slot.id, similar: nearest(slot.id, qualifications.keys()) }
    reading.report({ code: 'qualification.unknown', path: slot.path, params, target: 'key' })
  } else if (isMap(value) && !('value' in value)) readMap(reading, value, slot)
  else if (typeof value === 'string' && NO_TITLE.has(value.trim().toLowerCase())) {
    for (const part of DATED_PARTS) readPart(reading, NEVER, { ...slot, part })
  } else if (!isUnknown(value)) readPart(reading, value, { ...slot, part: '' })
}

const dayOf = (values: readonly StatedValue[] | undefined): IsoDate | null => {
  const value = values?.[0]?.value
  return typeof value === 'string' ? parseDate(value) : null
}

const lastDay = (granted: IsoDate, { validMonths }: Qualification): IsoDate | null =>
  validMonths === null ? null : addDays(addMonths(granted, validMonths), -1)

/** Works out the last day of titles whose first day is known, and reports days in the wrong order. */
export const completeTitles = (reading: Reading, sheet: FactSheet): void => {
  for (const qualification of reading.vocabulary.qualifications.values()) {
    const fact = `qualification.${qualification.id}`
    const stated = sheet.get(`${fact}.granted_on`)?.[0]
    const granted = dayOf(sheet.get(`${fact}.granted_on`))
    if (stated === undefined || granted === null) continue
    const until = dayOf(sheet.get(`${fact}.valid_until`))
    if (until !== null && compareDates(until, granted) < 0) {
      const params = { title: qualification.name.zh, from: granted, to: until }
      reading.report({
        code: 'enterprise.title-order',
        path: ['qualifications', qualification.id],
        params,
      })
    }
    const last = sheet.has(`${fact}.valid_until`) ? null : lastDay(granted, qualification)
    if (last !== null) sheet.set(`${fact}.valid_until`, [{ ...stated, value: last }])
  }
}
