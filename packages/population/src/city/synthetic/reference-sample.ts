import { type IsoDate, parseDate, toApproximateNumber, toDayNumber } from '@huiqi/domain'
import {
  type Condition,
  NEVER,
  type Reference,
  type Resolved,
  type Rulebook,
  resolveReference,
  type Scalar,
  traceCondition,
} from '@huiqi/engine'
import { situationOfRow } from '../../row-situation.ts'
import type { Table } from '../../table.ts'
import { generateCity } from '../generate-city.ts'

/** Rows of the sample: measures are fitted to it. A multiple of 32. */
export const SAMPLE_ROWS = 8_192

/** What the references of rules are worth in a small generated city. */
export interface ReferenceSample {
  /**
   * A number for each row: as it is for numbers (fen for money), days for dates, 0 or 1, the position in
   * `codesOf` for codes; NaN where it is open, `-Infinity` for never. Throws RangeError for a reference
   * that was not asked for.
   */
  readonly valuesOf: (reference: Reference) => Float64Array
  /** The codes seen, in the order of their positions. */
  readonly codesOf: (reference: Reference) => readonly string[]
  /** For each row 1 where a condition certainly holds; a condition that was asked for. */
  readonly holdsFor: (condition: Condition) => Uint8Array
}

/** What is to be worked out. */
export interface SampleWish {
  readonly references: readonly Reference[]
  readonly conditions: readonly Condition[]
}

/** What tells references apart. */
export const referenceKey = (reference: Reference): string =>
  reference.kind === 'fact' ? `${reference.fact} ${reference.year ?? ''}` : `= ${reference.formula}`

interface Sampled {
  readonly values: Float64Array
  readonly codes: string[]
}

const dayOf = (text: string): number | null => {
  if (text === NEVER) return Number.NEGATIVE_INFINITY
  const date = parseDate(text)
  return date === null ? null : toDayNumber(date)
}

const numberOf = (value: Scalar, codes: string[]): number => {
  if (typeof value === 'object') return toApproximateNumber(value)
  if (typeof value === 'boolean') return Number(value)
  const day = dayOf(value)
  if (day !== null) return day
  const place = codes.indexOf(value)
  return place === -1 ? codes.push(value) - 1 : place
}

const numberOfResolved = (resolved: Resolved, codes: string[]): number =>
  resolved.kind === 'known' ? numberOf(resolved.value, codes) : Number.NaN

const enterpriseColumns = ({ facts }: Rulebook, table: Table): Table => ({
  ...table,
  columns: table.columns.filter(({ fact }) => facts.get(fact)?.subject === 'enterprise'),
})

/** A sample of the city that a seed gives, worked out by the plain evaluator row by row. */
export const sampleReferences = (
  options: { readonly rulebook: Rulebook; readonly seed: number; readonly asOf: IsoDate },
  { references, conditions }: SampleWish,
): ReferenceSample => {
  const { rulebook, asOf } = options
  const table = enterpriseColumns(rulebook, generateCity({ ...options, enterprises: SAMPLE_ROWS }))
  const clock = { asOf, submittedOn: asOf }
  const empty = (): Sampled => ({ values: new Float64Array(SAMPLE_ROWS), codes: [] })
  const sampled = new Map(references.map((each) => [referenceKey(each), empty()]))
  const held = new Map(conditions.map((each) => [each, new Uint8Array(SAMPLE_ROWS)]))
  for (let row = 0; row < SAMPLE_ROWS; row += 1) {
    const situation = situationOfRow(table, row, { rulebook, clock, about: 'enterprise' })
    for (const reference of references) {
      const { values, codes } = sampled.get(referenceKey(reference)) ?? empty()
      values[row] = numberOfResolved(resolveReference(situation, reference), codes)
    }
    for (const [condition, rows] of held) {
      rows[row] = traceCondition(situation, condition).truth === 'true' ? 1 : 0
    }
  }
  const sampleOf = (reference: Reference): Sampled => {
    const found = sampled.get(referenceKey(reference))
    if (found === undefined) throw new RangeError(`not sampled: ${referenceKey(reference)}`)
    return found
  }
  return {
    valuesOf: (reference) => sampleOf(reference).values,
    codesOf: (reference) => sampleOf(reference).codes,
    holdsFor: (condition) => held.get(condition) ?? new Uint8Array(SAMPLE_ROWS),
  }
}
