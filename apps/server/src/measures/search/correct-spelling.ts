import { foldText } from './cut-words.ts'

const HAN = /\p{Script=Han}/u
const DIGIT = /\d/
const LEAST_HAN = 3
const LEAST_LATIN = 5
const LONG_LATIN = 8

const mayDiffer = (word: string): number => {
  if (DIGIT.test(word)) return 0
  if (HAN.test(word)) return word.length >= LEAST_HAN ? 1 : 0
  if (word.length >= LONG_LATIN) return 2
  return word.length >= LEAST_LATIN ? 1 : 0
}

const nextRow = (
  [a, b]: readonly [string, string],
  i: number,
  [before, row]: readonly [readonly number[], readonly number[]],
): readonly number[] => {
  const next = [i]
  for (let j = 1; j <= b.length; j += 1) {
    const isSame = a[i - 1] === b[j - 1]
    const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    next[j] = Math.min(
      (row[j] ?? 0) + 1,
      (next[j - 1] ?? 0) + 1,
      (row[j - 1] ?? 0) + (isSame ? 0 : 1),
      isSwapped ? (before[j - 2] ?? i) + 1 : i + j,
    )
  }
  return next
}

/** How many letters differ, swapped neighbours counting once; more than `most` is not told apart. */
export const countDifferences = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow([a, b], i, [before, row])
    before = row
    row = next
  }
  return row[b.length] ?? most + 1
}

/** The words of names, by length, as people write them; the more common words first. */
export type SpellingList = ReadonlyMap<number, readonly string[]>

/** The different words by which spelling can be put right, the more common ones first. */
export const rankSpellings = (words: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const word of words.map(foldText)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([word]) => mayDiffer(word) > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([word]) => word)
}

/** A list to correct spelling by. */
export const createSpellingList = (ranked: readonly string[]): SpellingList =>
  Map.groupBy(ranked, ({ length }) => length)

/** Two of these make one difference: people rarely miss the first letter. */
const OTHER_START = 0.5

/** The listed word that differs least from a word; null when none is near. */
export const correctWord = (list: SpellingList, word: string): string | null => {
  const most = mayDiffer(word)
  const lengths = Array.from({ length: 2 * most + 1 }, (_, at) => word.length - most + at)
  const candidates = lengths.flatMap((length) => list.get(length) ?? [])
  let best: { readonly word: string; readonly by: number } | null = null
  for (const candidate of candidates) {
    const differences = countDifferences(word, candidate, most)
    const by = differences + (candidate[0] === word[0] ? 0 : OTHER_START)
    if (differences <= most && (best === null || by < best.by)) best = { word: candidate, by }
  }
  return best?.word ?? null
}

const RUN = /\p{Script=Han}+|[\p{L}\p{N}]+/gu
const WINDOWS = [6, 5, 4, 3]

const correctHan = (
  list: SpellingList,
  run: string,
  isKnown: (text: string) => boolean,
): string => {
  for (const width of WINDOWS) {
    for (let at = 0; at + width <= run.length; at += 1) {
      const part = run.slice(at, at + width)
      const right = isKnown(part) ? null : correctWord(list, part)
      if (right === null || right === part) continue
      const after = run.slice(at + width)
      return run.slice(0, at) + right + correctHan(list, after, isKnown)
    }
  }
  return run
}

/** The text with unknown words put right; null when there is nothing to put right. */
export const correctSpelling = (
  list: SpellingList,
  text: string,
  isKnown: (word: string) => boolean,
): string | null => {
  const folded = foldText(text)
  const right = folded.replaceAll(RUN, (run) => {
    if (HAN.test(run)) return correctHan(list, run, isKnown)
    return isKnown(run) ? run : (correctWord(list, run) ?? run)
  })
  return right === folded ? null : right
}
