import { type Amount, amountOf, type Situation } from '@huiqi/engine'
import type { AmountPlan } from '../compile/amount-plan.ts'
import type { Arithmetic } from '../compile/arithmetic.ts'
import { FALSE, OPEN, TRUE } from '../compile/truth-code.ts'
import { type AmountFacts, evaluateAmount, type FenSpan, toFenSpan } from './amount-span.ts'
import type { Block } from './block.ts'
import { type BlockBases, createBlockBases } from './block-bases.ts'
import type { BoundAmount } from './bound-program.ts'
import { createRowSituations } from './engine-states.ts'
import { i32At } from './read-array.ts'
import { withBound } from './with-bound.ts'

/** Works out amounts for rows of the current block. */
export interface BlockAmounts {
  readonly amountAt: (amount: BoundAmount, row: number) => FenSpan
  readonly bases: BlockBases
}

const ofEngine = (situation: Situation, amount: Amount): FenSpan => {
  const { low, high, why } = amountOf(situation, amount)
  const waits = why.missing.length + why.reviews.length + why.gaps.length > 0
  return { low, high, isUnknown: waits && low !== high }
}

/** The amounts of a block. */
export const createBlockAmounts = (block: Block): BlockAmounts => {
  const { bound, layout, primitives, nodes, slots } = block
  const bases = createBlockBases(block)
  const situationAt = createRowSituations(bound, slots.window)
  const words = new Int32Array(primitives.memory.buffer)

  const isSet = (address: number, row: number): boolean =>
    ((i32At(words, (address >> 2) + (row >> 5)) >>> (row & 31)) & 1) === 1

  const truthAt = (node: number, row: number): number => {
    nodes.build(node)
    const place = layout.nodes[node]
    if (place === undefined) throw new RangeError(`no node ${node}`)
    if (!isSet(place.possible, row)) return FALSE
    const { open, certain } = place
    const isSure = open === null ? isSet(certain ?? layout.emptyRow, row) : !isSet(open, row)
    return isSure ? TRUE : OPEN
  }

  const byPlan = (plan: AmountPlan, row: number): FenSpan => {
    const facts: AmountFacts = {
      valueOf: (base: Arithmetic) => bases.exactAt(base, row),
      truthOf: (node) => truthAt(node, row),
    }
    return toFenSpan(evaluateAmount(plan, facts))
  }

  return {
    bases,
    amountAt: (amount, row) => {
      switch (amount.kind) {
        case 'constant':
          return amount.each
        case 'scaled': {
          const fen = bases.scaledAt(amount, row)
          if (fen === 'open') return amount.open
          return fen === null ? byPlan(amount.plan, row) : withBound(amount, fen)
        }
        case 'plan':
          return byPlan(amount.plan, row)
        case 'engine':
          return ofEngine(situationAt(row), amount.amount)
      }
    },
  }
}
