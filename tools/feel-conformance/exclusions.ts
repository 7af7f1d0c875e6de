import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Refusal } from './evaluate-decision.ts'

/** Why results are left out; every field that is given must fit. */
export interface Exclusion {
  /** A directory of the kit by its last name. */
  readonly directory?: string
  /** A decision by its name. */
  readonly decision?: string
  /** The code with which the profile refuses the decision. */
  readonly issue?: string
  /** The construct that the code is about. */
  readonly construct?: string
  readonly reason: string
}

const FIELDS = ['directory', 'decision', 'issue', 'construct'] as const

const toExclusion = (entry: unknown): Exclusion => {
  if (typeof entry !== 'object' || entry === null) throw new TypeError('an exclusion is a mapping')
  const given = new Map(Object.entries(entry))
  const reason = given.get('reason')
  if (typeof reason !== 'string') throw new TypeError('an exclusion needs a reason')
  const fields = FIELDS.filter((field) => given.has(field))
  const known = new Set<string>([...FIELDS, 'reason'])
  const foreign = [...given.keys()].find((key) => !known.has(key))
  if (foreign !== undefined) throw new TypeError(`an exclusion has no ${foreign}`)
  return { ...Object.fromEntries(fields.map((field) => [field, String(given.get(field))])), reason }
}

/** Reads the list of exclusions; throws when the file is not one. */
export const readExclusions = (file: string): readonly Exclusion[] => {
  const entries: unknown = parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(entries)) throw new TypeError(`${file} is not a list`)
  return entries.map(toExclusion)
}

/** One result of the kit: where it stands, and the refusal when the profile refuses it. */
export interface Place {
  readonly directory: string
  readonly decision: string
  readonly refusal: Refusal | null
}

const fits = (exclusion: Exclusion, { directory, decision, refusal }: Place): boolean => {
  const { issue, construct } = exclusion
  if (exclusion.directory !== undefined && exclusion.directory !== directory) return false
  if (exclusion.decision !== undefined && exclusion.decision !== decision) return false
  if (issue !== undefined && issue !== refusal?.issue) return false
  return construct === undefined || construct === refusal?.construct
}

/** The first exclusion that fits, or null. */
export const findExclusion = (exclusions: readonly Exclusion[], place: Place): Exclusion | null =>
  exclusions.find((exclusion) => fits(exclusion, place)) ?? null
