import { type Bits, noBits, putBit } from './bits.ts'
import type { Postings, WordIndex } from './word-index.ts'

/** One way to say a part of a question: an entry that has all the words is found by it. */
export interface Wording {
  readonly words: readonly string[]
  /** From 0 to 1: a synonym counts less than the word itself. */
  readonly worth: number
}

/** A part of a question with every way to say it; one of them is enough. */
export type Clause = readonly Wording[]

/** The entries found, with the score of each place (0 for the others). */
export interface Found {
  readonly places: Bits
  readonly scores: Int32Array
}

const SCALE = 4

const rarity = ({ count }: WordIndex, { places }: Postings): number =>
  Math.log(1 + count / places.length)

/** The first position from `from` whose place is not below `place`, by doubling steps. */
const seek = (places: Int32Array, from: number, place: number): number => {
  let low = from
  let step = 1
  while (low + step < places.length && (places[low + step] ?? 0) < place) {
    low += step
    step *= 2
  }
  let high = Math.min(places.length, low + step + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((places[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

interface Weighed {
  readonly list: Postings
  readonly factor: number
  /** Where the search in the list goes on. */
  cursor: number
}

/** What the other words add at a place; null when one of them is not there. */
const addAt = (others: readonly Weighed[], place: number): number | null => {
  let sum = 0
  for (const other of others) {
    const { places, weights } = other.list
    other.cursor = seek(places, other.cursor, place)
    if (places[other.cursor] !== place) return null
    sum += (weights[other.cursor] ?? 0) * other.factor
  }
  return sum
}

/** The words of a wording, the rarest first; null when one of them stands nowhere. */
const weighed = (index: WordIndex, { words, worth }: Wording): readonly Weighed[] | null => {
  const lists = words.map((word) => index.postingsOf(word)).filter((list) => list !== null)
  if (lists.length < words.length) return null
  const share = (SCALE * worth) / words.length
  return lists
    .toSorted((a, b) => a.places.length - b.places.length)
    .map((list): Weighed => ({ list, factor: rarity(index, list) * share, cursor: 0 }))
}

/** Which places are looked at: these, or all. */
type Candidates = Int32Array | null

const raise = (scores: Float64Array, place: number, score: number): void => {
  if (score > (scores[place] ?? 0)) scores[place] = score
}

const scoreWording = (
  words: readonly Weighed[],
  candidates: Candidates,
  into: Float64Array,
): void => {
  const [first, ...others] = words
  if (first === undefined) return
  const { places, weights } = first.list
  if (candidates !== null && candidates.length < places.length) {
    for (const place of candidates) {
      const score = addAt(words, place)
      if (score !== null) raise(into, place, score)
    }
    return
  }
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0
    const added = others.length === 0 ? 0 : addAt(others, place)
    if (added !== null) raise(into, place, (weights[at] ?? 0) * first.factor + added)
  }
}

const waysOf = (index: WordIndex, clause: Clause): readonly (readonly Weighed[])[] =>
  clause.map((wording) => weighed(index, wording)).filter((words) => words !== null)

/** How many places a clause may have at most. */
const sizeOf = (ways: readonly (readonly Weighed[])[]): number =>
  ways.reduce((sum, [first]) => sum + (first?.list.places.length ?? 0), 0)

const collect = (sums: Float64Array, mayStay: (sum: number) => boolean): Found => {
  const places = noBits(sums.length)
  const scores = new Int32Array(sums.length)
  for (let place = 0; place < sums.length; place += 1) {
    const sum = sums[place] ?? 0
    if (sum <= 0 || !mayStay(sum)) continue
    putBit(places, place)
    scores[place] = Math.max(1, Math.round(sum))
  }
  return { places, scores }
}

const placesWith = (scores: Float64Array, among: Candidates): Int32Array => {
  const kept = new Int32Array(among?.length ?? scores.length)
  let length = 0
  for (let at = 0; at < kept.length; at += 1) {
    const place = among === null ? at : (among[at] ?? 0)
    if ((scores[place] ?? 0) === 0) continue
    kept[length] = place
    length += 1
  }
  return kept.subarray(0, length)
}

interface Scratch {
  readonly sums: Float64Array
  readonly found: Float64Array
}

const scratches = new WeakMap<WordIndex, Scratch>()

/** Two rows of zeros to add up in; the ones of the search before, which has ended. */
const scratchOf = (index: WordIndex): Scratch => {
  const { count } = index
  const before = scratches.get(index)
  before?.sums.fill(0)
  if (before !== undefined) return before
  const scratch = { sums: new Float64Array(count), found: new Float64Array(count) }
  scratches.set(index, scratch)
  return scratch
}

/** Whether anything at all is found by a part of a question. */
export const isFound = (index: WordIndex, clause: Clause): boolean =>
  waysOf(index, clause).length > 0

/** The entries that have every part of the question; the rarest part is looked up first. */
export const searchAll = (index: WordIndex, clauses: readonly Clause[]): Found => {
  const parts = clauses
    .map((clause) => waysOf(index, clause))
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
  const { sums, found } = scratchOf(index)
  const places = noBits(index.count)
  const scores = new Int32Array(index.count)
  let candidates: Candidates = null
  for (const ways of parts) {
    found.fill(0)
    for (const words of ways) scoreWording(words, candidates, found)
    candidates = placesWith(found, candidates)
    for (const place of candidates) sums[place] = (sums[place] ?? 0) + (found[place] ?? 0)
  }
  for (const place of candidates ?? []) {
    putBit(places, place)
    scores[place] = Math.max(1, Math.round(sums[place] ?? 0))
  }
  return { places, scores }
}

const LOOSE_SHARE = 0.5

/** The entries that have much of the question: at least half the score of the best one. */
export const searchLoosely = (index: WordIndex, clauses: readonly Clause[]): Found => {
  const { sums, found } = scratchOf(index)
  for (const clause of clauses) {
    found.fill(0)
    for (const words of waysOf(index, clause)) scoreWording(words, null, found)
    for (let place = 0; place < index.count; place += 1) {
      sums[place] = (sums[place] ?? 0) + (found[place] ?? 0)
    }
  }
  const most = sums.reduce((best, sum) => Math.max(best, sum), 0)
  return collect(sums, (sum) => sum >= most * LOOSE_SHARE)
}
