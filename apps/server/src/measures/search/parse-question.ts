import type { SynonymGroup } from '@huiqi/engine'
import type { WordCutter } from './cut-words.ts'
import type { Clause, Wording } from './search-words.ts'

const SYNONYM_WORTH = 0.8
const PARTS_WORTH = 0.6

/** The other ways to say a run of words, by the words joined with a blank. */
export interface Thesaurus {
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  /** How many words the longest phrase has. */
  readonly longest: number
}

/** The groups of synonyms by each of their phrases, cut as questions are. */
export const createThesaurus = (groups: readonly SynonymGroup[], cutter: WordCutter): Thesaurus => {
  const phrases = new Map<string, (readonly string[])[]>()
  for (const { zh, en } of groups) {
    const cut = [...zh, ...en].map((phrase) => cutter.wordsOf(phrase))
    for (const words of cut.filter(({ length }) => length > 0)) {
      const key = words.join(' ')
      const others = cut.filter((other) => other.length > 0 && other.join(' ') !== key)
      phrases.set(key, [...(phrases.get(key) ?? []), ...others])
    }
  }
  const lengths = [...phrases.keys()].map((key) => key.split(' ').length)
  return { phrases, longest: Math.max(1, ...lengths) }
}

const ways = (cutter: WordCutter, words: readonly string[], worth: number): readonly Wording[] => {
  const parts = words.flatMap((word) => cutter.partsOf(word))
  const isSame = parts.length === words.length
  return [{ words, worth }, ...(isSame ? [] : [{ words: parts, worth: worth * PARTS_WORTH }])]
}

const clauseAt = (
  { phrases, longest }: Thesaurus,
  words: readonly string[],
  at: number,
): { readonly phrase: readonly string[]; readonly others: readonly (readonly string[])[] } => {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length)
    const others = phrases.get(phrase.join(' '))
    if (others !== undefined) return { phrase, others }
  }
  return { phrase: words.slice(at, at + 1), others: [] }
}

/** The parts of a question, each with its synonyms. */
export const parseQuestion = (
  text: string,
  { cutter, thesaurus }: { readonly cutter: WordCutter; readonly thesaurus: Thesaurus },
): readonly Clause[] => {
  const words = cutter.wordsOf(text)
  const clauses: Clause[] = []
  for (let at = 0; at < words.length; ) {
    const { phrase, others } = clauseAt(thesaurus, words, at)
    clauses.push([
      ...ways(cutter, phrase, 1),
      ...others.flatMap((other) => ways(cutter, other, SYNONYM_WORTH)),
    ])
    at += phrase.length
  }
  return clauses
}
