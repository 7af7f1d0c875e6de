import type { Snippet } from '@huiqi/contract'
import type { Measure, Rulebook } from '@huiqi/engine'
import { foldText } from './search/cut-words.ts'
import { furtherTextsOf } from './search/measure-index.ts'
import type { Clause } from './search/search-words.ts'
import { stemOf } from './search/stem.ts'

type Mark = Snippet['marks'][number]

/** The words that are marked: Chinese ones as they are, English ones by their stems. */
export interface MarkedWords {
  readonly chinese: readonly string[]
  readonly stems: ReadonlySet<string>
  /** Finds the words that may have one of the stems; null when there are none. */
  readonly candidates: RegExp | null
}

const START = 3

/** Words that begin as one of the stems does. */
const candidatesOf = (stems: readonly string[]): RegExp | null => {
  if (stems.length === 0) return null
  const starts = new Set(stems.map((stem) => stem.slice(0, START)))
  return new RegExp(`\\b(?:${[...starts].join('|')})[a-z0-9]*`, 'g')
}

const HAN = /\p{Script=Han}/u

/** The words of a question and of all its synonyms. */
export const wordsToMark = (clauses: readonly Clause[]): MarkedWords => {
  const words = new Set(clauses.flat().flatMap((wording) => wording.words))
  const chinese = [...words].filter((word) => HAN.test(word))
  const stems = [...words].filter((word) => !HAN.test(word))
  return {
    chinese: chinese.toSorted((a, b) => b.length - a.length),
    stems: new Set(stems),
    candidates: candidatesOf(stems),
  }
}

const marksOfChinese = (folded: string, words: readonly string[]): readonly Mark[] =>
  words.flatMap((word) => {
    const marks: Mark[] = []
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      marks.push({ from: at, to: at + word.length })
    }
    return marks
  })

const marksOfStems = (folded: string, { stems, candidates }: MarkedWords): readonly Mark[] =>
  candidates === null
    ? []
    : [...folded.matchAll(candidates)]
        .filter(([run]) => stems.has(stemOf(run)))
        .map(({ 0: run, index }) => ({ from: index, to: index + run.length }))

const withoutOverlaps = (marks: readonly Mark[]): Mark[] => {
  const sorted = marks.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const kept: Mark[] = []
  for (const mark of sorted) if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark)
  return kept
}

/** Where the words stand in a text. Folding must not move letters; where it does nothing is marked. */
export const marksIn = (text: string, words: MarkedWords): Mark[] => {
  const folded = foldText(text)
  if (folded.length !== text.length) return []
  return withoutOverlaps([...marksOfChinese(folded, words.chinese), ...marksOfStems(folded, words)])
}

const BEFORE = 30
const LONGEST = 160

const cutOut = (text: string, marks: readonly Mark[]): Pick<Snippet, 'text' | 'marks'> => {
  const start = text.length <= LONGEST ? 0 : Math.max(0, (marks[0]?.from ?? 0) - BEFORE)
  const end = Math.min(text.length, start + LONGEST)
  const inside = marks.filter(({ to }) => to <= end)
  return {
    text: text.slice(start, end),
    marks: inside.map(({ from, to }) => ({ from: from - start, to: to - start })),
  }
}

const FURTHER_AT_MOST = 2

/** The pieces of a measure in which the words stand: name and plain version whole, further texts cut. */
export const snippetsOf = (rulebook: Rulebook, measure: Measure, words: MarkedWords): Snippet[] =>
  (['zh', 'en'] as const).flatMap((language) => {
    const whole = (field: 'name' | 'plain'): Snippet[] => {
      const text = measure[field][language]
      const marks = marksIn(text, words)
      return marks.length === 0 ? [] : [{ field, language, text, marks }]
    }
    const shown = [...whole('name'), ...whole('plain')]
    if (shown.length > 0) return shown
    return furtherTextsOf(rulebook, measure)
      .flatMap((text): Snippet[] => {
        const marks = marksIn(text[language], words)
        return marks.length === 0
          ? []
          : [{ field: 'further', language, ...cutOut(text[language], marks) }]
      })
      .slice(0, FURTHER_AT_MOST)
  })
