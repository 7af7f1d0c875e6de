import type { PopulationProgram } from '../compile/program.ts'
import type { MeasureOrder } from './measure-order.ts'

/** The terms of the measure of each bit, one after the other. */
export interface TermLists {
  readonly terms: Int32Array
  /** Where the terms of each bit begin; one more than there are bits. */
  readonly starts: Int32Array
}

/** Lists the terms of each bit that a test lets through. */
export const listTerms = (
  { measures }: PopulationProgram,
  { measures: bits }: MeasureOrder,
  isWanted: (term: number) => boolean,
): TermLists => {
  const terms: number[] = []
  const starts = new Int32Array(bits.length + 1)
  for (const [at, place] of bits.entries()) {
    for (const term of measures[place]?.terms ?? []) if (isWanted(term)) terms.push(term)
    starts[at + 1] = terms.length
  }
  return { terms: Int32Array.from(terms), starts }
}
