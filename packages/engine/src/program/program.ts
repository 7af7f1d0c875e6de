import type { Exact } from '@huiqi/domain'
import type { Condition, Derivation, Leaf, Measure, Reference } from '../model.ts'
import type { CodeIndex, Rulebook } from '../rulebook.ts'
import type { Situation } from '../situation.ts'
import { isInForce } from '../verdict.ts'
import { type BoundTest, bindTests } from './bound-test.ts'
import { compileCondition, type Rule } from './compile-condition.ts'
import { FALSE, NOT_IN_FORCE, UNKNOWN } from './outcome-code.ts'
import { type Codes, compareBounds, keyOf, type Slot, WIDTH } from './slot.ts'

/** The rules of one day of submission. */
interface Edition {
  readonly rulebook: Rulebook
  readonly day: string
  readonly slots: readonly Slot[]
  /** One for each measure of the program. */
  readonly rules: readonly Rule[]
}

/**
 * A situation in the form that a program reads: each value a few small integers, worked out when a
 * rule first asks for it. Belongs to the program that made it.
 */
export interface EncodedSituation extends Codes {
  edition: Edition
}

/** Measures compiled to answer many situations: outcomes alone, without reasons. */
export interface Program {
  readonly measures: readonly Measure[]
  readonly encode: (situation: Situation) => EncodedSituation
  /** Like `encode`, into what an earlier call gave. */
  readonly encodeInto: (encoded: EncodedSituation, situation: Situation) => void
  /** Writes one code of `OUTCOME_OF_CODE` for each measure, in their order. */
  readonly decide: (encoded: EncodedSituation, out: Uint8Array) => void
}

interface Draft {
  readonly reference: Reference
  readonly cost: number
  readonly codes: CodeIndex | null
  readonly thresholds: (Exact | string)[]
  readonly named: Map<string | boolean, number>
}

const keyOfReference = (reference: Reference): string =>
  reference.kind === 'fact' ? `${reference.fact} ${reference.year ?? ''}` : `= ${reference.formula}`

const codesOf = ({ facts, codeLists }: Rulebook, reference: Reference): CodeIndex | null => {
  const list = reference.kind === 'fact' ? facts.get(reference.fact)?.codes : null
  return list ? (codeLists.get(list) ?? null) : null
}

const COST: Readonly<Record<Derivation['kind'], number>> = {
  validity: 5,
  formula: 10,
  'class-table': 20,
  score: 200,
}

const costOf = ({ facts }: Rulebook, reference: Reference): number => {
  if (reference.kind === 'formula') return COST.formula
  const derivation = facts.get(reference.fact)?.derivation
  return derivation ? COST[derivation.kind] : 1
}

const leavesIn = (condition: Condition): readonly Leaf[] =>
  condition.kind === 'leaf' ? [condition] : condition.parts.flatMap(leavesIn)

const draftOf = (rulebook: Rulebook, reference: Reference): Draft => ({
  reference,
  cost: costOf(rulebook, reference),
  codes: codesOf(rulebook, reference),
  thresholds: [],
  named: new Map(),
})

const addBound = (draft: Draft, test: BoundTest): void => {
  if (test.kind === 'order' && typeof test.bound !== 'boolean') draft.thresholds.push(test.bound)
  if (test.kind !== 'membership') return
  for (const value of test.values) {
    const key = keyOf(value)
    if (!draft.named.has(key)) draft.named.set(key, draft.named.size)
  }
}

const toSlot = ({ thresholds, ...draft }: Draft, position: number): Slot => ({
  ...draft,
  position,
  thresholds: thresholds.toSorted(compareBounds).filter((bound, index, sorted) => {
    const before = sorted[index - 1]
    return before === undefined || compareBounds(before, bound) !== 0
  }),
})

const draftSlots = (
  situation: Situation,
  leaves: readonly Leaf[],
): {
  readonly slots: ReadonlyMap<string, Slot>
  readonly tests: ReadonlyMap<Leaf, readonly BoundTest[]>
} => {
  const drafts = new Map<string, Draft>()
  const tests = new Map<Leaf, readonly BoundTest[]>()
  for (const leaf of leaves) {
    const { reference } = leaf
    const key = keyOfReference(reference)
    const draft = drafts.get(key) ?? draftOf(situation.rulebook, reference)
    drafts.set(key, draft)
    const bound = bindTests(situation, leaf)
    tests.set(leaf, bound)
    for (const test of bound) addBound(draft, test)
  }
  const slots = new Map([...drafts].map(([key, draft], position) => [key, toSlot(draft, position)]))
  return { slots, tests }
}

/** Without the thing it is about, a measure is unmet or unknown. */
const aboutThing =
  (rule: Rule): Rule =>
  (codes) => {
    const outcome = rule(codes)
    return codes.situation.thing === null && outcome !== FALSE ? UNKNOWN : outcome
  }

const compileEdition = (measures: readonly Measure[], situation: Situation): Edition => {
  const day = situation.clock.submittedOn
  const conditions = measures.flatMap((measure) =>
    isInForce(measure, day) && measure.eligible !== null ? [measure.eligible] : [],
  )
  const { slots, tests } = draftSlots(situation, conditions.flatMap(leavesIn))
  const boundLeaf = (leaf: Leaf) => {
    const slot = slots.get(keyOfReference(leaf.reference))
    if (!slot) throw new RangeError(`no slot for ${leaf.path}`)
    return { slot, tests: tests.get(leaf) ?? [] }
  }
  const rules = measures.map((measure): Rule => {
    if (!isInForce(measure, day)) return () => NOT_IN_FORCE
    if (measure.eligible === null) return () => UNKNOWN
    const rule = compileCondition(measure.eligible, boundLeaf)
    return measure.about === 'enterprise' ? rule : aboutThing(rule)
  })
  return { rulebook: situation.rulebook, day, slots: [...slots.values()], rules }
}

/**
 * Compiles measures into a program whose outcomes equal those of `decide` for every situation.
 * Bounds and days in force are worked out again only when the day of submission changes.
 */
export const compileProgram = (measures: readonly Measure[]): Program => {
  let latest: Edition | null = null
  const editionFor = (situation: Situation): Edition => {
    const { rulebook, clock } = situation
    if (latest?.rulebook === rulebook && latest.day === clock.submittedOn) return latest
    latest = compileEdition(measures, situation)
    return latest
  }
  const encodeInto = (encoded: EncodedSituation, situation: Situation): void => {
    encoded.edition = editionFor(situation)
    encoded.situation = situation
    const size = encoded.edition.slots.length * WIDTH
    if (encoded.words.length === size) encoded.words.fill(0)
    else encoded.words = new Int32Array(size)
  }
  return {
    measures,
    encode: (situation) => {
      const edition = editionFor(situation)
      const encoded = { edition, situation, words: new Int32Array(0), among: new Map() }
      encodeInto(encoded, situation)
      return encoded
    },
    encodeInto,
    decide: (encoded, out) => {
      let index = 0
      for (const rule of encoded.edition.rules) {
        out[index] = rule(encoded)
        index += 1
      }
    },
  }
}
