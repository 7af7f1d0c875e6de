import { type Exact, toApproximateNumber } from '@huiqi/domain'
import { type Arithmetic, evaluateArithmetic } from '../compile/arithmetic.ts'
import { exactOfStored } from '../row-situation.ts'
import type { Column } from '../table.ts'
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

/** A little more than one unit in the last place, relative. */
const ULP = 2 ** -52

/** The error of a result of safe whole numbers is zero when it is one itself. */
const errorOf = (value: number, carried: number): number =>
  carried === 0 && Number.isSafeInteger(value) ? 0 : carried + Math.abs(value) * ULP

const fillConstant = ({ values, errors }: Vector, value: Exact): void => {
  const approximate = toApproximateNumber(value)
  values.fill(approximate)
  const isExact = value.d === 1n && Number.isSafeInteger(approximate)
  errors.fill(isExact ? 0 : Math.abs(approximate) * ULP)
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

type Binary = Extract<Arithmetic, { left: Arithmetic }>

interface Approximate {
  readonly value: number
  readonly error: number
}

/** What only exact arithmetic can tell. */
const UNSURE: Approximate = { value: 0, error: Number.POSITIVE_INFINITY }
const NO_VALUE: Approximate = { value: Number.NaN, error: 0 }

const quotient = (a: Approximate, b: Approximate): Approximate => {
  if (b.value === 0 && b.error === 0) return NO_VALUE
  const least = Math.abs(b.value) - b.error
  if (least <= 0) return UNSURE
  const value = a.value / b.value
  const error = (a.error + Math.abs(value) * b.error) / least + Math.abs(value) * ULP
  return { value, error }
}

const combined = (kind: Binary['kind'], a: Approximate, b: Approximate): Approximate => {
  switch (kind) {
    case 'sum':
      return { value: a.value + b.value, error: errorOf(a.value + b.value, a.error + b.error) }
    case 'difference':
      return { value: a.value - b.value, error: errorOf(a.value - b.value, a.error + b.error) }
    case 'product': {
      const value = a.value * b.value
      const carried = Math.abs(a.value) * b.error + Math.abs(b.value) * a.error + a.error * b.error
      return { value, error: errorOf(value, carried) }
    }
    case 'quotient':
      return quotient(a, b)
  }
}

const combine = (kind: Binary['kind'], target: Vector, right: Vector): void => {
  const { values, errors } = target
  for (let row = 0; row < values.length; row += 1) {
    const a = { value: f64At(values, row), error: f64At(errors, row) }
    const b = { value: f64At(right.values, row), error: f64At(right.errors, row) }
    if (Number.isNaN(a.value) || Number.isNaN(b.value)) {
      values[row] = Number.NaN
      continue
    }
    const found = combined(kind, a, b)
    const isSure =
      Number.isFinite(found.error) && (Number.isFinite(found.value) || found === NO_VALUE)
    const { value, error } = isSure ? found : UNSURE
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
