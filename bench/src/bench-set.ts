import type { IsoDate } from '@huiqi/domain'
import { type Corpus, isInForce, type Measure, type Outcome, prepareRulebook } from '@huiqi/engine'
import { namesOf, type Ours, prepareOurs } from './ours.ts'
import { type PeerFacts, type PeerRule, toPeerRules } from './peer-rule.ts'
import { randomEnterprises, type Sample, withUnknowns } from './random-enterprises.ts'

/** How much is measured. */
export interface SetSize {
  readonly enterprises: number
  readonly seed: number
}

/** Measures and enterprises, in our form and in that of the other engines. */
export interface BenchSet {
  readonly name: string
  /** Measures in force whose rule the other engines can say: the ones that are timed. */
  readonly measures: readonly Measure[]
  readonly ours: Ours
  /** How many measures there are in all, and both our ways to answer them. */
  readonly allMeasures: number
  readonly oursForAll: Ours
  /** Enterprises of which every value that a rule reads is known, derived ones too. */
  readonly known: readonly Sample[]
  /** The same with some facts taken away. */
  readonly partly: readonly Sample[]
  /** The rules of `measures` for the other engines. */
  readonly rules: readonly PeerRule[]
  readonly variables: readonly string[]
  readonly peerFactsOf: (sample: Sample) => PeerFacts
}

/** The share of facts taken away from `partly`. */
export const UNKNOWN_SHARE = 0.05

/** Makes the enterprises for a corpus and translates its rules. */
export const makeBenchSet = (
  name: string,
  corpus: Corpus,
  { day, enterprises, seed }: SetSize & { readonly day: IsoDate },
): BenchSet => {
  const clock = { asOf: day, submittedOn: day }
  const candidates = randomEnterprises(corpus, clock, { count: 3 * enterprises, seed })
  const [first] = candidates
  if (!first) throw new RangeError('no enterprises')
  const rulebook = prepareRulebook(corpus)
  const oursForAll = prepareOurs(rulebook, corpus.measures, clock)
  const inForce = corpus.measures.filter((measure) => isInForce(measure, day))
  const translated = toPeerRules(inForce, oursForAll.situationFor(first))
  const measures = inForce.filter((_, index) => translated.rules[index])
  const peerFactsOf = (sample: Sample) => translated.factsOf(oursForAll.situationFor(sample))
  const known = candidates
    .filter((sample) => Object.keys(peerFactsOf(sample)).length === translated.variables.length)
    .slice(0, enterprises)
  return {
    name,
    measures,
    ours: prepareOurs(rulebook, measures, clock),
    allMeasures: corpus.measures.length,
    oursForAll,
    known,
    partly: withUnknowns(known, { share: UNKNOWN_SHARE, seed: seed + 1 }),
    rules: translated.rules.flatMap((rule) => rule ?? []),
    variables: translated.variables,
    peerFactsOf,
  }
}

/** Pairs of an enterprise and a measure on which the program and the plain evaluator differ. */
export const countDifferences = ({ oursForAll }: BenchSet, samples: readonly Sample[]): number => {
  let differences = 0
  for (const sample of samples) {
    const plain = oursForAll.runPlain(sample)
    const fast = namesOf(oursForAll.runProgram(sample))
    differences += plain.filter((outcome, index) => outcome !== fast[index]).length
  }
  return differences
}

/** How often each outcome occurs. */
export const countOutcomes = (
  { ours }: BenchSet,
  samples: readonly Sample[],
): ReadonlyMap<Outcome, number> => {
  const counts = new Map<Outcome, number>()
  for (const sample of samples) {
    for (const outcome of namesOf(ours.runProgram(sample))) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    }
  }
  return counts
}
