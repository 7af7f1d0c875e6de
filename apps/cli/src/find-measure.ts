import { AppError } from '@huiqi/domain'
import { isInForce, type Measure, type Rulebook } from '@huiqi/engine'

const SIMILAR_AT_MOST = 5
const LEAST_LIKENESS = 0.3

const isNamed = ({ id, name }: Measure, text: string): boolean =>
  id === text || id.endsWith(`/${text}`) || name.zh === text || name.en.toLowerCase() === text

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

/** How alike two texts are by their pairs of neighbouring letters, from 0 to 1 (Dice). */
const likeness = (a: string, b: string): number => {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  const common = [...one].filter((pair) => other.has(pair)).length
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

const likenessOf = ({ id, name }: Measure, text: string): number => {
  const last = id.slice(id.lastIndexOf('/') + 1)
  const names = [id, last, name.zh, name.en.toLowerCase()]
  return text.length > 1 && names.some((each) => each.includes(text))
    ? 1
    : Math.max(...names.map((each) => likeness(each, text)))
}

const similarTo = (measures: readonly Measure[], text: string): readonly Measure[] =>
  measures
    .map((measure) => ({ measure, alike: likenessOf(measure, text) }))
    .filter(({ alike }) => alike >= LEAST_LIKENESS)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, SIMILAR_AT_MOST)
    .map(({ measure }) => measure)

/**
 * The measure that a person means: by whole id, by its last part or by its name; among several the
 * one in force on the day. Throws AppError `unknown-measure` with the ids that may be meant.
 */
export const findMeasure = (rulebook: Rulebook, text: string, day: string): Measure => {
  const { measures } = rulebook.corpus
  const wanted = text.trim().toLowerCase()
  const named = measures.filter((measure) => isNamed(measure, wanted))
  const inForce = named.filter((measure) => isInForce(measure, day))
  const found = named.length === 1 ? named[0] : inForce.length === 1 ? inForce[0] : undefined
  if (found) return found
  const similar = (named.length > 1 ? named : similarTo(measures, wanted)).map(({ id }) => id)
  throw new AppError('unknown-measure', { id: text, similar })
}
