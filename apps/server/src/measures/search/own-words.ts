import type { Corpus } from '@huiqi/engine'

const HAN_RUN = /\p{Script=Han}{2,8}/gu
const LEAST = 2
const MOST = 8

const runsIn = (text: string): readonly string[] => text.match(HAN_RUN) ?? []

/** The Chinese words of the policies that no dictionary has: 专精特新, 小巨人, 算力券, 四上. */
export const ownWordsOf = (corpus: Corpus): ReadonlySet<string> => {
  const texts = [
    ...corpus.qualifications.map(({ name }) => name.zh),
    ...corpus.agencies.flatMap(({ short }) => (short === undefined ? [] : [short.zh])),
    ...corpus.ladders.flatMap(({ rungs }) => rungs.map(({ name }) => name.zh)),
    ...corpus.codeLists
      .filter(({ hasPrefixHierarchy }) => !hasPrefixHierarchy)
      .flatMap(({ codes }) => codes.map(({ name }) => name.zh)),
  ]
  const synonyms = corpus.synonyms
    .flatMap(({ zh }) => zh)
    .filter(({ length }) => length >= LEAST && length <= MOST)
  return new Set([...texts.flatMap(runsIn), ...synonyms])
}
