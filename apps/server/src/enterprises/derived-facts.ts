import type { DerivedFact, LadderStanding } from '@huiqi/contract'
import {
  type Enterprise,
  type FactDefinition,
  type Rulebook,
  situationOf,
  viewLadder,
  yearMeant,
} from '@huiqi/engine'
import { type Bench, sayNeed, sayValue } from './in-both-languages.ts'
import { toFactValue } from './scalar-json.ts'

/** Classes of the enterprise, and rates of the last year such as its growth. */
const isShown = ({ subject, derivation, period, type }: FactDefinition): boolean => {
  if (subject !== 'enterprise' || derivation === null) return false
  if (derivation.kind === 'class-table') return true
  return derivation.kind === 'formula' && period === 'year' && type === 'rate'
}

const shown = new WeakMap<Rulebook, readonly FactDefinition[]>()

const shownOf = (rulebook: Rulebook): readonly FactDefinition[] => {
  const known = shown.get(rulebook) ?? rulebook.corpus.facts.filter(isShown)
  shown.set(rulebook, known)
  return known
}

/** What the engine works out of a file: size class, whether it is above size, growth and other rates. */
export const derivedFacts = (bench: Bench, enterprise: Enterprise): readonly DerivedFact[] => {
  const { rulebook, day } = bench
  const clock = { asOf: day, submittedOn: day }
  const situation = situationOf(rulebook, enterprise, { clock })
  return shownOf(rulebook).map((definition) => {
    const { id: fact, period } = definition
    const year = period === 'year' ? yearMeant(clock, 'last') : null
    const resolved = situation.resolve(fact, year)
    const value = resolved.kind === 'known' ? resolved.value : null
    return {
      fact,
      name: sayNeed(bench, { fact, year }),
      year,
      value: value === null ? null : toFactValue(value),
      text: value === null ? null : sayValue(rulebook, definition, value),
      missing:
        resolved.kind === 'known'
          ? []
          : resolved.missing.map((need) => ({ ...need, name: sayNeed(bench, need) })),
    }
  })
}

/** How the enterprise stands on each ladder. */
export const ladderStandings = (
  { rulebook, day }: Bench,
  enterprise: Enterprise,
): readonly LadderStanding[] => {
  const clock = { asOf: day, submittedOn: day }
  const situation = situationOf(rulebook, enterprise, { clock })
  return rulebook.corpus.ladders.map((ladder) => {
    const { current, next } = viewLadder(ladder, situation)
    const named = ({ id, name }: (typeof ladder.rungs)[number]) => ({ id, name })
    return {
      ladder: { id: ladder.id, name: ladder.name },
      current: current === null ? null : named(current.rung),
      next: next === null ? null : named(next.rung),
    }
  })
}
