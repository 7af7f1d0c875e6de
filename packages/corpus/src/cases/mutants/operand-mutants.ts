import { add, addDays, type Exact, exact, formatExact, parseDate, subtract } from '@huiqi/domain'
import type { FactType, Operand, Scalar } from '@huiqi/engine'
import type { Mutant } from './mutant.ts'

const STEPS: Readonly<Record<'money' | 'rate' | 'count' | 'number', Exact>> = {
  money: exact(1),
  rate: exact(1, 10_000),
  count: exact(1),
  number: exact(1),
}

/** A value moved by one step of its type both ways: a fen, a hundredth of a percent, one, a day. */
export const movedByStep = (value: Scalar, type: FactType): readonly Scalar[] => {
  if (typeof value === 'object') {
    const step = type in STEPS ? STEPS[type as keyof typeof STEPS] : exact(1)
    return [add(value, step), subtract(value, step)]
  }
  const date = type === 'date' && typeof value === 'string' ? parseDate(value) : null
  return date === null ? [] : [addDays(date, 1), addDays(date, -1)]
}

const show = (value: Scalar): string =>
  typeof value === 'object' ? formatExact(value) : String(value)

/** A literal moved by one step both ways; parameters and holes have no mutants of their own. */
export const operandMutants = (
  operand: Operand,
  at: { readonly type: FactType; readonly path: string },
): readonly Mutant<Operand>[] => {
  if (operand.kind !== 'literal') return []
  return movedByStep(operand.value, at.type).map((value) => ({
    what: `${show(operand.value)} → ${show(value)}`,
    path: at.path,
    value: { kind: 'literal', value },
  }))
}
