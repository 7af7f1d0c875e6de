import type { MeasureOrder } from '@huiqi/contract'
import { daysBetween, isoDate } from '@huiqi/domain'
import { standingOn } from './measure-status.ts'
import { hasBit, placesIn } from './search/bits.ts'
import type { Answered } from './search/measure-index.ts'
import type { Selection } from './select-measures.ts'

/** Ranks are `key * PLACES + place`: the smaller, the further up; no two are the same. */
const PLACES = 2 ** 17
const LAST = 2 ** 30
const FIRST_DAY = isoDate('1970-01-01')

const CLOSED = ['closed', 'unscheduled', 'not-yet-in-force', 'expired']

const deadlineKey = ({ catalogue, day }: Selection, place: number): number => {
  const measure = catalogue.measures[place]
  if (measure === undefined) return LAST
  const { status, closesOn } = standingOn(measure, day.day)
  if (CLOSED.includes(status)) return LAST + CLOSED.indexOf(status)
  return closesOn === null ? LAST - 1 : daysBetween(FIRST_DAY, closesOn)
}

const newestKey = ({ catalogue }: Selection, place: number): number => {
  const from = catalogue.measures[place]?.inForce.from
  return from === undefined ? LAST : LAST - daysBetween(FIRST_DAY, from)
}

const amountKey = ({ day }: Selection, place: number): number => {
  const most = day.most[place] ?? -1
  return most < 0 ? LAST : Math.max(0, LAST - 1 - Math.round(most / 100))
}

const KEYS = {
  best: ({ day }: Selection, place: number) => (day.isOpen(place) ? 0 : 1),
  newest: newestKey,
  deadline: deadlineKey,
  amount: amountKey,
} as const satisfies Record<MeasureOrder, (selection: Selection, place: number) => number>

const sortedRanks = (selection: Selection, order: MeasureOrder): Float64Array => {
  const { ranks } = selection.day
  const before = ranks.get(order)
  if (before !== undefined) return before
  const { length } = selection.catalogue.measures
  const made = Float64Array.from(
    { length },
    (_, place) => KEYS[order](selection, place) * PLACES + place,
  ).sort()
  ranks.set(order, made)
  return made
}

const MOST_SCORE = 2 ** 24

const ranksByWords = (
  { places, day }: Selection,
  { places: found, scores }: Answered,
  after: number,
): Float64Array => {
  const ranks = new Float64Array(scores.length)
  let length = 0
  for (const [at, place] of placesIn(found).entries()) {
    if (!hasBit(places, place)) continue
    const score = Math.min(MOST_SCORE, scores[at] ?? 0)
    const rank = ((MOST_SCORE - score) * 2 + (day.isOpen(place) ? 0 : 1)) * PLACES + place
    if (rank <= after) continue
    ranks[length] = rank
    length += 1
  }
  return ranks.subarray(0, length)
}

const SAMPLED = 256

const sampleOf = (numbers: Float64Array): Float64Array => {
  const sample = new Float64Array(SAMPLED)
  for (let at = 0; at < SAMPLED; at += 1) {
    sample[at] = numbers[Math.floor((at * numbers.length) / SAMPLED)] ?? 0
  }
  return sample.sort()
}

const atMost = (numbers: Float64Array, bound: number): Float64Array => {
  const kept = new Float64Array(numbers.length)
  let length = 0
  for (const number of numbers) {
    if (number > bound) continue
    kept[length] = number
    length += 1
  }
  return kept.subarray(0, length)
}

/** So many of the smallest numbers, in order, without sorting the others. */
const smallest = (numbers: Float64Array, count: number): Float64Array => {
  let left = numbers
  while (left.length > 2 * (count + SAMPLED)) {
    const share = (2 * count) / left.length
    const bound = sampleOf(left)[Math.ceil(share * SAMPLED) + 1] ?? Number.POSITIVE_INFINITY
    const below = atMost(left, bound)
    if (below.length < count || below.length === left.length) break
    left = below
  }
  return left.slice().sort().subarray(0, count)
}

/** All ranks. */
export const EVERY = { after: -1, atMost: Number.POSITIVE_INFINITY }

/** The ranks behind one (-1: all) of the selected measures in order, at most so many. */
export const rankPlaces = (
  selection: Selection,
  order: MeasureOrder,
  { after, atMost }: { readonly after: number; readonly atMost: number },
): Float64Array => {
  const { answered, places } = selection
  if (order === 'best' && answered !== null) {
    return smallest(ranksByWords(selection, answered, after), atMost)
  }
  const ranks = sortedRanks(selection, order)
  const found: number[] = []
  for (let at = positionAfter(ranks, after); at < ranks.length && found.length < atMost; at += 1) {
    const rank = ranks[at] ?? 0
    if (hasBit(places, placeOf(rank))) found.push(rank)
  }
  return Float64Array.from(found)
}

/** The place behind a rank. */
export const placeOf = (rank: number): number => rank % PLACES

/** The first position whose rank is behind the one given. */
const positionAfter = (ranks: Float64Array, rank: number): number => {
  let low = 0
  let high = ranks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranks[middle] ?? 0) <= rank) low = middle + 1
    else high = middle
  }
  return low
}
