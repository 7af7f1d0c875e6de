import { type ClassTable, type FactType, typeOfReference } from '@huiqi/engine'
import { type BoundTest, bindTest } from './bound-test.ts'
import type { CompileContext } from './compile-context.ts'
import { addTest, type DerivationDraft, type DraftBook } from './draft.ts'

type Limit = ClassTable['rows'][number]['limits'][number]

const ORDERED: readonly FactType[] = ['money', 'rate', 'count', 'number']

/** A lower limit as a comparison; a limit on truth or codes names the value itself. */
const boundOf = (
  context: CompileContext,
  type: FactType,
  operand: Limit['atLeast'][number],
): BoundTest => {
  const word = ORDERED.includes(type) ? 'at-least' : 'is'
  return bindTest({ word, value: operand }, type, context.resolveOperand)
}

/** Every class that an open value may still have: neighbouring classes of the table. */
export const narrowedClasses = ({ classes }: ClassTable): readonly (readonly string[])[] =>
  classes.flatMap((_, best) =>
    classes.slice(best + 1).map((_, more) => classes.slice(best, best + more + 2)),
  )

/** A class table with its comparisons. */
export const classesDraft = (
  context: CompileContext,
  book: DraftBook,
  table: ClassTable,
): DerivationDraft => {
  const by = book.ofFact(table.by, null, 'value')
  for (const { codes } of table.rows) {
    for (const code of codes) {
      addTest(by, { kind: 'member', values: [code], hasDescendants: true, isNegated: false })
    }
  }
  const limits = table.rows.map((row) =>
    row.limits.map(({ reference, atLeast }) => {
      const draft = book.ofReference(reference, 'range')
      const type = typeOfReference(context.rulebook, reference)
      const bounds = atLeast.map((operand) => boundOf(context, type, operand))
      for (const bound of bounds) addTest(draft, bound)
      return { draft, bounds }
    }),
  )
  const isPlain = limits.every((row) => row.every(({ draft }) => !draft.isRanged))
  return isPlain ? { kind: 'classes', table, by, limits } : { kind: 'engine' }
}
