/** What the service under load says of itself. */
export type FromService =
  | { readonly kind: 'ready'; readonly address: string; readonly measures: number }
  | { readonly kind: 'memory'; readonly heapBytes: number; readonly residentBytes: number }

/** What the service under load is asked. */
export type ToService = { readonly kind: 'memory' } | { readonly kind: 'stop' }
