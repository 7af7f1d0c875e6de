import type { MakePrimitives } from './block.ts'
import { createPlainPrimitives } from './plain-primitives.ts'
import { createWasmPrimitives, createWasmRelay, hasWasmPrimitives } from './wasm-primitives.ts'

/** The fastest primitives that this machine runs. */
export const bestPrimitives = (): MakePrimitives =>
  hasWasmPrimitives() ? createWasmPrimitives : createPlainPrimitives

/**
 * The same for blocks of which only the newest is in use: their memory is taken over, since new memory
 * is dear for a short run. It still holds what was there before.
 */
export const bestRelay = (): MakePrimitives =>
  hasWasmPrimitives() ? createWasmRelay() : createPlainPrimitives
