/**
 * A part of a monotone condition. `span`: the states from `from` up to but without `to` of an ordered
 * slot. `from` and `upTo`: the low or high end of a ranged slot has reached, or lies before, a state.
 * `set`: how each state of a slot comes out. `all`, `any`: parts by their places.
 */
export type Node =
  | { readonly kind: 'constant'; readonly truth: number }
  | {
      readonly kind: 'span'
      readonly slot: number
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'from'; readonly slot: number; readonly state: number }
  | { readonly kind: 'upTo'; readonly slot: number; readonly state: number }
  | { readonly kind: 'set'; readonly slot: number; readonly truths: Uint8Array }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly number[] }
