import type { Node } from '../compile/node.ts'
import type { PopulationProgram } from '../compile/program.ts'
import { rankByFacts } from '../kernel/rank-terms.ts'
import { i32At } from '../kernel/read-array.ts'

/**
 * Bits for measures in three ranges: first those all of whose terms are single comparisons, from
 * `choiceWord` on those with one choice between comparisons besides, from `groupWord` on the others.
 */
export interface MeasureOrder {
  /** The measure of each bit by its place in the program; -1 for a bit without one. */
  readonly measures: Int32Array
  readonly words: number
  readonly choiceWord: number
  readonly groupWord: number
}

const WORD = 32

const isGroup = (node: Node | undefined): boolean => node?.kind === 'all' || node?.kind === 'any'

/** Whether a node is a comparison whose outcome one state tells. */
const isPlain = ({ nodes, slots }: PopulationProgram, place: number): boolean => {
  const node = nodes[place]
  if (node === undefined || !('slot' in node)) return false
  const domain = slots[node.slot]?.domain
  return domain?.kind === 'codes' || domain?.isRanged === false
}

const SINGLE = 0
const CHOICE = 1
const GROUPS = 2

/** The range that a measure belongs to. */
const rangeOf = (program: PopulationProgram, terms: readonly number[]): number => {
  const { nodes } = program
  let range = SINGLE
  for (const term of terms) {
    const node = nodes[term]
    if (!isGroup(node)) continue
    const isChoice = node?.kind === 'any' && node.parts.every((part) => isPlain(program, part))
    if (!isChoice || range !== SINGLE) return GROUPS
    range = CHOICE
  }
  return range
}

/** The place of each node when those that sort rows come first and then the most used. */
const placesOfNodes = ({ nodes, slots, measures }: PopulationProgram): Int32Array => {
  const uses = new Int32Array(nodes.length)
  for (const { terms } of measures) for (const term of terms) uses[term] = i32At(uses, term) + 1
  const rank = rankByFacts(slots)
  const ranks = Int32Array.from(nodes, rank)
  const sorted = Int32Array.from(nodes.keys()).sort(
    (a, b) => i32At(ranks, a) - i32At(ranks, b) || i32At(uses, b) - i32At(uses, a) || a - b,
  )
  const places = new Int32Array(nodes.length)
  for (const [at, node] of sorted.entries()) places[node] = at
  return places
}

/** The first two terms of each measure in the order of `places`, as one number. */
const firstTerms = ({ measures, nodes }: PopulationProgram, places: Int32Array): Float64Array => {
  const none = nodes.length
  return Float64Array.from(measures, ({ terms }) => {
    let [first, second] = [none, none]
    for (const term of terms) {
      const place = isGroup(nodes[term]) ? none : i32At(places, term)
      if (place < first) [first, second] = [place, first]
      else if (place < second) second = place
    }
    return first * (none + 1) + second
  })
}

/** Gives each measure that is evaluated a bit; measures with the same first terms stand together. */
export const orderMeasures = (program: PopulationProgram): MeasureOrder => {
  const { measures } = program
  const keys = firstTerms(program, placesOfNodes(program))
  const ranges: readonly number[][] = [[], [], []]
  for (const [place, { status, terms }] of measures.entries()) {
    if (status !== 'not-in-force') ranges[rangeOf(program, terms)]?.push(place)
  }
  const sorted = ranges.map((places) =>
    Int32Array.from(places).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b),
  )
  const starts = [0]
  for (const places of sorted) starts.push((starts.at(-1) ?? 0) + Math.ceil(places.length / WORD))
  const [, choiceWord = 0, groupWord = 0, words = 0] = starts
  const bits = new Int32Array(words * WORD).fill(-1)
  for (const [range, places] of sorted.entries()) bits.set(places, (starts[range] ?? 0) * WORD)
  return { measures: bits, words, choiceWord, groupWord }
}
