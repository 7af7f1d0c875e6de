import { PRIMITIVES_WASM } from './primitives.generated.ts'
import type { PrimitiveSize, Primitives } from './primitives.ts'

interface WasmExports extends Omit<Primitives, 'memory'> {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
  readonly init: (rowBytes: number, certainRow: number) => void
}

interface WasmModule {
  readonly wasm: 'module'
}

declare const WebAssembly: {
  readonly validate: (bytes: Uint8Array) => boolean
  readonly Module: new (bytes: Uint8Array) => WasmModule
  readonly Instance: new (module: WasmModule) => { readonly exports: WasmExports }
}

const PAGE = 65_536

const decode = (): Uint8Array =>
  Uint8Array.from(atob(PRIMITIVES_WASM), (character) => character.charCodeAt(0))

let compiled: WasmModule | null = null
let isValid: boolean | null = null

/** Whether this machine runs them: WebAssembly with 128-bit vectors. */
export const hasWasmPrimitives = (): boolean => {
  isValid ??= typeof WebAssembly === 'object' && WebAssembly.validate(decode())
  return isValid
}

const instantiate = (): WasmExports => {
  compiled ??= new WebAssembly.Module(decode())
  return new WebAssembly.Instance(compiled).exports
}

/** The primitives as a plain object: looking names up in the exports themselves is slow. */
const madeFor = (
  exports: WasmExports,
  { rowBytes, certainRow, bytes }: PrimitiveSize,
): Primitives => {
  const missing = Math.ceil(bytes / PAGE) - exports.memory.buffer.byteLength / PAGE
  if (missing > 0) exports.memory.grow(missing)
  exports.init(rowBytes, certainRow)
  return { ...exports }
}

/** The primitives in WebAssembly, over memory of their own. */
export const createWasmPrimitives = (size: PrimitiveSize): Primitives =>
  madeFor(instantiate(), size)

/** Makes primitives over one memory after the other: those made before are not to be used any more. */
export const createWasmRelay = (): ((size: PrimitiveSize) => Primitives) => {
  const exports = instantiate()
  return (size) => madeFor(exports, size)
}
