import { compare, type Exact, exact, formatExact, isoDate } from '@huiqi/domain'
import type { Corpus, Enterprise, FactDefinition, Facts, Scalar, Thing } from '@huiqi/engine'
import { NEVER } from '@huiqi/engine'
import { OWNER_COLUMN, type SourceColumn, THING_COLUMN } from '@huiqi/population'
import { type Random, seededRandom } from './seeded-random.ts'
import { wishesOf } from './wishes.ts'

/** One row of every table, and the same as the engine reads it. */
export interface SampleRow {
  readonly key: string
  readonly enterprise: Enterprise
  readonly thing: Thing
  /** By column; a column that is missing is not known. */
  readonly values: ReadonlyMap<string, Scalar>
}

interface Source {
  readonly random: Random
  readonly wishes: ReadonlyMap<string, readonly Scalar[]>
  readonly codes: ReadonlyMap<string, readonly string[]>
}

const UNLISTED = ['4011', '5912', '7013', '7210', 'X', 'C13', 'H']

const money = (random: Random): Exact => {
  const size = 10 ** (2 + random.below(11))
  return exact(Math.max(0, random.below(10)) * size + random.below(size))
}

const anyNumber = ({ random }: Source, { type }: FactDefinition): Exact => {
  if (random.chance(0.15)) return exact(0)
  if (type === 'money') return money(random)
  if (type === 'rate') return exact(random.below(3_000_000) - 500_000, 1_000_000)
  if (type === 'number') return exact(random.below(200_000), 1000)
  return exact(random.below(10 ** random.below(5)))
}

/** The days of the clocks with their neighbours, and a leap day. */
const EDGES = '2025-10-14 2025-10-15 2025-10-16 2026-05-10 2026-05-11 2020-02-29'.split(' ')
const DAYS = '01-01 01-31 02-28 03-31 04-30 06-15 08-31 11-30 12-31'.split(' ')

const anyDate = (random: Random): Scalar => {
  if (random.chance(0.1)) return NEVER
  if (random.chance(0.2)) return isoDate(random.pick(EDGES))
  return isoDate(`${2016 + random.below(14)}-${random.pick(DAYS)}`)
}

const anyValue = (source: Source, definition: FactDefinition): Scalar => {
  const { random } = source
  switch (definition.type) {
    case 'date':
      return anyDate(random)
    case 'boolean':
      return random.chance(0.5)
    case 'code':
      return definition.codes === 'industry' && random.chance(0.2)
        ? random.pick(UNLISTED)
        : random.pick(source.codes.get(definition.codes ?? '') ?? ['x'])
    default:
      return anyNumber(source, definition)
  }
}

const MILLIONTH = 1_000_000n

const within = ({ min, max, type }: FactDefinition, value: Scalar): Scalar => {
  if (typeof value !== 'object') return value
  const least = type === 'count' ? (min ?? exact(0)) : min
  if (least !== undefined && compare(value, least) < 0) return least
  if (max !== undefined && compare(value, max) > 0) return max
  return MILLIONTH % value.d === 0n ? value : exact(value.n / value.d)
}

const isDate = (value: Scalar): boolean => typeof value === 'string' && /^\d{4}-/.test(value)

const valueFor = (source: Source, definition: FactDefinition, eagerness: number): Scalar => {
  const wishes = (source.wishes.get(definition.id) ?? []).filter(
    (wish) => definition.type !== 'date' || isDate(wish) || wish === NEVER,
  )
  const share = definition.type === 'date' ? eagerness / 2 : eagerness
  const isPleasing = wishes.length > 0 && source.random.chance(share)
  const value = isPleasing ? source.random.pick(wishes) : anyValue(source, definition)
  return within(definition, value)
}

const factsOf = (columns: readonly SourceColumn[], values: ReadonlyMap<string, Scalar>): Facts => {
  const facts = new Map<string, Facts[string]>()
  for (const { name, definition, year } of columns) {
    const value = values.get(name)
    if (value === undefined) continue
    const stated = { value, year, source: null, grade: null }
    facts.set(definition.id, [...(facts.get(definition.id) ?? []), stated])
  }
  return Object.fromEntries(facts)
}

const STATED_ALTHOUGH_DERIVED = 0.08

/** Rows over the columns with a share of the facts taken away; half of them are made to please the rules. */
export const randomRows = (
  corpus: Corpus,
  columns: readonly SourceColumn[],
  {
    count,
    seed,
    missing,
  }: { readonly count: number; readonly seed: number; readonly missing: number },
): readonly SampleRow[] => {
  const random = seededRandom(seed)
  const codes = new Map(
    corpus.codeLists.map((list) => [list.id, list.codes.map(({ code }) => code)]),
  )
  const source = { random, wishes: wishesOf(corpus), codes }
  const isOwn = ({ definition }: SourceColumn): boolean => definition.subject === 'enterprise'
  const own = columns.filter(isOwn)
  const others = columns.filter((column) => !isOwn(column))
  return Array.from({ length: count }, (_, at) => {
    const eagerness = random.pick([0.5, 0.97])
    const holes = random.pick([missing / 6, missing, 2 * missing - missing / 6])
    const values = new Map<string, Scalar>()
    for (const { name, definition } of columns) {
      const share = definition.derivation === null ? 1 - holes : STATED_ALTHOUGH_DERIVED
      if (random.chance(share)) values.set(name, valueFor(source, definition, eagerness))
    }
    const key = `row-${at}`
    const facts = factsOf(own, values)
    const enterprise = { uscc: key, name: key, facts, things: {}, awards: [] }
    return {
      key,
      enterprise,
      thing: { id: '1', name: '1', facts: factsOf(others, values) },
      values,
    }
  })
}

const cell = (value: Scalar | undefined): string => {
  if (value === undefined) return ''
  if (typeof value === 'object') return formatExact(value)
  return value === NEVER ? '9999-12-31' : String(value)
}

/** The rows of one table as CSV with a head. */
export const toCsv = (
  rows: readonly SampleRow[],
  columns: readonly SourceColumn[],
  kind: 'enterprise' | 'thing',
): string => {
  const keys = kind === 'enterprise' ? [OWNER_COLUMN] : [OWNER_COLUMN, THING_COLUMN]
  const head = [...keys, ...columns.map(({ name }) => name)].join(',')
  const lines = rows.map(({ key, values }) =>
    [
      ...(kind === 'enterprise' ? [key] : [key, '1']),
      ...columns.map(({ name }) => cell(values.get(name))),
    ].join(','),
  )
  return `${[head, ...lines].join('\n')}\n`
}
