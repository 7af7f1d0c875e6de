import { type BenchSet, countDifferences, UNKNOWN_SHARE } from './bench-set.ts'
import {
  type Agreement,
  type AnswerCounts,
  agreementOf,
  answersToUnknown,
  type LoadedPeer,
  loadPortion,
  type Portion,
} from './compare-peer.ts'
import type { LoadPeer } from './peer.ts'
import { loadFeelin } from './peers/feelin.ts'
import { loadJsonLogicEngine } from './peers/json-logic-engine.ts'
import { loadJsonRulesEngine, loadLenientJsonRulesEngine } from './peers/json-rules-engine.ts'
import { loadPublicodes } from './peers/publicodes.ts'
import { loadZenEngine } from './peers/zen-engine.ts'
import type { Sample } from './random-enterprises.ts'
import { type Contender, type Timing, timeInRounds } from './stopwatch.ts'

interface Entrant {
  readonly load: LoadPeer
  readonly everyRule: number
  /** The share of the enterprises that it is timed on. */
  readonly share: number
}

/** Slow engines are timed on a part; the time per evaluation does not depend on how many there are. */
const ENTRANTS: readonly Entrant[] = [
  { load: loadJsonLogicEngine, everyRule: 1, share: 1 },
  { load: loadZenEngine, everyRule: 1, share: 0.25 },
  { load: loadJsonRulesEngine, everyRule: 1, share: 0.1 },
  { load: loadLenientJsonRulesEngine, everyRule: 1, share: 0.1 },
  { load: loadPublicodes, everyRule: 1, share: 0.02 },
  { load: loadFeelin, everyRule: 10, share: 0.02 },
]

/** One line of the result. */
export interface ResultRow {
  readonly name: string
  readonly timing: Timing
  /** Rules and enterprises of one timed run. */
  readonly rules: number
  readonly enterprises: number
  /** Null for the plain evaluator, which the others are compared with. */
  readonly agreement: Agreement | null
  /** Null for our own rows: they say unknown. */
  readonly toUnknown: AnswerCounts | null
}

/** How long a set is measured. */
export interface Effort {
  readonly warmUp: number
  readonly rounds: number
  /** Pairs asked about unknown facts, per engine. */
  readonly unknownPairs: number
}

const contender = <T>(
  name: string,
  rules: number,
  { over, visit }: { readonly over: readonly T[]; readonly visit: (value: T) => unknown },
): Contender => ({
  name,
  evaluations: over.length * rules,
  run: () => {
    for (const value of over) visit(value)
  },
})

/** The first one stands on the same footing as the other engines: values ready in its own form. */
const ownContenders = ({ ours, known, partly, measures }: BenchSet): readonly Contender[] => {
  const { length } = measures
  const some = known.slice(0, Math.ceil(known.length / 10))
  return [
    contender('Huiqi, values ready', length, {
      over: known.map(ours.encode),
      visit: ours.runEncoded,
    }),
    contender('Huiqi, from stated facts', length, { over: known, visit: ours.runProgram }),
    contender(`Huiqi, from stated facts, ${UNKNOWN_SHARE * 100} % unknown`, length, {
      over: partly,
      visit: ours.runProgram,
    }),
    contender('Huiqi, with all reasons', length, { over: some, visit: ours.runPlain }),
  ]
}

const peerContender = ({ peer, rules, facts }: LoadedPeer): Contender => ({
  name: peer.name,
  evaluations: rules.length * facts.length,
  run: async () => {
    for (const each of facts) await peer.answerAll(each)
  },
})

const portionOf = ({ everyRule, share }: Entrant, set: BenchSet): Portion => ({
  everyRule: Math.min(everyRule, Math.max(1, Math.floor(set.rules.length / 20))),
  enterprises: Math.max(2, Math.round(set.known.length * share)),
})

const loadPeers = (set: BenchSet): readonly LoadedPeer[] =>
  ENTRANTS.map((entrant) => loadPortion(set, entrant.load, portionOf(entrant, set)))

/** How far each of the other engines agrees on the whole set, by name. */
export const checkPeers = async (set: BenchSet): Promise<ReadonlyMap<string, Agreement>> => {
  const agreements = new Map<string, Agreement>()
  for (const { load } of ENTRANTS) {
    const loaded = loadPortion(set, load, { everyRule: 1, enterprises: set.known.length })
    agreements.set(loaded.peer.name, await agreementOf(set, loaded))
  }
  return agreements
}

const NO_TIMING: Timing = { median: Number.NaN, fastest: Number.NaN, slowest: Number.NaN }

const ownAgreement = (set: BenchSet, samples: readonly Sample[]): Agreement => {
  const of = samples.length * set.allMeasures
  return { same: of - countDifferences(set, samples), of }
}

/** Runs all engines over a set: first our own rows, then the others. */
export const runBench = async (set: BenchSet, effort: Effort): Promise<readonly ResultRow[]> => {
  const peers = loadPeers(set)
  const own = ownContenders(set)
  const timings = await timeInRounds([...own, ...peers.map(peerContender)], effort)
  const onKnown = ownAgreement(set, set.known)
  const agreements = [onKnown, onKnown, ownAgreement(set, set.partly), null]
  const rows: ResultRow[] = own.map(({ name, evaluations }, index) => ({
    name,
    timing: timings[index] ?? NO_TIMING,
    rules: set.measures.length,
    enterprises: evaluations / set.measures.length,
    agreement: agreements[index] ?? null,
    toUnknown: null,
  }))
  for (const [index, loaded] of peers.entries()) {
    rows.push({
      name: loaded.peer.name,
      timing: timings[own.length + index] ?? NO_TIMING,
      rules: loaded.rules.length,
      enterprises: loaded.samples.length,
      agreement: await agreementOf(set, loaded),
      toUnknown: await answersToUnknown(set, loaded, effort.unknownPairs),
    })
  }
  return rows
}
