import type { Exact } from '@huiqi/domain'
import { type Arithmetic, type ArithmeticFact, evaluateArithmetic } from '../compile/arithmetic.ts'
import type { Cut } from '../compile/cut.ts'
import { exactOfStored } from '../row-situation.ts'
import type { Column } from '../table.ts'
import { approximateOf, ULP } from './approximate.ts'
import { columnOf } from './bind-slot.ts'
import { type BlockWindow, windowOf } from './block-window.ts'
import { OPERATIONS } from './primitives.ts'
import { exactState, TOO_LARGE } from './small-ratio.ts'
import { type BlockMemory, createStoredValues } from './stored-values.ts'

/** Works out expressions over the rows of a window. */
export interface VectorMachine {
  /** Works out an expression in each row; the address of the vector, which the next call overwrites. */
  readonly evaluate: (expression: Arithmetic) => number
  /** The exact value in one row of the window; null when it is open. */
  readonly exactAt: (expression: Arithmetic, row: number) => Exact | null
  /** The state of the value in one row of the window among cuts; null when it is open. */
  readonly stateAt: (expression: Arithmetic, cuts: readonly Cut[], row: number) => number | null
}

/** A machine for the windows of a block. */
export const createVectorMachine = (window: BlockWindow, memory: BlockMemory): VectorMachine => {
  const { layout, primitives } = memory
  const { table } = window
  const { stored, worthPlan, vectors, rowBytes } = layout
  const size = rowBytes * 8
  const { buffer } = primitives.memory
  const plan = new Float64Array(buffer, worthPlan, 4)
  const worthTarget = new Int32Array(buffer, worthPlan + 32, 1)
  const { loadNumbers } = createStoredValues(memory)

  const addressAt = (depth: number): number => {
    const address = vectors[depth]
    if (address === undefined) throw new RangeError(`no vector ${depth}`)
    return address
  }
  const fillWith = (depth: number, value: number, error: number): void => {
    const both = new Float64Array(buffer, addressAt(depth), 2 * size)
    both.fill(value, 0, window.count)
    both.fill(error, size, size + window.count)
  }
  const columns = new Map<ArithmeticFact, Column | undefined>()
  const columnFor = (fact: ArithmeticFact): Column | undefined => {
    if (!columns.has(fact)) columns.set(fact, table.columns[columnOf(table, fact.fact, fact.year)])
    return columns.get(fact)
  }
  /** What is stored for a fact in one row of the window; null when nothing is. */
  const storedAt = (column: Column | undefined, row: number): number | null => {
    const value = column?.values[window.start + row]
    return value === undefined || value === column?.missing || value === column?.never
      ? null
      : value
  }

  const exactOf = (fact: ArithmeticFact, row: number): Exact | null => {
    const column = columnFor(fact)
    const value = storedAt(column, row)
    return column === undefined || value === null ? null : exactOfStored(value, column)
  }

  const fillStored = (depth: number, column: Column): void => {
    const { missing, never, unit } = column
    plan.set([missing, never ?? Number.NaN, unit.n / unit.d, unit.d === 1 ? 0 : 2 * ULP])
    const isWide = loadNumbers(windowOf(window, column)) === 8
    const worth = isWide ? primitives.worth64 : primitives.worth32
    worthTarget[0] = addressAt(depth)
    worth(stored, window.count, worthPlan)
  }

  const fillFact = (expression: ArithmeticFact, depth: number): void => {
    const { otherwise } = expression
    const column = columnFor(expression)
    if (column === undefined && otherwise !== null) {
      fill(otherwise, depth)
      return
    }
    if (column === undefined) fillWith(depth, Number.NaN, 0)
    else fillStored(depth, column)
    if (otherwise === null) return
    fill(otherwise, depth + 1)
    primitives.fillOpen(addressAt(depth), addressAt(depth + 1), window.count)
  }

  const fill = (expression: Arithmetic, depth: number): void => {
    if (expression.kind === 'constant') {
      const { value, error } = approximateOf(expression.value)
      fillWith(depth, value, error)
    } else if (expression.kind === 'fact') fillFact(expression, depth)
    else {
      fill(expression.left, depth)
      fill(expression.right, depth + 1)
      const operation = OPERATIONS.indexOf(expression.kind)
      primitives.combine(operation, addressAt(depth), addressAt(depth + 1))
    }
  }

  return {
    evaluate: (expression) => {
      fill(expression, 0)
      return addressAt(0)
    },
    stateAt: (expression, cuts, row) =>
      exactState(expression, cuts, {
        small: (fact) => {
          const column = columnFor(fact)
          const value = storedAt(column, row)
          if (column === undefined || value === null) return null
          const n = value * column.unit.n
          return Number.isSafeInteger(n) ? { n, d: column.unit.d } : TOO_LARGE
        },
        exact: (fact) => exactOf(fact, row),
      }),
    exactAt: (expression, row) => evaluateArithmetic(expression, (fact) => exactOf(fact, row)),
  }
}
