import type { MakePrimitives } from './block.ts'
import { createPlainPrimitives } from './plain-primitives.ts'
import { createWasmPrimitives, hasWasmPrimitives } from './wasm-primitives.ts'

/** The fastest primitives that this machine runs. */
export const bestPrimitives = (): MakePrimitives =>
  hasWasmPrimitives() ? createWasmPrimitives : createPlainPrimitives
