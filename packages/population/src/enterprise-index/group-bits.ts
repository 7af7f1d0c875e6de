import { bothOf, FALSE, OPEN, TRUE } from '../compile/truth-code.ts'
import { i32At } from '../kernel/read-array.ts'
import { lowestBit } from './bit-rows.ts'
import type { ChoiceRows, ChosenChoices } from './choice-rows.ts'
import type { MeasureOrder } from './measure-order.ts'
import type { NodeTruths } from './node-truth.ts'
import type { TermLists } from './term-lists.ts'

/** What tells how the groups of measures come out. */
export interface GroupSight {
  readonly order: MeasureOrder
  /** The terms of each bit that are groups. */
  readonly groups: TermLists
  readonly truths: NodeTruths
  readonly choices: ChoiceRows
  readonly chosenChoices: ChosenChoices
}

/** The measures of a word whose groups fail, and those whose groups are open. */
export interface GroupBits {
  failing: number
  open: number
}

const settleChoices = (
  { order, choices, chosenChoices }: GroupSight,
  { word, wanted }: { readonly word: number; readonly wanted: number },
) => {
  const { bits } = choices.rows
  const at = word - order.choiceWord
  const { possible, sure, count } = chosenChoices
  let [mayHold, holds] = [0, 0]
  for (let slot = 0; slot < count && (wanted & ~holds) !== 0; slot += 1) {
    const first = i32At(possible, slot)
    const second = i32At(sure, slot)
    const own = i32At(bits, first + at)
    mayHold |= own
    holds |= first === second ? own : i32At(bits, second + at)
  }
  return { mayHold, holds }
}

/** The weakest truth among the groups of a bit. */
const weakestGroup = ({ groups: { terms, starts }, truths }: GroupSight, bit: number): number => {
  let weakest = TRUE
  const end = i32At(starts, bit + 1)
  for (let at = i32At(starts, bit); at < end && weakest !== FALSE; at += 1) {
    weakest = bothOf(weakest, truths.of(i32At(terms, at)))
  }
  return weakest
}

/** Looks at the groups of the measures of a word that have their bit in `wanted`. */
export const settleGroups = (
  sight: GroupSight,
  { word, wanted }: { readonly word: number; readonly wanted: number },
  into: GroupBits,
): void => {
  into.failing = 0
  into.open = 0
  if (word < sight.order.choiceWord) return
  if (word < sight.order.groupWord) {
    const { mayHold, holds } = settleChoices(sight, { word, wanted })
    into.failing = wanted & ~mayHold
    into.open = wanted & mayHold & ~holds
    return
  }
  let rest = wanted
  while (rest !== 0) {
    const lowest = rest & -rest
    rest ^= lowest
    const truth = weakestGroup(sight, (word << 5) + lowestBit(lowest))
    if (truth === FALSE) into.failing |= lowest
    else if (truth === OPEN) into.open |= lowest
  }
}
