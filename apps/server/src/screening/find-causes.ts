import type { ChangeCause } from '@huiqi/contract'
import type { IsoDate } from '@huiqi/domain'
import {
  decide,
  type Enterprise,
  isInForce,
  leavesOf,
  type Measure,
  type Rulebook,
  situationOf,
  type Thing,
  type Verdict,
} from '@huiqi/engine'
import { sayNeed, sayValue } from '../enterprises/in-both-languages.ts'
import {
  type EnterpriseFile,
  type FactOnFile,
  factsFrom,
  thingsFrom,
} from '../enterprises/load-file.ts'
import { toFactValue } from '../enterprises/scalar-json.ts'
import type { RecordedChange } from '../measures/recorded-changes.ts'
import { isSame, type Standing } from './difference.ts'
import { toRange } from './show-verdict.ts'

/** A file on a day. */
export interface FileState {
  readonly file: EnterpriseFile
  readonly day: IsoDate
}

/** What a cause is looked for in. */
export interface CauseSight {
  readonly rulebook: Rulebook
  readonly before: FileState
  readonly after: FileState
  /** What became of the measures since, by measure. */
  readonly changes: ReadonlyMap<string, RecordedChange>
}

const NONE: Standing = { outcome: 'none', amount: null }

const thingOf = ({ things }: Enterprise, measure: Measure, id: string | null): Thing | null =>
  measure.about === 'enterprise' || id === null
    ? null
    : (things[measure.about]?.find((thing) => thing.id === id) ?? null)

interface Asked {
  readonly measure: Measure
  /** The id of the thing that the measure is about; null for the enterprise. */
  readonly thing: string | null
}

const decideFor = (
  rulebook: Rulebook,
  { measure, thing }: Asked,
  { enterprise, day }: { readonly enterprise: Enterprise; readonly day: IsoDate },
): Verdict | null => {
  const found = thingOf(enterprise, measure, thing)
  if (thing !== null && found === null) return null
  if (measure.eligible === null || !isInForce(measure, day)) return null
  const clock = { asOf: day, submittedOn: day }
  return decide(measure, situationOf(rulebook, enterprise, { clock, thing: found }))
}

const OUTCOMES = {
  met: 'met',
  unmet: 'unmet',
  unknown: 'open',
  'needs-review': 'open',
  'not-in-force': 'none',
} as const

const isTitleHeld = (
  rulebook: Rulebook,
  { benefit }: Measure,
  { enterprise, day }: { readonly enterprise: Enterprise; readonly day: IsoDate },
): boolean => {
  const title = benefit?.grants ?? null
  if (title === null) return false
  const situation = situationOf(rulebook, enterprise, { clock: { asOf: day, submittedOn: day } })
  const held = situation.resolve(`qualification.${title}`, null)
  return held.kind === 'known' && held.value === true
}

/** How one measure stands for a state of the file. */
export const standingFor = (
  rulebook: Rulebook,
  asked: Asked,
  state: { readonly enterprise: Enterprise; readonly day: IsoDate },
): Standing => {
  const verdict = decideFor(rulebook, asked, state)
  if (verdict === null || isTitleHeld(rulebook, asked.measure, state)) return NONE
  const outcome = OUTCOMES[verdict.outcome]
  const isMet = outcome === 'met' && verdict.amount !== null
  return { outcome, amount: isMet && verdict.amount !== null ? toRange(verdict.amount) : null }
}

const placeOf = ({ fact, year, thing }: FactOnFile): string => `${fact} ${year} ${thing}`

interface ChangedFact {
  readonly place: string
  readonly before: FactOnFile | null
  readonly after: FactOnFile | null
}

const changedFacts = ({ before, after }: CauseSight): readonly ChangedFact[] => {
  const [old, now] = [before, after].map(
    ({ file }) => new Map(file.facts.map((fact) => [placeOf(fact), fact])),
  )
  const places = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...places].flatMap((place) => {
    const [was, is] = [old?.get(place) ?? null, now?.get(place) ?? null]
    const [from, to] = [was, is].map((fact) =>
      fact === null ? null : toFactValue(fact.current.value),
    )
    return from === to ? [] : [{ place, before: was, after: is }]
  })
}

/** The file as it is, with some facts as they were. */
const withFactsBack = ({ after }: CauseSight, reverted: readonly ChangedFact[]): Enterprise => {
  const { file } = after
  const places = new Set(reverted.map(({ place }) => place))
  const facts = [
    ...file.facts.filter((fact) => !places.has(placeOf(fact))),
    ...reverted.flatMap(({ before }) => before ?? []),
  ]
  return {
    ...file.enterprise,
    facts: factsFrom(facts.filter(({ thing }) => thing === null)),
    things: thingsFrom(file.things, file.absent, facts),
  }
}

const factsUsed = (verdict: Verdict | null): ReadonlySet<string> => {
  if (verdict === null) return new Set()
  const leaves = verdict.trace === null ? [] : leavesOf(verdict.trace)
  const needs = leaves.flatMap(({ resolved }) => [
    ...resolved.uses,
    ...(resolved.kind === 'open' ? resolved.missing : []),
  ])
  const amount =
    verdict.amount === null ? [] : [...verdict.amount.uses, ...verdict.amount.why.missing]
  return new Set([...needs, ...amount].map(({ fact }) => fact))
}

const isAbout = (fact: string, used: ReadonlySet<string>): boolean =>
  used.has(fact) || used.has(fact.replace(/\.(?:granted_on|valid_until)$/, ''))

const showFactCause = (
  sight: CauseSight,
  { before, after }: ChangedFact,
): readonly ChangeCause[] => {
  const held = after ?? before
  const definition = held === null ? undefined : sight.rulebook.facts.get(held.fact)
  if (held === null || definition === undefined) return []
  const say = (fact: FactOnFile | null) =>
    fact === null ? null : sayValue(sight.rulebook, definition, fact.current.value)
  const bench = { rulebook: sight.rulebook, day: sight.after.day }
  const { fact, year } = held
  return [
    {
      kind: 'fact',
      fact,
      year,
      name: sayNeed(bench, { fact, year }),
      from: say(before),
      to: say(after),
    },
  ]
}

/** The facts that made a difference: each of them alone, or all of them together. */
const factCauses = (sight: CauseSight, asked: Asked, now: Standing): readonly ChangeCause[] => {
  const { rulebook, before, after } = sight
  const verdicts = [before, after].map(({ file, day }) =>
    decideFor(rulebook, asked, { enterprise: file.enterprise, day }),
  )
  const used = new Set(verdicts.flatMap((verdict) => [...factsUsed(verdict)]))
  const touching = changedFacts(sight).filter(({ before: was, after: is }) => {
    const held = is ?? was
    const isOfThing = held?.thing === null || held?.thing === asked.thing
    return held !== null && isOfThing && isAbout(held.fact, used)
  })
  const standingWithout = (reverted: readonly ChangedFact[]): Standing =>
    standingFor(rulebook, asked, { enterprise: withFactsBack(sight, reverted), day: after.day })
  const alone = touching.filter((fact) => !isSame(standingWithout([fact]), now))
  if (alone.length > 0) return alone.flatMap((fact) => showFactCause(sight, fact))
  if (isSame(standingWithout(touching), now)) return []
  return touching.flatMap((fact) => showFactCause(sight, fact))
}

const ruleCause = ({ changes }: CauseSight, measure: string): readonly ChangeCause[] => {
  const change = changes.get(measure)
  return change === undefined ? [] : [{ kind: 'rule', change: change.kind, on: change.happenedOn }]
}

/** Why a measure stands otherwise than before: the rule, facts, a new thing, or the day alone. */
export const findCauses = (
  sight: CauseSight,
  { id, thing }: { readonly id: string; readonly thing: string | null },
): readonly ChangeCause[] => {
  const { rulebook, before, after } = sight
  const rule = ruleCause(sight, id)
  const measure = rulebook.measures.get(id)
  if (measure === undefined) return rule
  const asked = { measure, thing }
  const isThere = ({ file }: FileState) =>
    thing === null || file.things.some((each) => each.id === thing)
  if (isThere(after) && !isThere(before)) {
    return [
      ...rule,
      { kind: 'thing', name: thingOf(after.file.enterprise, measure, thing)?.name ?? '' },
    ]
  }
  const now = standingFor(rulebook, asked, { enterprise: after.file.enterprise, day: after.day })
  const facts = factCauses(sight, asked, now)
  const onOldDay = standingFor(rulebook, asked, {
    enterprise: after.file.enterprise,
    day: before.day,
  })
  const date: readonly ChangeCause[] =
    before.day === after.day || isSame(onOldDay, now)
      ? []
      : [{ kind: 'date', from: before.day, to: after.day }]
  return [...rule, ...facts, ...date]
}
