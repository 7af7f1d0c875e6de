import type { BoundProgram } from './bound-program.ts'
import { i32At } from './read-array.ts'

/** The terms of all measures as a tree in which common beginnings stand once, each before what follows it. */
export interface StepTrie {
  /** The node of each step. */
  readonly terms: Int32Array
  /** How many terms stand before it. */
  readonly depths: Int32Array
  /** The next step that does not follow from this one. */
  readonly next: Int32Array
  /**
   * The measures that are complete with each step, in the order of evaluation: from its entry up to but
   * without the next one. Those before the first entry have no terms.
   */
  readonly measures: Int32Array
}

/** Puts the terms of measures in order into a tree. */
export const planTrie = ({
  terms,
  starts,
  shared,
}: Pick<BoundProgram, 'terms' | 'starts' | 'shared'>): StepTrie => {
  const count = starts.length - 1
  const steps: number[] = []
  const depths: number[] = []
  const measures: number[] = []
  for (let at = 0; at < count; at += 1) {
    const [first, end] = [i32At(starts, at), i32At(starts, at + 1)]
    for (let term = first + i32At(shared, at); term < end; term += 1) {
      steps.push(i32At(terms, term))
      depths.push(term - first)
      measures.push(at)
    }
  }
  measures.push(count)
  return {
    terms: Int32Array.from(steps),
    depths: Int32Array.from(depths),
    next: nextOf(depths),
    measures: Int32Array.from(measures),
  }
}

/** From the last step back: the nearest later step that is no deeper. */
const nextOf = (depths: readonly number[]): Int32Array => {
  const next = new Int32Array(depths.length)
  const latest: number[] = []
  for (let at = depths.length - 1; at >= 0; at -= 1) {
    const depth = depths[at] ?? 0
    let found = depths.length
    for (let before = 0; before <= depth; before += 1) {
      found = Math.min(found, latest[before] ?? depths.length)
    }
    next[at] = found
    latest[depth] = at
  }
  return next
}
