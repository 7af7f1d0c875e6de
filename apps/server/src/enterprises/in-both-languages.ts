import type { Bilingual, IsoDate } from '@huiqi/domain'
import type { FactDefinition, Need, Rulebook, Scalar } from '@huiqi/engine'
import { type Reader, showNeed, showScalar, words } from '@huiqi/wording'

/** For whom both languages are written: the rulebook and the day. */
export interface Bench {
  readonly rulebook: Rulebook
  readonly day: IsoDate
}

/** The same words for readers of both languages. */
export const inBoth = ({ rulebook, day }: Bench, say: (reader: Reader) => string): Bilingual => ({
  zh: say({ rulebook, language: 'zh', asOf: day }),
  en: say({ rulebook, language: 'en', asOf: day }),
})

/** The same, where either may have nothing to say. */
export const inBothOrNull = (
  { rulebook, day }: Bench,
  say: (reader: Reader) => string | null,
): Bilingual | null => {
  const zh = say({ rulebook, language: 'zh', asOf: day })
  const en = say({ rulebook, language: 'en', asOf: day })
  return zh === null || en === null ? null : { zh, en }
}

/** A value in words. */
export const sayValue = (rulebook: Rulebook, fact: FactDefinition, value: Scalar): Bilingual => ({
  zh: showScalar(rulebook, fact, { value, language: 'zh' }),
  en: showScalar(rulebook, fact, { value, language: 'en' }),
})

/** The name of a fact with its year. */
export const sayNeed = (bench: Bench, need: Need): Bilingual =>
  inBoth(bench, (reader) => showNeed(reader, need))

/** A source by its name in the word lists, else as it is written. */
export const saySource = (source: string): Bilingual => ({
  zh: words.zh.source[source] ?? source,
  en: words.en.source[source] ?? source,
})
