import type { Column } from '../table.ts'
import type { Layout } from './layout.ts'
import type { Primitives } from './primitives.ts'

/** The memory of a block. */
export interface BlockMemory {
  readonly layout: Layout
  readonly primitives: Primitives
}

/** Brings stored values to where primitives read them; as 32-bit integers or doubles. */
export interface StoredValues {
  /** As they are; gives the bytes of one. */
  readonly load: (values: Column['values']) => 1 | 2 | 4 | 8
  /** Short ones as 32-bit integers; gives the bytes of one. */
  readonly loadNumbers: (values: Column['values']) => 4 | 8
}

/** The room for stored values of a block. */
export const createStoredValues = ({ layout, primitives }: BlockMemory): StoredValues => {
  const { stored, rowBytes } = layout
  const { buffer } = primitives.memory
  const size = rowBytes * 8
  const bytes = new Uint8Array(buffer, stored, size)
  const shorts = new Uint16Array(buffer, stored, size)
  const integers = new Int32Array(buffer, stored, size)
  const doubles = new Float64Array(buffer, stored, size)

  const loadNumbers = (values: Column['values']): 4 | 8 => {
    if (values instanceof Float64Array) {
      doubles.set(values)
      return 8
    }
    integers.set(values)
    return 4
  }
  return {
    loadNumbers,
    load: (values) => {
      if (values instanceof Uint8Array) {
        bytes.set(values)
        return 1
      }
      if (values instanceof Uint16Array) {
        shorts.set(values)
        return 2
      }
      return loadNumbers(values)
    },
  }
}
