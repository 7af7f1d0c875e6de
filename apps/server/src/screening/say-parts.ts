import type { NeededChange, NeededFact, UsedFact } from '@huiqi/contract'
import type { Bilingual, Language } from '@huiqi/domain'
import type { Change, FactUse, LeftOutReason, Need, Openness, Verdict } from '@huiqi/engine'
import {
  opennessAfterChange,
  provisionNumber,
  showAmount,
  showFailing,
  showGaps,
  showNeeds,
  words,
  wordsOfChange,
} from '@huiqi/wording'
import {
  type Bench,
  inBoth,
  inBothOrNull,
  sayNeed,
  sayValue,
} from '../enterprises/in-both-languages.ts'
import { toFactValue } from '../enterprises/scalar-json.ts'

/** A fact that is wanted, with how to ask for it. */
export const showNeeded = (bench: Bench, need: Need): readonly NeededFact[] => {
  const definition = bench.rulebook.facts.get(need.fact)
  if (definition === undefined) return []
  const { question, type, codes } = definition
  return [{ fact: need.fact, year: need.year, name: sayNeed(bench, need), question, type, codes }]
}

/** A value that an answer rests on. */
export const showUsed = (bench: Bench, use: FactUse): readonly UsedFact[] => {
  const definition = bench.rulebook.facts.get(use.fact)
  if (definition === undefined) return []
  return [
    {
      fact: use.fact,
      year: use.year,
      name: sayNeed(bench, use),
      value: toFactValue(use.value),
      text: sayValue(bench.rulebook, definition, use.value),
      source: use.source,
      grade: use.grade,
    },
  ]
}

/** A change that would turn a verdict. */
export const showChange = (bench: Bench, change: Change): NeededChange => ({
  says: inBoth(bench, (reader) => wordsOfChange(reader, change).says),
  to: change.to,
  distance: inBothOrNull(bench, (reader) => wordsOfChange(reader, change).distance),
  provision: change.leaf.provision,
})

const WAITS = {
  zh: {
    missing: (names: string) => `还需知道：${names}`,
    gap: (what: string) => `政策未写明：${what}`,
    review: (names: string) => `需人工核定：${names}`,
    none: '须先登记相关事项',
  },
  en: {
    missing: (names: string) => `Still to be known: ${names}`,
    gap: (what: string) => `The text does not say: ${what}`,
    review: (names: string) => `To be judged: ${names}`,
    none: 'The thing that it is about has to be named first',
  },
} as const

/** What is open, in words. */
export const sayOpenness = (bench: Bench, open: Openness): readonly Bilingual[] => [
  ...(open.missing.length === 0
    ? []
    : [inBoth(bench, (reader) => WAITS[reader.language].missing(showNeeds(reader, open.missing)))]),
  ...(open.reviews.length === 0
    ? []
    : [inBoth(bench, (reader) => WAITS[reader.language].review(showNeeds(reader, open.reviews)))]),
  ...(open.gaps.length === 0
    ? []
    : [inBoth(bench, (reader) => WAITS[reader.language].gap(showGaps(reader, open.gaps)))]),
]

const pair = (zh: readonly string[], en: readonly string[]): readonly Bilingual[] =>
  zh.map((text, place) => ({ zh: text, en: en[place] ?? text }))

/** Why a verdict is unmet, or what it waits for, in a few words; empty when it is met. */
export const sayReasons = (bench: Bench, verdict: Verdict): readonly Bilingual[] => {
  const { rulebook, day } = bench
  if (verdict.outcome === 'unmet') {
    const failing = pair(
      showFailing({ rulebook, language: 'zh', asOf: day }, verdict),
      showFailing({ rulebook, language: 'en', asOf: day }, verdict),
    )
    return [...failing, ...sayOpenness(bench, { ...opennessAfterChange(verdict), gaps: [] })]
  }
  if (verdict.outcome !== 'unknown' && verdict.outcome !== 'needs-review') return []
  const said = sayOpenness(bench, verdict.why)
  return said.length > 0 ? said : [{ zh: WAITS.zh.none, en: WAITS.en.none }]
}

/** An amount in words. */
export const sayAmount = (verdict: Pick<Verdict, 'amount'>): Bilingual | null =>
  verdict.amount === null
    ? null
    : { zh: showAmount(verdict.amount, 'zh'), en: showAmount(verdict.amount, 'en') }

const nameOf = ({ rulebook }: Bench, key: string): Bilingual => {
  const [id = key] = key.split('#')
  return rulebook.measures.get(id)?.name ?? { zh: id, en: id }
}

/** Why a met benefit is not in the best combination. */
export const sayLeftOut = (bench: Bench, reason: LeftOutReason): Bilingual => {
  switch (reason.kind) {
    case 'used-up': {
      const days = reason.by.map(({ on }) => on).join(', ')
      return { zh: `${days} 已享受`, en: `already received on ${days}` }
    }
    case 'excluded': {
      const { says, provision } = reason.exclusion
      const other = nameOf(bench, reason.chosen)
      const place = (language: Language) => {
        const number = provisionNumber(provision.split(' ').at(-1) ?? '', language)
        return number === null ? '' : words[language].punctuation.inBrackets(number)
      }
      return {
        zh: `与“${other.zh}”不能同享：${says.zh}${place('zh')}`,
        en: `not together with “${other.en}”: ${says.en}${place('en')}`,
      }
    }
    case 'granted-once':
      return { zh: '只给一次，已计入另一项', en: 'given once, counted for another' }
    case 'group-full':
    case 'group-cap':
      return (
        bench.rulebook.stackingGroups.get(reason.group)?.says ?? {
          zh: reason.group,
          en: reason.group,
        }
      )
    case 'adds-nothing':
      return { zh: '不增加合计', en: 'adds nothing to the total' }
  }
}
