import type { ThingKind } from '@huiqi/engine'

/** The kinds of things that people are asked to add by hand. */
export const THING_KINDS: readonly ThingKind[] = [
  'project',
  'contract',
  'loan',
  'hire',
  'product',
  'exhibition',
]
