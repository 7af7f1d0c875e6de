import type { PopulationProgram } from '../compile/program.ts'
import { i32At } from '../kernel/read-array.ts'
import type { MeasureOrder } from './measure-order.ts'

/** The terms of the measure of each bit, one after the other. */
export interface TermLists {
  readonly terms: Int32Array
  /** Where the terms of each bit begin; one more than there are bits. */
  readonly starts: Int32Array
}

const NO_TERMS: readonly number[] = []

/** Lists the terms of each bit. */
export const listTerms = (
  { measures }: PopulationProgram,
  { measures: bits }: MeasureOrder,
): TermLists => {
  const starts = new Int32Array(bits.length + 1)
  for (let bit = 0; bit < bits.length; bit += 1) {
    const { length } = measures[i32At(bits, bit)]?.terms ?? NO_TERMS
    starts[bit + 1] = i32At(starts, bit) + length
  }
  const terms = new Int32Array(i32At(starts, bits.length))
  for (let bit = 0; bit < bits.length; bit += 1) {
    const own = measures[i32At(bits, bit)]?.terms ?? NO_TERMS
    terms.set(own, i32At(starts, bit))
  }
  return { terms, starts }
}

/** The same lists with only the terms that a test lets through. */
export const keepTerms = (
  { terms, starts }: TermLists,
  isWanted: (term: number) => boolean,
): TermLists => {
  const kept = new Int32Array(terms.length)
  const keptStarts = new Int32Array(starts.length)
  let count = 0
  for (let bit = 0; bit + 1 < starts.length; bit += 1) {
    for (let at = i32At(starts, bit); at < i32At(starts, bit + 1); at += 1) {
      const term = i32At(terms, at)
      kept[count] = term
      count += isWanted(term) ? 1 : 0
    }
    keptStarts[bit + 1] = count
  }
  return { terms: kept.slice(0, count), starts: keptStarts }
}
