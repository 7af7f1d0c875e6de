import type { ThingKind } from '@huiqi/contract'
import { AppError, fen, isoDate } from '@huiqi/domain'
import type {
  Enterprise,
  Facts,
  PastAward,
  Rulebook,
  Scalar,
  StatedValue,
  Thing,
} from '@huiqi/engine'
import type { Work } from '../platform/database/transaction.ts'
import type { StatementRow, ThingRow } from './file-repository.ts'
import { fromFactValue } from './scalar-json.ts'
import { findFileVersion, findWholeFile, type Past } from './whole-file-repository.ts'

/** A statement with its value as the engine reads it. */
export interface ReadStatement extends Omit<StatementRow, 'value'> {
  readonly value: Scalar
}

/** A fact on file: the statement that counts, and the latest words of the other sources. */
export interface FactOnFile {
  readonly fact: string
  readonly year: number | null
  readonly thing: string | null
  readonly current: ReadStatement
  readonly others: readonly ReadStatement[]
}

/** An enterprise file. */
export interface EnterpriseFile {
  readonly enterprise: Enterprise
  readonly facts: readonly FactOnFile[]
  readonly things: readonly ThingRow[]
  readonly absent: readonly ThingKind[]
  /** The latest statement; 0 when there is none. */
  readonly lastStatement: number
  /** Changes whenever anything of the file does. */
  readonly version: string
}

const readStatements = (
  rulebook: Rulebook,
  rows: readonly StatementRow[],
): readonly ReadStatement[] =>
  rows.flatMap((row) => {
    const definition = rulebook.facts.get(row.fact)
    if (row.value === null || definition === undefined) return []
    const value = fromFactValue(row.value, definition)
    return value === null ? [] : [{ ...row, value }]
  })

/** The best grade first, then the latest. */
const byWeight = (a: ReadStatement, b: ReadStatement): number =>
  a.grade === b.grade ? b.id - a.id : a.grade < b.grade ? -1 : 1

const placeOf = ({ fact, year, thing }: ReadStatement): string => `${fact} ${year} ${thing}`

/** The facts of statements: of several sources the one with the best grade counts, then the latest. */
export const weighStatements = (statements: readonly ReadStatement[]): readonly FactOnFile[] => {
  const places = Map.groupBy(statements, placeOf)
  return [...places.values()].flatMap((said) => {
    const [current, ...others] = said.toSorted(byWeight)
    if (current === undefined) return []
    return [{ fact: current.fact, year: current.year, thing: current.thing, current, others }]
  })
}

/** Facts as the engine reads them. */
export const factsFrom = (facts: readonly FactOnFile[]): Facts => {
  const sheet = new Map<string, StatedValue[]>()
  for (const { fact, year, current } of facts) {
    const { value, source, grade } = current
    const values = sheet.get(fact) ?? []
    values.push({ value, year, source, grade })
    sheet.set(fact, values)
  }
  return Object.fromEntries(sheet)
}

/** Things by kind: those of an absent kind are known to be none. */
export const thingsFrom = (
  things: readonly ThingRow[],
  absent: readonly ThingKind[],
  facts: readonly FactOnFile[],
): Enterprise['things'] => {
  const byThing = Map.groupBy(facts, ({ thing }) => thing)
  const kinds = new Map<ThingKind, Thing[]>(absent.map((kind) => [kind, []]))
  for (const { id, kind, name } of things) {
    const thing = { id, name, facts: factsFrom(byThing.get(id) ?? []) }
    kinds.set(kind, [...(kinds.get(kind) ?? []), thing])
  }
  return Object.fromEntries(kinds)
}

const awardsFrom = (
  rows: NonNullable<Awaited<ReturnType<typeof findWholeFile>>>['awards'],
  rulebook: Rulebook,
): readonly PastAward[] =>
  rows
    .filter(({ measure }) => rulebook.measures.has(measure))
    .map(({ measure, granted_on: on, amount_fen: amount }) => ({
      measure,
      on: isoDate(on),
      amount: amount === null ? null : fen(amount),
    }))

const missing = (id: string) => new AppError('not-found', { kind: 'enterprise', id })

/** Reads a file as it stands, or as it stood. Throws AppError `not-found` when the transaction may not. */
export const loadFile = async (
  work: Work,
  rulebook: Rulebook,
  { id, past = null }: { readonly id: string; readonly past?: Past | null },
): Promise<EnterpriseFile> => {
  const found = await findWholeFile(work, id, past)
  if (found === undefined) throw missing(id)
  const { statements, things, absent, awards } = found
  const present = new Set<string | null>([null, ...things.map((thing) => thing.id)])
  const facts = weighStatements(
    readStatements(
      rulebook,
      statements.filter(({ thing }) => present.has(thing)),
    ),
  )
  return {
    enterprise: {
      uscc: found.uscc,
      name: found.name,
      facts: factsFrom(facts.filter(({ thing }) => thing === null)),
      things: thingsFrom(things, absent, facts),
      awards: awardsFrom(awards, rulebook),
    },
    facts,
    things,
    absent,
    lastStatement: statements.reduce((last, row) => Math.max(last, row.id), 0),
    version: found.version,
  }
}

/** The version of a file as it stands. Throws AppError `not-found` when the transaction may not read it. */
export const versionOfFile = async (work: Work, id: string): Promise<string> => {
  const version = await findFileVersion(work, id)
  if (version === undefined) throw missing(id)
  return version
}
