import {
  type Clock,
  compileProgram,
  decide,
  type EncodedSituation,
  type Measure,
  OUTCOME_OF_CODE,
  type Outcome,
  type Rulebook,
  type Situation,
  situationOf,
} from '@huiqi/engine'
import type { Sample } from './random-enterprises.ts'

/** Huiqi's two ways to answer all measures for one enterprise. */
export interface Ours {
  readonly situationFor: (sample: Sample) => Situation
  /** Without reasons, from the stated facts; the outcomes stay in one buffer. */
  readonly runProgram: (sample: Sample) => Uint8Array
  /** An encoded enterprise of its own, with every value that the program asks for worked out. */
  readonly encode: (sample: Sample) => EncodedSituation
  /** Without reasons, from encoded values. */
  readonly runEncoded: (encoded: EncodedSituation) => Uint8Array
  /** With the whole reasoning: trace, amount, changes and evidence. */
  readonly runPlain: (sample: Sample) => readonly Outcome[]
}

/** Prepares both ways for a day. */
export const prepareOurs = (
  rulebook: Rulebook,
  measures: readonly Measure[],
  clock: Clock,
): Ours => {
  const program = compileProgram(measures)
  const out = new Uint8Array(measures.length)
  const situationFor = ({ enterprise, thing }: Sample): Situation =>
    situationOf(rulebook, enterprise, { clock, thing })
  const runEncoded = (encoded: EncodedSituation): Uint8Array => {
    program.decide(encoded, out)
    return out
  }
  let buffer: EncodedSituation | null = null
  return {
    situationFor,
    runEncoded,
    encode: (sample) => {
      const encoded = program.encode(situationFor(sample))
      runEncoded(encoded)
      return encoded
    },
    runProgram: (sample) => {
      const situation = situationFor(sample)
      if (buffer === null) buffer = program.encode(situation)
      else program.encodeInto(buffer, situation)
      return runEncoded(buffer)
    },
    runPlain: (sample) => {
      const situation = situationFor(sample)
      return measures.map((measure) => decide(measure, situation).outcome)
    },
  }
}

/** Outcomes by name. */
export const namesOf = (codes: Uint8Array): readonly Outcome[] =>
  [...codes].flatMap((code) => OUTCOME_OF_CODE[code] ?? [])
