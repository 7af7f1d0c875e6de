import { type BoundTest, boundTestKey } from './bound-test.ts'
import { type Domain, strictTruthsOf, truthsOf } from './domain.ts'
import { domainOfDraft } from './domain-of-draft.ts'
import type { LogicTree } from './draft.ts'
import type { Derivation, SlotTruths } from './slot.ts'
import { bothOf, FALSE, negationOf, OPEN, oneOfBoth, TRUE } from './truth-code.ts'

/** Inputs of three values each; more would make the table too large. */
const INPUTS_AT_MOST = 9

type Leaf = Extract<LogicTree, { kind: 'test' }>

const leavesOf = (tree: LogicTree): readonly Leaf[] => {
  switch (tree.kind) {
    case 'constant':
      return []
    case 'test':
      return [tree]
    case 'not':
    case 'strict':
      return leavesOf(tree.part)
    default:
      return tree.parts.flatMap(leavesOf)
  }
}

const keyOf = ({ draft, test, reading }: Leaf): string =>
  `${draft.place} ${reading} ${boundTestKey(test)}`

const truthOf = (tree: LogicTree, truths: ReadonlyMap<string, number>): number => {
  switch (tree.kind) {
    case 'constant':
      return tree.truth
    case 'test':
      return truths.get(keyOf(tree)) ?? FALSE
    case 'not':
      return negationOf(truthOf(tree.part, truths))
    case 'strict': {
      const isOpen = leavesOf(tree.part).some((leaf) => truths.get(keyOf(leaf)) === OPEN)
      return isOpen ? OPEN : truthOf(tree.part, truths)
    }
    case 'both':
      return tree.parts.map((part) => truthOf(part, truths)).reduce(bothOf, TRUE)
    case 'either':
      return tree.parts.map((part) => truthOf(part, truths)).reduce(oneOfBoth, FALSE)
  }
}

const inputOf = (domains: readonly Domain[], { draft, test, reading }: Leaf): SlotTruths => {
  const domain = domainOfDraft(domains, draft)
  const read: (domain: Domain, test: BoundTest) => Uint8Array =
    reading === 'strict' ? strictTruthsOf : truthsOf
  return { slot: draft.place, truths: read(domain, test) }
}

/** The table of a tree; null when it compares too much. */
export const finishLogic = (domains: readonly Domain[], tree: LogicTree): Derivation | null => {
  const leaves = [...new Map(leavesOf(tree).map((leaf) => [keyOf(leaf), leaf])).entries()]
  if (leaves.length > INPUTS_AT_MOST) return null
  const truths = new Uint8Array(3 ** leaves.length).map((_, entry) => {
    const given = leaves.map(
      ([key], place) => [key, Math.floor(entry / 3 ** (leaves.length - 1 - place)) % 3] as const,
    )
    return truthOf(tree, new Map(given))
  })
  return { kind: 'logic', inputs: leaves.map(([, leaf]) => inputOf(domains, leaf)), truths }
}
