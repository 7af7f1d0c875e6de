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
import { findEnterprise } from './enterprise-repository.ts'
import {
  listAbsent,
  listAwards,
  listLatestStatements,
  listThings,
  type StatementRow,
  type ThingRow,
} from './file-repository.ts'
import { fromFactValue } from './scalar-json.ts'

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

/** A state of the past: statements up to one, things and awards as they were at a moment. */
export interface Past {
  readonly statement: number
  readonly at: Date
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
  rows: Awaited<ReturnType<typeof listAwards>>,
  rulebook: Rulebook,
): readonly PastAward[] =>
  rows
    .filter(({ measure }) => rulebook.measures.has(measure))
    .map(({ measure, granted_on: on, amount_fen: amount }) => ({
      measure,
      on: isoDate(on),
      amount: amount === null ? null : fen(amount),
    }))

/** Reads a file as it stands, or as it stood. Throws AppError `not-found` when the transaction may not. */
export const loadFile = async (
  work: Work,
  rulebook: Rulebook,
  { id, past = null }: { readonly id: string; readonly past?: Past | null },
): Promise<EnterpriseFile> => {
  const found = await findEnterprise(work, id)
  if (found === undefined) throw new AppError('not-found', { kind: 'enterprise', id })
  const rows = await listLatestStatements(work, id, past?.statement)
  const things = await listThings(work, id, past?.at ?? null)
  const absent = await listAbsent(work, id)
  const awards = await listAwards(work, id, past?.at ?? null)
  const present = new Set<string | null>([null, ...things.map((thing) => thing.id)])
  const facts = weighStatements(
    readStatements(
      rulebook,
      rows.filter(({ thing }) => present.has(thing)),
    ),
  )
  const lastStatement = rows.reduce((last, row) => Math.max(last, row.id), 0)
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
    lastStatement,
    version: [
      lastStatement,
      ...things.map((thing) => thing.id + thing.name),
      ...absent,
      ...awards.map((award) => award.id),
      found.name,
    ].join(' '),
  }
}
