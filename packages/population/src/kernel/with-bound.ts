import type { FenSpan } from './amount-span.ts'
import type { BoundAmount } from './bound-program.ts'

/** An amount of a scaled kind once its figure is known. */
export const withBound = (
  { bound }: Extract<BoundAmount, { kind: 'scaled' }>,
  fen: number,
): FenSpan => ({
  low: bound === 'at-most' ? 0 : fen,
  high: bound === 'at-least' ? null : fen,
  isUnknown: false,
})
