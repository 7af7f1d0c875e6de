import type { Arithmetic } from '../compile/arithmetic.ts'
import type { Table } from '../table.ts'
import { columnOf } from './bind-slot.ts'
import type { BoundProgram } from './bound-program.ts'

/** The places of the columns that a program reads; all of them when it needs the plain evaluator. */
export const columnsOfProgram = (
  { slots, bases, engine, amounts }: BoundProgram,
  table: Table,
): ReadonlySet<number> => {
  if (engine !== null) return new Set(table.columns.keys())
  const used = new Set<number>()
  const visit = (expression: Arithmetic): void => {
    if (expression.kind === 'constant') return
    if (expression.kind === 'fact') {
      used.add(columnOf(table, expression.fact, expression.year))
      if (expression.otherwise !== null) visit(expression.otherwise)
    } else {
      visit(expression.left)
      visit(expression.right)
    }
  }
  for (const { stated, derivation } of slots) {
    if (stated !== null) used.add(stated.column)
    if (derivation?.kind === 'arithmetic') visit(derivation.expression)
    if (derivation?.kind === 'thing') for (const column of derivation.columns) used.add(column)
  }
  for (const base of bases) visit(base)
  for (const amount of amounts) {
    if (amount?.kind === 'plan') visitPlan(amount.plan, visit)
  }
  used.delete(-1)
  return used
}

type Plan = Extract<NonNullable<BoundProgram['amounts'][number]>, { kind: 'plan' }>['plan']

const visitPlan = (plan: Plan, visit: (base: Arithmetic) => void): void => {
  if (plan.kind === 'product') visit(plan.base)
  else if (plan.kind === 'first') for (const { amount } of plan.bands) visitPlan(amount, visit)
  else if (plan.kind !== 'figure') visitPlan(plan.amount, visit)
}
