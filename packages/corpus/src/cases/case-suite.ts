import { exactToFen, type Fen, isoDate } from '@huiqi/domain'
import type {
  Clock,
  Enterprise,
  Facts,
  Measure,
  Outcome,
  PastAward,
  Qualification,
  Scalar,
  Thing,
} from '@huiqi/engine'
import type { Report } from '../finding.ts'
import { lowerDate } from '../lower/dates.ts'
import { parseLiteral } from '../lower/literal.ts'
import type { Vocabulary } from '../lower/vocabulary.ts'
import type { Path } from '../place.ts'
import type { Value, ValueMap } from '../reader/yaml-document.ts'
import type { CasesDocument, ExpectationDocument } from '../schema/cases.ts'
import { readFacts, readFactValues, type ValueReader } from './stated-values.ts'

/** An amount as a case expects it; `none` when the verdict gives no money. */
export type ExpectedAmount = { readonly low: Fen; readonly high: Fen | null } | 'none'

/** What a case expects; what is null is not looked at. */
export interface Expectation {
  readonly outcome: Outcome | null
  readonly amount: ExpectedAmount | null
  readonly missing: readonly string[] | null
  readonly reviews: readonly string[] | null
  /** Derived values by fact id; null is a value that has to be open. */
  readonly facts: ReadonlyMap<string, Scalar | null>
  readonly distance: ReadonlyMap<string, Scalar>
}

/** One case, ready to run. */
export interface Case {
  readonly name: string
  /** Position in the file. */
  readonly index: number
  readonly clock: Clock
  readonly enterprise: Enterprise
  /** `none`: the enterprise is known to have no such thing. */
  readonly thing: Thing | 'none' | null
  readonly expect: Expectation
}

/** What the cases of a file are about. */
export interface SuiteTarget {
  readonly kind: 'measure' | 'class-table' | 'score-table'
  readonly id: string
  /** The measure itself, for cases of a measure. */
  readonly measure: Measure | null
}

/** The vocabulary that cases are read against. */
export interface CaseVocabulary {
  readonly vocabulary: Vocabulary
  readonly qualifications: ReadonlyMap<string, Qualification>
}

interface Reading {
  readonly values: ValueReader
  readonly report: Report
  readonly document: CasesDocument
}

const MONEY = { type: 'money', index: null } as const

const readMoney = (report: Report, value: string | number, path: Path): Fen | null => {
  const parsed = parseLiteral(value, MONEY)
  if (parsed.ok && typeof parsed.value === 'object') return exactToFen(parsed.value, 'down')
  if (!parsed.ok) report({ code: parsed.code, path, params: parsed.params })
  return null
}

const readAmount = (
  report: Report,
  amount: ExpectationDocument['amount'],
  path: Path,
): ExpectedAmount | null => {
  if (amount === undefined) return null
  if (amount === 'none') return 'none'
  if (typeof amount !== 'object') {
    const fen = readMoney(report, amount, path)
    return fen === null ? null : { low: fen, high: fen }
  }
  const low = readMoney(report, amount.low, [...path, 'low'])
  const high = amount.high === undefined ? null : readMoney(report, amount.high, [...path, 'high'])
  return low === null ? null : { low, high }
}

const OPEN = 'unknown'

const readDerived = (reading: Reading, values: ValueMap, path: Path) => {
  const found = new Map<string, Scalar | null>()
  for (const [id, value] of Object.entries(values)) {
    const fact = reading.values.vocabulary.facts.get(id)
    if (fact === undefined) {
      reading.report({ code: 'fact.unknown', path: [...path, id], params: { fact: id } })
    } else if (value === OPEN) found.set(id, null)
    else {
      const read = readFactValues(reading.values, fact, { value, path: [...path, id] })
      const [first] = read
      if (first) found.set(id, first.value)
    }
  }
  return found
}

const readDistances = (reading: Reading, distances: Record<string, string>, path: Path) => {
  const found = new Map<string, Scalar>()
  for (const [id, text] of Object.entries(distances)) {
    const fact = reading.values.vocabulary.facts.get(id)
    const type = fact === undefined || fact.type === 'date' ? 'count' : fact.type
    const parsed = parseLiteral(text, { type, index: null })
    if (parsed.ok) found.set(id, parsed.value)
    else reading.report({ code: parsed.code, path: [...path, id], params: parsed.params })
  }
  return found
}

const readExpectation = (
  reading: Reading,
  expect: ExpectationDocument,
  path: Path,
): Expectation => ({
  outcome: expect.outcome ?? null,
  amount: readAmount(reading.report, expect.amount, [...path, 'amount']),
  missing: expect.missing?.toSorted() ?? null,
  reviews: expect.reviews?.toSorted() ?? null,
  facts: readDerived(reading, asMap(expect.facts ?? {}), [...path, 'facts']),
  distance: readDistances(reading, expect.distance ?? {}, [...path, 'distance']),
})

const asMap = (record: Record<string, unknown>): ValueMap => JSON.parse(JSON.stringify(record))

type CaseDocument = CasesDocument['cases'][number]

const readClock = (reading: Reading, entry: CaseDocument, path: Path): Clock => {
  const { base } = reading.document
  const day = (text: string, key: string) =>
    lowerDate(reading.report, text, [...path, key]) ?? isoDate('2000-01-01')
  const asOf = day(entry['as-of'] ?? base['as-of'] ?? '', 'as-of')
  const submitted = entry['submitted-on'] ?? (entry['as-of'] ? undefined : base['submitted-on'])
  return { asOf, submittedOn: submitted === undefined ? asOf : day(submitted, 'submitted-on') }
}

const readAwards = (reading: Reading, entry: CaseDocument, path: Path): readonly PastAward[] => {
  const { base } = reading.document
  return (entry.awards ?? base.awards ?? []).flatMap(({ measure, on, amount }, index) => {
    const place = [...path, 'awards', index]
    const date = lowerDate(reading.report, on, [...place, 'on'])
    if (date === null) return []
    const fen =
      amount === undefined || amount === null ? null : readMoney(reading.report, amount, place)
    return [{ measure, on: date, amount: fen }]
  })
}

/** Values of the base with those of the case over them; year maps are merged year by year. */
const merged = (base: ValueMap, over: ValueMap, unset: readonly string[]): ValueMap => {
  const result: Record<string, Value> = { ...base }
  for (const [id, value] of Object.entries(over)) result[id] = value
  for (const id of unset) delete result[id]
  return result
}

const split = (values: ValueMap): { readonly own: ValueMap; readonly thing: ValueMap } => {
  const isOwn = (id: string): boolean => /^(?:enterprise|qualification|score)\./.test(id)
  const entries = Object.entries(values)
  return {
    own: Object.fromEntries(entries.filter(([id]) => isOwn(id))),
    thing: Object.fromEntries(entries.filter(([id]) => !isOwn(id))),
  }
}

const THING_NAME = 'case'

const readThing = (
  entry: CaseDocument,
  base: CasesDocument['base'],
  facts: Facts,
): Case['thing'] => {
  if (entry.thing === 'none' || base.thing === 'none') return 'none'
  return base.thing === undefined && Object.keys(facts).length === 0
    ? null
    : { id: THING_NAME, name: THING_NAME, facts }
}

const readCase = (reading: Reading, entry: CaseDocument, index: number): Case => {
  const path = ['cases', index]
  const { base } = reading.document
  const baseThing = typeof base.thing === 'object' ? base.thing : {}
  const values = merged(
    { ...asMap(base.enterprise ?? {}), ...asMap(baseThing) },
    asMap(entry.set ?? {}),
    entry.unset ?? [],
  )
  const { own, thing } = split(values)
  const placeOfValues = [...path, 'set']
  const facts = readFacts(reading.values, own, placeOfValues)
  const thingFacts = readFacts(reading.values, thing, placeOfValues)
  return {
    name: entry.name,
    index,
    clock: readClock(reading, entry, path),
    enterprise: {
      uscc: null,
      name: THING_NAME,
      facts,
      things: {},
      awards: readAwards(reading, entry, path),
    },
    thing: readThing(entry, base, thingFacts),
    expect: readExpectation(reading, entry.expect, [...path, 'expect']),
  }
}

/** The cases of a document; faults of their values are reported. */
export const readCases = (
  document: CasesDocument,
  { vocabulary, qualifications }: CaseVocabulary,
  report: Report,
): readonly Case[] => {
  const parse: ValueReader['parse'] = (value, fact) =>
    parseLiteral(value, {
      type: fact.type,
      index: fact.codes === null ? null : (vocabulary.codeLists.get(fact.codes) ?? null),
    })
  const reading = { values: { vocabulary, qualifications, report, parse }, report, document }
  return document.cases.map((entry, index) => readCase(reading, entry, index))
}
