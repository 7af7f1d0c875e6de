import { FALSE, OPEN, TRUE, TRUTHS } from '../compile/truth-code.ts'
import type { Block } from './block.ts'
import type { GuardCases } from './bound-program.ts'
import { addMoney, type MoneyTally, sameMoney } from './tally.ts'

/** Adds up money that only guards decide, by counting the rows of each combination of their truths. */
export const createCountCases = (
  { layout, primitives, nodes }: Block,
  money: MoneyTally,
): ((cases: GuardCases, at: number, row: number) => void) => {
  const { and, without, count } = primitives
  const { rowBytes, fullRow, emptyRow } = layout

  /** Parts a row by a guard into three rows from `first` on, in the order of truth codes. */
  const part = (row: number, guard: number, first: number): void => {
    nodes.build(guard)
    const place = layout.nodes[guard]
    if (place === undefined) throw new RangeError(`no node ${guard}`)
    const [no, yes, open] = [FALSE, TRUE, OPEN].map((truth) => first + truth * rowBytes)
    if (no === undefined || yes === undefined || open === undefined) return
    without(no, row, place.possible)
    and(open, row, place.possible)
    if (place.open === null) and(yes, open, place.certain ?? emptyRow)
    else without(yes, open, place.open)
    without(open, open, yes)
  }

  return ({ guards, each }, at, certainRow) => {
    const countCase = (row: number, depth: number, entry: number): void => {
      const rows = count(row, fullRow)
      if (rows === 0) return
      const guard = guards[depth]
      if (guard === undefined) {
        const span = each[entry]
        if (span !== undefined) addMoney(money, at, sameMoney(span, rows))
        return
      }
      const first = layout.cases + depth * TRUTHS * rowBytes
      part(row, guard, first)
      for (let truth = 0; truth < TRUTHS; truth += 1) {
        countCase(first + truth * rowBytes, depth + 1, entry * TRUTHS + truth)
      }
    }
    countCase(certainRow, 0, 0)
  }
}
