import type { Bilingual } from '@huiqi/domain'
import { type Condition, type Measure, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import {
  correctSpelling,
  createSpellingList,
  rankSpellings,
  type SpellingList,
} from './correct-spelling.ts'
import { createWordCutter, foldText, type WordCutter } from './cut-words.ts'
import { ownWordsOf } from './own-words.ts'
import { createThesaurus, parseQuestion, type Thesaurus } from './parse-question.ts'
import { type Clause, type Found, isFound, searchAll, searchLoosely } from './search-words.ts'
import {
  indexWords,
  tabulateWords,
  type WeighedWords,
  type WordIndex,
  type WordTable,
} from './word-index.ts'

/** What a search came to. */
export interface Answered extends Found {
  /** The parts of the question that was answered, for highlighting. */
  readonly clauses: readonly Clause[]
  /** The question as it was answered, when its spelling was put right. */
  readonly spelling: string | null
  /** Whether nothing has all of the question, so that these have only much of it. */
  readonly isLoose: boolean
}

/** The words of all measures, ready for questions. */
export interface MeasureIndex {
  /** Null: the question has no word to search for. */
  readonly search: (text: string) => Answered | null
}

const NAME = 128
const NAME_COVERED = 127
const PLAIN = 48
const TAGS = 40
const SAYS = 16

const saysIn = (condition: Condition | null): readonly Bilingual[] => {
  if (condition === null) return []
  return condition.kind === 'leaf'
    ? [condition.says]
    : [condition.says, ...condition.parts.flatMap(saysIn)]
}

/** The texts of a measure beside name and plain version, for searching and for snippets. */
export const furtherTextsOf = (rulebook: Rulebook, measure: Measure): readonly Bilingual[] => {
  const { benefit } = measure
  const granted = benefit?.grants == null ? null : rulebook.qualifications.get(benefit.grants)?.name
  return [
    ...saysIn(measure.eligible),
    ...(granted == null ? [] : [granted]),
    ...measure.evidence.map(({ name }) => name),
    ...measure.targets.map(({ says }) => says),
    ...measure.excludes.map(({ says }) => says),
    ...measure.gaps.map(({ what }) => what),
  ]
}

const agencyNames = (rulebook: Rulebook): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rulebook.corpus.agencies.map(({ id, name, short }) => [
      id,
      [name.zh, name.en, ...(short === undefined ? [] : [short.zh, short.en])],
    ]),
  )

const tagsOf = (
  rulebook: Rulebook,
  agencies: ReadonlyMap<string, readonly string[]>,
): ((measure: Measure) => readonly string[]) => {
  const instrumentTexts = new Map(
    rulebook.corpus.instruments.map(({ id, name, number, provisions }) => {
      const titles = new Map(provisions.map((provision) => [provision.id, provision.title]))
      return [id, { texts: [name.zh, name.en, number === NOT_FOUND ? '' : number], titles }]
    }),
  )
  return ({ instrument, provision, lead, agencies: others }) => {
    const { texts = [], titles } = instrumentTexts.get(instrument) ?? {}
    const title = titles?.get(provision)
    return [
      ...texts,
      ...(title === undefined ? [] : [title.zh, title.en]),
      ...[lead, ...others].flatMap((agency) => agencies.get(agency) ?? []),
    ]
  }
}

const nameWords = (cut: (text: string) => readonly string[], name: string): WeighedWords[] => {
  const length = Math.max(1, foldText(name).replaceAll(/[^\p{L}\p{N}]/gu, '').length)
  return cut(name).map((word) => ({
    words: [word],
    weight: NAME + Math.round((NAME_COVERED * Math.min(word.length, length)) / length),
  }))
}

const remembering = (cut: (text: string) => readonly string[]): typeof cut => {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const words = cut(text)
    known.set(text, words)
    return words
  }
}

/** Cuts texts; each text, and each run of letters of different texts, only once. */
const rememberingCut = (cutter: WordCutter): ((text: string) => readonly string[]) => {
  const cutRun = remembering(cutter.wordsInRun)
  return remembering((text) => cutter.runsOf(text).flatMap(cutRun))
}

const tabulateMeasures = (rulebook: Rulebook, cutter: WordCutter): WordTable => {
  const { measures } = rulebook.corpus
  const cut = rememberingCut(cutter)
  const tags = tagsOf(rulebook, agencyNames(rulebook))
  return tabulateWords(measures.length, (place) => {
    const measure = measures[place]
    if (measure === undefined) return []
    const { name, plain } = measure
    return [
      ...nameWords(cut, name.zh),
      ...nameWords(cut, name.en),
      ...[plain.zh, plain.en].map((text) => ({ words: cut(text), weight: PLAIN })),
      ...tags(measure).map((text) => ({ words: cut(text), weight: TAGS })),
      ...furtherTextsOf(rulebook, measure).flatMap(({ zh, en }) => [
        { words: cut(zh), weight: SAYS },
        { words: cut(en), weight: SAYS },
      ]),
    ]
  })
}

const spellingsOf = ({ corpus }: Rulebook, cutter: WordCutter): readonly string[] => {
  const chinese = new Set(corpus.measures.flatMap(({ name }) => cutter.runsOf(name.zh)))
  const english = new Set([
    ...corpus.measures.flatMap(({ name }) => cutter.runsOf(name.en)),
    ...corpus.synonyms.flatMap(({ en }) => en.flatMap(cutter.runsOf)),
  ])
  const words = [...chinese].flatMap((run) => cutter.wordsOf(run))
  return rankSpellings([...ownWordsOf(corpus), ...words, ...english])
}

const find = (index: WordIndex, clauses: readonly Clause[]): Found | null => {
  const found = searchAll(index, clauses)
  return found.places.some((word) => word !== 0) ? found : null
}

interface Searching {
  readonly index: WordIndex
  readonly cutter: WordCutter
  readonly thesaurus: Thesaurus
  readonly spelling: SpellingList
}

/** A part that nothing has, or that is one Chinese letter: what is left of a word written wrongly. */
const mayBeWrong = (index: WordIndex, clause: Clause): boolean =>
  !isFound(index, clause) || clause[0]?.words.join('').length === 1

const answer = (searching: Searching, text: string): Answered | null => {
  const { index, spelling, cutter } = searching
  const clauses = parseQuestion(text, searching)
  if (clauses.length === 0) return null
  const exact = find(index, clauses)
  if (exact !== null) return { ...exact, clauses, spelling: null, isLoose: false }
  const isKnown = (word: string): boolean =>
    cutter.wordsOf(word).every((part) => index.postingsOf(part) !== null)
  const isSuspect = clauses.some((clause) => mayBeWrong(index, clause))
  const right = isSuspect ? correctSpelling(spelling, text, isKnown) : null
  const rightClauses = right === null ? clauses : parseQuestion(right, searching)
  const corrected = right === null ? null : find(index, rightClauses)
  if (corrected !== null) {
    return { ...corrected, clauses: rightClauses, spelling: right, isLoose: false }
  }
  const loose = searchLoosely(index, rightClauses)
  return { ...loose, clauses: rightClauses, spelling: right, isLoose: true }
}

const KEPT = 64

/** Keeps the newest answers: a list, its counts and its next pages ask the same. */
const keeping = (search: (text: string) => Answered | null): typeof search => {
  const kept = new Map<string, Answered | null>()
  return (text) => {
    const before = kept.get(text)
    const found = before === undefined ? search(text) : before
    kept.delete(text)
    kept.set(text, found)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return found
  }
}

/** What takes long to make of an index; it can be kept and read again. */
export interface MeasureWords {
  readonly table: WordTable
  readonly spellings: readonly string[]
}

const cutters = new WeakMap<Rulebook, WordCutter>()

const cutterFor = (rulebook: Rulebook): WordCutter => {
  const cutter = cutters.get(rulebook) ?? createWordCutter(ownWordsOf(rulebook.corpus))
  cutters.set(rulebook, cutter)
  return cutter
}

/** Cuts the texts of all measures of a rulebook, in the order of the corpus. */
export const wordsOfMeasures = (rulebook: Rulebook): MeasureWords => {
  const cutter = cutterFor(rulebook)
  return { table: tabulateMeasures(rulebook, cutter), spellings: spellingsOf(rulebook, cutter) }
}

/** An index of the words of a rulebook. */
export const indexMeasures = (
  rulebook: Rulebook,
  { table, spellings }: MeasureWords,
): MeasureIndex => {
  const cutter = cutterFor(rulebook)
  const searching = {
    index: indexWords(table),
    cutter,
    thesaurus: createThesaurus(rulebook.corpus.synonyms, cutter),
    spelling: createSpellingList(spellings),
  }
  return { search: keeping((text) => answer(searching, text)) }
}
