import { compileProgram, isInForce, type Measure, OUTCOME_OF_CODE } from '@huiqi/engine'
import { situationOfRow } from '../row-situation.ts'
import type { Setting } from './plain-reach.ts'
import { sampleEvenly } from './sample-rows.ts'

/** One other measure that some rows meet as well. */
export interface OverlappingMeasure {
  readonly measure: string
  /** Of the rows looked at. */
  readonly count: number
  /** Whether the two may not be held together. */
  readonly isExcluded: boolean
}

/** Which other measures some rows meet already. */
export interface Overlap {
  /** Rows looked at: all, or an even sample of them. */
  readonly looked: number
  readonly of: number
  /** Rows that meet none of them. */
  readonly without: number
  /** Most frequent first. */
  readonly measures: readonly OverlappingMeasure[]
}

const MET = OUTCOME_OF_CODE.indexOf('met')

const othersThan = (setting: Setting, measure: Measure): readonly Measure[] =>
  setting.rulebook.corpus.measures.filter(
    (other) =>
      other.id !== measure.id &&
      other.eligible !== null &&
      (other.about === 'enterprise' || other.about === measure.about) &&
      isInForce(other, setting.clock.submittedOn),
  )

const doesExclude = (one: Measure, other: Measure): boolean =>
  one.excludes.some(({ measure }) => measure === other.id)

/** Looks at which other measures the rows meet; `most` bounds rows looked at and measures listed. */
export const findOverlap = (
  setting: Setting,
  { measure, rows }: { readonly measure: Measure; readonly rows: ArrayLike<number> },
  most: { readonly rows: number; readonly measures: number },
): Overlap => {
  const { table, rulebook, clock } = setting
  const others = othersThan(setting, measure)
  const program = compileProgram(others)
  const counts = others.map(() => 0)
  const codes = new Uint8Array(others.length)
  const looked = sampleEvenly(rows, most.rows)
  let without = 0
  for (const row of looked) {
    const situation = situationOfRow(table, row, { rulebook, clock, about: measure.about })
    program.decide(program.encode(situation), codes)
    if (!codes.includes(MET)) without += 1
    for (const [at, code] of codes.entries()) if (code === MET) counts[at] = (counts[at] ?? 0) + 1
  }
  const measures = others
    .map((other, at) => ({
      measure: other.id,
      count: counts[at] ?? 0,
      isExcluded: doesExclude(measure, other) || doesExclude(other, measure),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.measure < b.measure ? -1 : 1))
  return {
    looked: looked.length,
    of: rows.length,
    without,
    measures: measures.slice(0, most.measures),
  }
}
