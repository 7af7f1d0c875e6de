import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { stemOf } from './stem.ts'

/** Cuts texts into the words by which they are found: Chinese ones, stems of English ones, numbers. */
export interface WordCutter {
  /** The runs of letters of a text: what stands between blanks and signs. */
  readonly runsOf: (text: string) => readonly string[]
  /** Every word of a run, also words inside words: what a text is found by. */
  readonly wordsInRun: (run: string) => readonly string[]
  /** The words of a question one after another, none inside another. */
  readonly wordsOf: (text: string) => readonly string[]
  /** The words inside a word; the word itself when there is nothing in it. */
  readonly partsOf: (word: string) => readonly string[]
  readonly isOwn: (word: string) => boolean
}

const RUN = /\p{Script=Han}+|[a-z]&[a-z]|[\p{L}\p{N}]+/gu
const HAN = /^\p{Script=Han}/u

const STOP_WORDS = new Set(
  `的 了 和 与 及 或 在 是 对 等 为 以 按 可 有 我们 可以 什么 哪些 怎么 吗 我 你 给 被 把 将 于 由 其 该
  the a an of for and in on to with by is are at or be that from it its as this which what can we our how`.split(
    /\s+/,
  ),
)

/** A text as it is compared: one width, small letters. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

const byFirst = (words: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const lists = new Map<string, string[]>()
  for (const word of words) {
    const [first = ''] = word
    const list = lists.get(first) ?? []
    list.push(word)
    lists.set(first, list)
  }
  for (const list of lists.values()) list.sort((a, b) => b.length - a.length)
  return lists
}

const runsOf = (text: string): readonly string[] => foldText(text).match(RUN) ?? []

const kept = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !STOP_WORDS.has(word))

/** A cutter that knows the words of the policies beside those of the language. */
export const createWordCutter = (ownWords: Iterable<string>): WordCutter => {
  const jieba = Jieba.withDict(dict)
  const own = new Set([...ownWords].map(foldText))
  const starts = byFirst(own)
  const startingAt = (run: string, at: number): readonly string[] =>
    (starts.get(run.charAt(at)) ?? []).filter((word) => run.startsWith(word, at))
  const ownIn = (run: string): readonly string[] =>
    Array.from({ length: run.length }, (_, at) => startingAt(run, at)).flat()
  const cutRun = (run: string): readonly string[] => {
    for (let at = 0; at < run.length; at += 1) {
      const [longest] = startingAt(run, at)
      if (longest === undefined) continue
      const before = at === 0 ? [] : jieba.cut(run.slice(0, at), true)
      return [...before, longest, ...cutRun(run.slice(at + longest.length))]
    }
    return run === '' ? [] : jieba.cut(run, true)
  }
  return {
    runsOf,
    wordsInRun: (run) =>
      kept(HAN.test(run) ? [...jieba.cutForSearch(run, true), ...ownIn(run)] : [stemOf(run)]),
    wordsOf: (text) =>
      kept(runsOf(text).flatMap((run) => (HAN.test(run) ? cutRun(run) : [stemOf(run)]))),
    partsOf: (word) => {
      const parts = HAN.test(word) ? kept(jieba.cut(word, true)) : []
      return parts.length > 1 ? parts : [word]
    },
    isOwn: (word) => own.has(word),
  }
}
