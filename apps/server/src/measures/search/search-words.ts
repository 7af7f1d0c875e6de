import { anyBits, type Bits, bothBits, noBits, placesIn, putBit } from './bits.ts'
import type { Postings, WordIndex } from './word-index.ts'

/** One way to say a part of a question: an entry that has all the words is found by it. */
export interface Wording {
  readonly words: readonly string[]
  /** From 0 to 1: a synonym counts less than the word itself. */
  readonly worth: number
}

/** A part of a question with every way to say it; one of them is enough. */
export type Clause = readonly Wording[]

/** The entries found, with their scores in the order of the places. */
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

/** Scores that are being found, with a bit for each place that has one. */
interface Scoring {
  readonly scores: Float64Array
  readonly scored: Bits
}

const raise = ({ scores, scored }: Scoring, place: number, score: number): void => {
  if (score <= (scores[place] ?? 0)) return
  scores[place] = score
  putBit(scored, place)
}

const scoreWording = (words: readonly Weighed[], candidates: Candidates, into: Scoring): void => {
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

interface Scratch {
  readonly sums: Float64Array
  readonly clause: Scoring
}

const scratches = new WeakMap<WordIndex, Scratch>()

/** Zeros to add up in; whoever takes them leaves zeros again. */
const scratchOf = (index: WordIndex): Scratch => {
  const { count } = index
  const scratch = scratches.get(index) ?? {
    sums: new Float64Array(count),
    clause: { scores: new Float64Array(count), scored: noBits(count) },
  }
  scratches.set(index, scratch)
  return scratch
}

/** Adds what a clause has found at some of its places, and forgets the clause. */
const takeUp = ({ sums, clause }: Scratch, places: Int32Array): void => {
  const { scores, scored } = clause
  for (const place of places) sums[place] = (sums[place] ?? 0) + (scores[place] ?? 0)
  for (const place of placesIn(scored)) scores[place] = 0
  scored.fill(0)
}

/** The sums of some places as scores; all sums are forgotten. */
const settle = ({ sums }: Scratch, touched: Bits, places: Bits): Found => {
  const scores = placesIn(places).map((place) => Math.max(1, Math.round(sums[place] ?? 0)))
  for (const place of placesIn(touched)) sums[place] = 0
  return { places, scores }
}

/** Whether anything at all is found by a part of a question. */
export const isFound = (index: WordIndex, clause: Clause): boolean =>
  waysOf(index, clause).length > 0

/** The entries that have every part of the question; the rarest part is looked up first. */
export const searchAll = (index: WordIndex, clauses: readonly Clause[]): Found => {
  const parts = clauses
    .map((clause) => waysOf(index, clause))
    .toSorted((a, b) => sizeOf(a) - sizeOf(b))
  const scratch = scratchOf(index)
  const { scored } = scratch.clause
  let touched: Bits | null = null
  let left = noBits(index.count)
  let candidates: Candidates = null
  for (const ways of parts) {
    for (const words of ways) scoreWording(words, candidates, scratch.clause)
    left = touched === null ? scored.slice() : bothBits(left, scored)
    touched ??= left
    candidates = placesIn(left)
    takeUp(scratch, candidates)
  }
  return settle(scratch, touched ?? left, left)
}

const LOOSE_SHARE = 0.5

/** The entries that have much of the question: at least half the score of the best one. */
export const searchLoosely = (index: WordIndex, clauses: readonly Clause[]): Found => {
  const scratch = scratchOf(index)
  const { sums, clause: scoring } = scratch
  let touched = noBits(index.count)
  for (const clause of clauses) {
    for (const words of waysOf(index, clause)) scoreWording(words, null, scoring)
    touched = anyBits(index.count, [touched, scoring.scored])
    takeUp(scratch, placesIn(scoring.scored))
  }
  const found = placesIn(touched)
  const most = found.reduce((best, place) => Math.max(best, sums[place] ?? 0), 0)
  const places = noBits(index.count)
  for (const place of found) {
    if ((sums[place] ?? 0) >= most * LOOSE_SHARE) putBit(places, place)
  }
  return settle(scratch, touched, places)
}
