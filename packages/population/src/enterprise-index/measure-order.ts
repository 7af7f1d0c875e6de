import type { PopulationProgram } from '../compile/program.ts'
import { orderTerms } from '../kernel/order-terms.ts'
import { rankByFacts } from '../kernel/rank-terms.ts'

/** Bits for measures: first those whose terms are single comparisons, from `groupWord` on the others. */
export interface MeasureOrder {
  /** The measure of each bit by its place in the program; -1 for a bit without one. */
  readonly measures: Int32Array
  readonly words: number
  /** The first word of measures with groups. */
  readonly groupWord: number
}

const WORD = 32

/** Gives each measure that is evaluated a bit; measures with the same first terms stand together. */
export const orderMeasures = (program: PopulationProgram): MeasureOrder => {
  const { measures, nodes } = program
  const { order } = orderTerms(
    measures.map(({ status, terms }) => (status === 'not-in-force' ? null : terms)),
    nodes,
    rankByFacts(program.slots),
  )
  const hasGroup = (place: number): boolean =>
    (measures[place]?.terms ?? []).some((term) => {
      const kind = nodes[term]?.kind
      return kind === 'all' || kind === 'any'
    })
  const single = [...order].filter((place) => !hasGroup(place))
  const grouped = [...order].filter(hasGroup)
  const groupWord = Math.ceil(single.length / WORD)
  const words = groupWord + Math.ceil(grouped.length / WORD)
  const bits = new Int32Array(words * WORD).fill(-1)
  bits.set(single)
  bits.set(grouped, groupWord * WORD)
  return { measures: bits, words, groupWord }
}
