import type { BenchSet } from './bench-set.ts'
import { type Answer, askOne, type LoadPeer, type Peer } from './peer.ts'
import type { PeerFacts } from './peer-rule.ts'
import type { Sample } from './random-enterprises.ts'

/** A peer with the part of a set that it is run on. */
export interface LoadedPeer {
  readonly peer: Peer
  /** Positions of the rules in the set. */
  readonly rules: readonly number[]
  readonly samples: readonly Sample[]
  readonly facts: readonly PeerFacts[]
}

/** Every so many-th rule and the first so many enterprises, for engines that are slow. */
export interface Portion {
  readonly everyRule: number
  readonly enterprises: number
}

/** Loads a part of a set into a peer. */
export const loadPortion = (set: BenchSet, load: LoadPeer, portion: Portion): LoadedPeer => {
  const rules = [...set.rules.keys()].filter((index) => index % portion.everyRule === 0)
  const samples = set.known.slice(0, portion.enterprises)
  return {
    peer: load(
      rules.flatMap((index) => set.rules[index] ?? []),
      set.variables,
    ),
    rules,
    samples,
    facts: samples.map(set.peerFactsOf),
  }
}

/** Answers that agree with the plain evaluator, of those where it says met or unmet. */
export interface Agreement {
  readonly same: number
  readonly of: number
}

/** Compares a peer with the plain evaluator on enterprises of which every fact is known. */
export const agreementOf = async (
  set: BenchSet,
  { peer, rules, samples, facts }: LoadedPeer,
): Promise<Agreement> => {
  let [same, of] = [0, 0]
  for (const [index, sample] of samples.entries()) {
    const plain = set.ours.runPlain(sample)
    const answers = await peer.answerAll(facts[index] ?? {})
    for (const [position, measure] of rules.entries()) {
      const expected = plain[measure]
      if (expected !== 'met' && expected !== 'unmet') continue
      of += 1
      if (answers[position] === expected) same += 1
    }
  }
  return { same, of }
}

/** How many answers of each kind. */
export type AnswerCounts = Readonly<Record<Answer, number>>

interface OpenPair {
  readonly facts: PeerFacts
  readonly rule: number
}

const openPairs = (set: BenchSet, { rules }: LoadedPeer, atMost: number): readonly OpenPair[] => {
  const pairs: OpenPair[] = []
  for (const sample of set.partly) {
    const plain = set.ours.runPlain(sample)
    const facts = set.peerFactsOf(sample)
    for (const [rule, measure] of rules.entries()) {
      if (plain[measure] === 'unknown') pairs.push({ facts, rule })
    }
  }
  const step = Math.max(1, Math.floor(pairs.length / atMost))
  return pairs.filter((_, index) => index % step === 0).slice(0, atMost)
}

/** What a peer says where a fact that is needed is not known; at most so many pairs are asked. */
export const answersToUnknown = async (
  set: BenchSet,
  loaded: LoadedPeer,
  atMost: number,
): Promise<AnswerCounts> => {
  const counts = { met: 0, unmet: 0, unknown: 0, error: 0 }
  for (const { facts, rule } of openPairs(set, loaded, atMost)) {
    counts[await askOne(loaded.peer, facts, rule)] += 1
  }
  return counts
}
