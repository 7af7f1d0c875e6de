import { join } from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import type { IsoDate } from '@huiqi/domain'
import { type Measure, prepareRulebook, type Rulebook } from '@huiqi/engine'
import { type Rules, type Table, withSyntheticMeasures } from '@huiqi/population'

const POLICIES = join(import.meta.dirname, '..', '..', '..', 'policies')

/** Synthetic measures with the rulebook they stand in and the day they are answered on. */
export interface CityRules extends Rules {
  readonly measures: readonly Measure[]
}

/** A city in memory with the measures it is asked about. */
export interface BenchCity {
  readonly rules: CityRules
  readonly table: Table
}

/** The rules of the policy folder. */
export const readRealRules = async (): Promise<Rulebook> => {
  const { corpus } = await loadCorpus(POLICIES)
  return prepareRulebook(corpus)
}

/** The rules with synthetic measures added, on one day. */
export const rulesWith = (
  rulebook: Rulebook,
  measures: readonly Measure[],
  day: IsoDate,
): CityRules => ({
  rulebook: withSyntheticMeasures(rulebook, measures),
  clock: { asOf: day, submittedOn: day },
  measures,
})

/** So many of the measures, spread evenly over all of them. */
export const someMeasures = (measures: readonly Measure[], count: number): readonly Measure[] => {
  const step = measures.length / Math.min(count, measures.length)
  return Array.from({ length: Math.min(count, measures.length) }, (_, index) =>
    measures.slice(Math.floor(index * step)).at(0),
  ).flatMap((measure) => measure ?? [])
}
