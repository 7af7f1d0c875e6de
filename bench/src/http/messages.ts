/** What a service takes of the machine, in bytes. */
export interface Memory {
  /** After a collection. */
  readonly heapBytes: number
  readonly residentBytes: number
}

/** What the service under load says of itself. */
export type FromService =
  | { readonly kind: 'ready'; readonly address: string; readonly measures: number }
  | ({ readonly kind: 'memory' } & Memory)
  | { readonly kind: 'processor'; readonly ms: number }

/** What the service under load is asked. */
export type ToService = { readonly kind: 'memory' | 'processor' | 'stop' }
