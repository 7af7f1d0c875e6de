import type { FactDefinition, Subject } from '@huiqi/engine'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import { type Reading, readYear } from './reading.ts'

/** A key or column head taken apart: which fact, of which year, in yuan or in fen. */
export interface FactKey {
  readonly fact: FactDefinition
  /** The year written behind `@`, else null. */
  readonly year: number | null
  readonly unit: 'fen' | 'plain'
}

const FEN = /[._]fen$/

const find = (reading: Reading, name: string, subject: Subject): FactDefinition | null => {
  const { facts } = reading.vocabulary
  return facts.get(name) ?? facts.get(`${subject}.${name}`) ?? null
}

/** The fact that a key names, with or without its subject in front; null with the fault reported. */
export const readFactKey = (
  reading: Reading,
  key: string,
  at: { readonly path: Path; readonly subject: Subject },
): FactKey | null => {
  const { path, subject } = at
  const [name = '', yearText] = key.trim().split('@')
  const whole = find(reading, name, subject)
  const bare = name.replace(FEN, '')
  const fact = whole ?? (bare === name ? null : find(reading, bare, subject))
  if (fact === null) {
    const known = [...reading.vocabulary.facts.keys()]
    const params = { fact: bare, similar: nearest(bare, known) }
    reading.report({ code: 'fact.unknown', path, params, target: 'key' })
    return null
  }
  const unit = whole === null ? 'fen' : 'plain'
  if (unit === 'fen' && fact.type !== 'money') {
    reading.report({ code: 'enterprise.fen', path, params: { fact: fact.id }, target: 'key' })
    return null
  }
  if (yearText === undefined) return { fact, year: null, unit }
  const year = readYear(reading, yearText, path)
  return year === null ? null : { fact, year, unit }
}
