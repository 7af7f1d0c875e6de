import type { NearMissGroup, NearMissList, NextQuestion, QuestionList } from '@huiqi/contract'
import type { OpenQuestion } from '@huiqi/population'
import { sayNeed } from '../enterprises/in-both-languages.ts'
import type { Asking } from '../enterprises/read-file.ts'
import type { Platform } from '../platform/platform.ts'
import { showChange, showNeeded } from './say-parts.ts'
import type { Screening } from './screen.ts'
import { screenFile } from './screen-file.ts'
import type { Entry } from './screening-index.ts'
import { verdictOf } from './show-verdict.ts'

const NAMED_AT_MOST = 5

const showQuestion = ({ at }: Screening, question: OpenQuestion): NextQuestion => {
  const { asked, decides, touches } = question
  const bench = { rulebook: at.rulebook, day: at.day }
  const named = decides.length > 0 ? decides : touches
  const isFact = asked.kind === 'fact'
  return {
    asked: isFact ? (showNeeded(bench, asked.need)[0] ?? null) : null,
    things: isFact ? null : asked.of,
    thing: isFact && asked.thing !== null ? { id: asked.thing.id, name: asked.thing.name } : null,
    touches: touches.length,
    decides: decides.length,
    measures: named.slice(0, NAMED_AT_MOST).flatMap((place) => {
      const measure = at.measures[place]
      return measure === undefined ? [] : [{ id: measure.id, name: measure.name }]
    }),
  }
}

const asked = new WeakMap<Screening, readonly NextQuestion[]>()

/** What to ask, the most worthwhile first. */
export const questionsOf = (screening: Screening): readonly NextQuestion[] => {
  const known = asked.get(screening)
  if (known !== undefined) return known
  const made = screening.answers.questions().map((question) => showQuestion(screening, question))
  asked.set(screening, made)
  return made
}

/** What to ask the enterprise. */
export const listQuestions = (
  platform: Platform,
  asking: Asking,
  { enterprise, limit }: { readonly enterprise: string; readonly limit: number },
): Promise<QuestionList> =>
  screenFile(platform, asking, {
    enterprise,
    part: 'questions',
    answer: ({ screening }) => {
      const all = questionsOf(screening)
      return { entries: all.slice(0, limit), total: all.length }
    },
  })

const showMiss = (screening: Screening, entry: Entry): NearMissGroup['entries'][number] => {
  const { rulebook, day } = screening.at
  const { changes, measure, thing } = verdictOf(screening, entry)
  return {
    measure: { id: measure.id, name: measure.name },
    thing: thing === null ? null : { id: thing.id, name: thing.name },
    changes: (changes ?? []).map((change) => showChange({ rulebook, day }, change)),
  }
}

/** Measures that fail by one value alone, those with most measures first. */
export const listNearMisses = (
  platform: Platform,
  asking: Asking,
  { enterprise, limit }: { readonly enterprise: string; readonly limit: number },
): Promise<NearMissList> =>
  screenFile(platform, asking, {
    enterprise,
    part: 'near-misses',
    answer: ({ screening }) => {
      const { rulebook, day } = screening.at
      const byPlace = Map.groupBy(screening.unmet(), ({ place }) => place)
      const groups = screening.answers
        .nearMisses()
        .toSorted((a, b) => b.measures.length - a.measures.length)
      return {
        entries: groups.slice(0, limit).map(({ source, measures }) => {
          const isFact = source?.kind === 'fact'
          const need = isFact ? { fact: source.fact, year: source.year } : null
          const first = [...measures].slice(0, NAMED_AT_MOST)
          return {
            about: need === null ? null : { ...need, name: sayNeed({ rulebook, day }, need) },
            measures: measures.length,
            entries: first
              .flatMap((place) => byPlace.get(place)?.slice(0, 1) ?? [])
              .map((entry) => showMiss(screening, entry)),
          }
        }),
        total: groups.length,
      }
    },
  })
