import type { Exact } from '@huiqi/domain'
import { type Arithmetic, evaluateArithmetic } from '../compile/arithmetic.ts'
import { exactOfStored } from '../row-situation.ts'
import type { Column } from '../table.ts'
import { approximateOf, combineApproximate, errorOf, type Operation, ULP } from './approximate.ts'
import { columnOf } from './bind-slot.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import { f64At } from './read-array.ts'

/**
 * Numbers of a block with how far each may be off; NaN where the value is open. Whole numbers within
 * the safe integers have an error of zero.
 */
export interface Vector {
  readonly values: Float64Array
  readonly errors: Float64Array
}

const fillConstant = ({ values, errors }: Vector, constant: Exact): void => {
  const { value, error } = approximateOf(constant)
  values.fill(value)
  errors.fill(error)
}

const fillStored = ({ values, errors }: Vector, column: Column, window: BlockWindow): void => {
  const stored = windowOf(window, column)
  const { missing, never, unit } = column
  const factor = unit.n / unit.d
  const isWhole = unit.d === 1
  for (let row = 0; row < stored.length; row += 1) {
    const each = stored[row] ?? missing
    const value = each === missing || each === never ? Number.NaN : each * factor
    values[row] = value
    errors[row] = isWhole ? errorOf(value, 0) : Math.abs(value) * 2 * ULP
  }
}

const combine = (operation: Operation, target: Vector, right: Vector): void => {
  const { values, errors } = target
  for (let row = 0; row < values.length; row += 1) {
    const a = { value: f64At(values, row), error: f64At(errors, row) }
    const b = { value: f64At(right.values, row), error: f64At(right.errors, row) }
    const { value, error } = combineApproximate(operation, a, b)
    values[row] = value
    errors[row] = error
  }
}

/** Works out expressions over the rows of a window. */
export interface VectorMachine {
  /** The value of an expression in each row; the vector is overwritten by a later call of the same depth. */
  readonly evaluate: (expression: Arithmetic) => Vector
  /** The exact value in one row of the window; null when it is open. */
  readonly exactAt: (expression: Arithmetic, row: number) => Exact | null
}

/** A machine for windows of up to `size` rows. */
export const createVectorMachine = (window: BlockWindow, size: number): VectorMachine => {
  const pool: Vector[] = []
  const vectorAt = (depth: number): Vector => {
    const vector = pool[depth] ?? {
      values: new Float64Array(size),
      errors: new Float64Array(size),
    }
    pool[depth] = vector
    return vector
  }
  const { table } = window
  const columnFor = (fact: string, year: number | null): Column | undefined =>
    table.columns[columnOf(table, fact, year)]

  const fillFact = (expression: Extract<Arithmetic, { kind: 'fact' }>, depth: number): void => {
    const target = vectorAt(depth)
    const { fact, year, otherwise } = expression
    const column = columnFor(fact, year)
    if (column === undefined) target.values.fill(Number.NaN)
    else fillStored(target, column, window)
    if (otherwise === null) return
    fill(otherwise, depth + 1)
    const derived = vectorAt(depth + 1)
    for (let row = 0; row < window.count; row += 1) {
      if (!Number.isNaN(f64At(target.values, row))) continue
      target.values[row] = f64At(derived.values, row)
      target.errors[row] = f64At(derived.errors, row)
    }
  }

  const fill = (expression: Arithmetic, depth: number): void => {
    if (expression.kind === 'constant') fillConstant(vectorAt(depth), expression.value)
    else if (expression.kind === 'fact') fillFact(expression, depth)
    else {
      fill(expression.left, depth)
      fill(expression.right, depth + 1)
      combine(expression.kind, vectorAt(depth), vectorAt(depth + 1))
    }
  }

  return {
    evaluate: (expression) => {
      fill(expression, 0)
      return vectorAt(0)
    },
    exactAt: (expression, row) =>
      evaluateArithmetic(expression, (fact, year) => {
        const column = columnFor(fact, year)
        const stored = column?.values[window.start + row]
        if (column === undefined || stored === undefined) return null
        if (stored === column.missing || stored === column.never) return null
        return exactOfStored(stored, column)
      }),
  }
}
