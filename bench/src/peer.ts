import type { PeerFacts, PeerRule } from './peer-rule.ts'

/** What an engine says about one rule. */
export type Answer = 'met' | 'unmet' | 'unknown' | 'error'

/** Another rule engine, loaded with the same rules. */
export interface Peer {
  readonly name: string
  /** What to know about how it was used. */
  readonly note: string
  /** Answers all rules for one enterprise; the way it is fastest. */
  readonly answerAll: (facts: PeerFacts) => readonly Answer[] | Promise<readonly Answer[]>
  /** Answers one rule, apart from the others so that an error stays its own. */
  readonly answerOne: (facts: PeerFacts, rule: number) => unknown
}

/** Loads rules into an engine. */
export type LoadPeer = (rules: readonly PeerRule[], variables: readonly string[]) => Peer

/** What an engine gives for one rule; a failure is an error. */
export const askOne = async (peer: Peer, facts: PeerFacts, rule: number): Promise<Answer> => {
  try {
    return toAnswer(await peer.answerOne(facts, rule))
  } catch {
    return 'error'
  }
}

/** A truth as an answer; what is neither true nor false is unknown. */
export const toAnswer = (value: unknown): Answer => {
  if (value === true) return 'met'
  return value === false ? 'unmet' : 'unknown'
}
