import { type CallStatus, callStatus } from './call-status.ts'
import { type Combination, combine } from './combination.ts'
import { candidatesOf, stackingRulesOf } from './combination-candidates.ts'
import type { Clock, Enterprise, Thing } from './enterprise.ts'
import type { Measure } from './model.ts'
import { nextQuestions, type Question } from './question.ts'
import { situationOf } from './resolve-fact.ts'
import type { Rulebook } from './rulebook.ts'
import type { Situation } from './situation.ts'
import { decide, isInForce, type Verdict } from './verdict.ts'

/** Every measure of a rulebook answered for one enterprise. */
export interface Match {
  /** Measures with a rule that are in force; one verdict for each thing a measure is about. */
  readonly verdicts: readonly Verdict[]
  /** Verdicts on titles that are held already. */
  readonly held: readonly Verdict[]
  /** Measures in force without a rule to meet: services with a door to knock on. */
  readonly services: readonly Measure[]
  /** Measures in force whose text was not found. */
  readonly withoutText: readonly Measure[]
  /** Measures about things of which the enterprise is known to have none. */
  readonly withoutThing: readonly Measure[]
  readonly notInForce: readonly Measure[]
  /** The legal set of met benefits with the highest total. */
  readonly combination: Combination
  readonly questions: readonly Question[]
  readonly calls: ReadonlyMap<string, CallStatus>
}

interface Piles {
  readonly verdicts: Verdict[]
  readonly held: Verdict[]
  readonly services: Measure[]
  readonly withoutText: Measure[]
  readonly withoutThing: Measure[]
  readonly notInForce: Measure[]
}

const isTitleHeld = (situation: Situation, { benefit }: Measure): boolean => {
  const title = benefit?.grants ?? null
  if (title === null) return false
  const held = situation.resolve(`qualification.${title}`, null)
  return held.kind === 'known' && held.value === true
}

const thingsFor = (measure: Measure, enterprise: Enterprise): readonly (Thing | null)[] =>
  measure.about === 'enterprise' ? [null] : (enterprise.things[measure.about] ?? [null])

/**
 * Answers every measure. A measure about things is answered for each of them, or once without one
 * when it is not known whether there are any.
 */
export const matchEnterprise = (
  rulebook: Rulebook,
  enterprise: Enterprise,
  clock: Clock,
): Match => {
  const own = situationOf(rulebook, enterprise, { clock })
  const situations = new Map<Thing | null, Situation>([[null, own]])
  const situationFor = (thing: Thing | null): Situation => {
    const ready = situations.get(thing) ?? situationOf(rulebook, enterprise, { clock, thing })
    situations.set(thing, ready)
    return ready
  }
  const piles: Piles = {
    verdicts: [],
    held: [],
    services: [],
    withoutText: [],
    withoutThing: [],
    notInForce: [],
  }
  for (const measure of rulebook.corpus.measures) {
    const pile = pileOf(measure, enterprise, clock)
    if (pile !== null) piles[pile].push(measure)
    else {
      const things = thingsFor(measure, enterprise)
      const verdicts = things.map((thing) => decide(measure, situationFor(thing)))
      piles[isTitleHeld(own, measure) ? 'held' : 'verdicts'].push(...verdicts)
    }
  }
  return {
    ...piles,
    combination: combine(candidatesOf(piles.verdicts), stackingRulesOf(own)),
    questions: nextQuestions(rulebook, piles.verdicts),
    calls: new Map(
      rulebook.corpus.measures.map((measure) => [
        measure.id,
        callStatus(measure, clock.submittedOn),
      ]),
    ),
  }
}

const pileOf = (
  measure: Measure,
  enterprise: Enterprise,
  clock: Clock,
): Exclude<keyof Piles, 'verdicts' | 'held'> | null => {
  if (!isInForce(measure, clock.submittedOn)) return 'notInForce'
  if (measure.eligible === null) return measure.delivery === 'service' ? 'services' : 'withoutText'
  const things = measure.about === 'enterprise' ? null : enterprise.things[measure.about]
  return things?.length === 0 ? 'withoutThing' : null
}
