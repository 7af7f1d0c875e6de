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

/** Whether this machine runs them: WebAssembly with 128-bit vectors. */
export const hasWasmPrimitives = (): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(decode())

/** The primitives in WebAssembly, as a plain object: looking names up in the exports themselves is slow. */
export const createWasmPrimitives = ({
  rowBytes,
  certainRow,
  bytes,
}: PrimitiveSize): Primitives => {
  compiled ??= new WebAssembly.Module(decode())
  const { exports } = new WebAssembly.Instance(compiled)
  const missing = Math.ceil(bytes / PAGE) - exports.memory.buffer.byteLength / PAGE
  if (missing > 0) exports.memory.grow(missing)
  exports.init(rowBytes, certainRow)
  return { ...exports }
}
