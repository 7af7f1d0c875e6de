import { type Issue, parseUscc } from '@huiqi/domain'
import type { Enterprise, Thing, ThingKind } from '@huiqi/engine'
import { nearest } from '../nearest.ts'
import type { Path } from '../place.ts'
import type { Value, ValueMap } from '../reader/yaml-document.ts'
import { readAwards } from './awards.ts'
import { omit, readFactEntry, readFactMap, toFacts } from './fact-entries.ts'
import type { FactSheet, Reading } from './reading.ts'
import { isMap, isUnknown } from './stated-values.ts'
import { readThings, THING_LISTS } from './things.ts'
import { completeTitles, readTitle } from './titles.ts'

const SECTIONS: ReadonlySet<string> = new Set([
  'name',
  'uscc',
  'facts',
  'qualifications',
  'awards',
  ...THING_LISTS.keys(),
])

/** The credit code, checked; null when it is not given or wrong, with the faults reported. */
export const readUscc = (
  reading: Reading & { readonly reportOther: (issue: Issue, path: Path) => void },
  value: Value,
  path: Path,
): string | null => {
  if (isUnknown(value)) return null
  const parsed = parseUscc(String(value))
  if (parsed.ok) {
    if (parsed.warnings.length > 0) reading.report({ code: 'uscc.organisation-code', path })
    return parsed.uscc
  }
  for (const issue of parsed.issues) reading.reportOther(issue, path)
  return null
}

const readTitles = (reading: Reading, value: Value, sheet: FactSheet): void => {
  if (value === null) return
  if (!isMap(value)) {
    const params = { expected: 'map', found: Array.isArray(value) ? 'list' : 'text' }
    reading.report({ code: 'schema.type', path: ['qualifications'], params })
    return
  }
  for (const [id, inner] of Object.entries(value)) {
    readTitle(reading, inner, { sheet, id, path: ['qualifications', id] })
  }
}

const reportUnknownKey = (reading: Reading, key: string): void => {
  const facts = [...reading.vocabulary.facts.keys()]
  const similar = nearest(key, [...SECTIONS, ...facts])
  reading.report({
    code: 'enterprise.unknown-key',
    path: [key],
    params: { key, similar },
    target: 'key',
  })
}

const isFactKey = ({ vocabulary }: Reading, key: string): boolean => {
  const name = key.split('@')[0] ?? ''
  const bare = name.replace(/[._]fen$/, '')
  const candidates = [name, bare, `enterprise.${name}`, `enterprise.${bare}`]
  return candidates.some((candidate) => vocabulary.facts.has(candidate))
}

/** An enterprise from the content of a YAML or JSON file; every fault is reported. */
export const readTree = (
  reading: Reading & { readonly reportOther: (issue: Issue, path: Path) => void },
  value: ValueMap,
): Enterprise => {
  const sheet: FactSheet = new Map()
  const own = { sheet, subject: 'enterprise' as const, path: [] }
  for (const entry of Object.entries(omit(value, SECTIONS))) {
    if (isFactKey(reading, entry[0])) readFactEntry(reading, entry, own)
    else reportUnknownKey(reading, entry[0])
  }
  readFactMap(reading, value.facts ?? null, { ...own, path: ['facts'] })
  readTitles(reading, value.qualifications ?? null, sheet)
  completeTitles(reading, sheet)
  const things: Partial<Record<ThingKind, readonly Thing[]>> = {}
  for (const [list, kind] of THING_LISTS) {
    const found = readThings(reading, value[list] ?? null, { kind, path: [list] })
    if (found !== null) things[kind] = found
  }
  const { name = null, uscc = null, awards = null } = value
  return {
    uscc: readUscc(reading, uscc, ['uscc']),
    name: isUnknown(name) ? '' : String(name),
    facts: toFacts(sheet),
    things,
    awards: readAwards(reading, awards, ['awards']),
  }
}
