import type { IsoDate } from '@huiqi/domain'
import type { Clock, Enterprise, Match, Rulebook, Verdict } from '@huiqi/engine'
import {
  findNear,
  findTitles,
  isEmptyTotal,
  type Piles,
  pilesOf,
  type Reader,
  showTitle,
  showTotal,
  totalOf,
  words,
} from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang, padEnd, widthOf } from './layout.ts'
import { showLeftOut } from './left-out.ts'
import { showAllOfRest, showHints, showRest } from './match-rest.ts'
import { showNear } from './near.ts'
import { paint } from './paint.ts'
import { showQuestionLine } from './question.ts'
import { section } from './section.ts'
import { showVerdictLines } from './verdict-line.ts'

const TEXT = {
  zh: {
    asOf: (day: IsoDate) => `截至 ${day}`,
    submittedOn: (day: IsoDate) => `${day} 申报`,
    titles: '资质',
    total: '现在可享',
    automatic: '免申即享，无需申报',
    apply: '申报后可享',
    coming: '即将可以申报（不计入合计）',
    closed: '申报已截止（不计入合计）',
    granted: '可认定的资质',
    finance: '融资与担保（不计入合计）',
    other: '符合条件，不涉及补助金额',
    questions: '答一题，定几项',
    near: '只差一步',
    reviews: '由经办人核定',
    leftOut: '不能同享',
    nothing: '按现有信息，还没有可享的资金。',
  },
  en: {
    asOf: (day: IsoDate) => `as of ${day}`,
    submittedOn: (day: IsoDate) => `applying on ${day}`,
    titles: 'Titles',
    total: 'You can have now',
    automatic: 'Automatic, nothing to file',
    apply: 'To apply for',
    coming: 'Opening soon, not in the total',
    closed: 'Window closed, not in the total',
    granted: 'Titles within reach now',
    finance: 'Finance and guarantees, not in the total',
    other: 'Met, without money from the state',
    questions: 'One answer decides',
    near: 'Nearly there',
    reviews: 'An officer has to judge',
    leftOut: 'Not together with the above',
    nothing: 'With what is known so far, no money can be had yet.',
  },
} as const

const LISTED_AT_MOST = 6

/** What a page about a match is made of. */
export interface MatchPage {
  readonly rulebook: Rulebook
  readonly enterprise: Enterprise
  readonly match: Match
  readonly clock: Clock
  /** The file of the enterprise for hints; null when there is none. */
  readonly file: string | null
  /** Whether long lists are cut and the rest is only counted. */
  readonly extent: 'short' | 'all'
}

const header = (io: Io, reader: Reader, page: MatchPage): readonly string[] => {
  const { enterprise, clock } = page
  const text = TEXT[io.language]
  const dates = [
    text.asOf(clock.asOf),
    ...(clock.submittedOn === clock.asOf ? [] : [text.submittedOn(clock.submittedOn)]),
  ]
  const about = [enterprise.uscc, ...dates].filter((part) => part !== null).join(' · ')
  const name = enterprise.name === '' ? words[io.language].subject.enterprise : enterprise.name
  const titles = findTitles(reader, enterprise).map((title) => showTitle(reader, title))
  const { label, list } = words[io.language].punctuation
  return [
    hang(io, '', `${paint(io, 'strong', name)} ${paint(io, 'soft', `· ${about}`)}`),
    ...(titles.length === 0
      ? []
      : [hang(io, '', paint(io, 'soft', label(text.titles, list(titles))))]),
  ]
}

const totals = (io: Io, match: Match, { automatic, apply }: Piles): readonly string[] => {
  const text = TEXT[io.language]
  const all = totalOf(match, [...automatic, ...apply])
  if (isEmptyTotal(all)) return [text.nothing]
  const parts = [
    [text.automatic, totalOf(match, automatic)] as const,
    [text.apply, totalOf(match, apply)] as const,
  ].filter(([, total]) => !isEmptyTotal(total))
  const shown = parts.length < 2 ? [] : parts
  const width = Math.max(...[text.total, ...shown.map(([label]) => `  ${label}`)].map(widthOf))
  const line = (label: string, amount: string): string =>
    hang(io, `${padEnd(label, width)}  `, amount)
  return [
    line(paint(io, 'strong', text.total), paint(io, 'good', showTotal(all, io.language))),
    ...shown.map(([label, total]) => line(`  ${label}`, showTotal(total, io.language))),
  ]
}

const verdictLines = (
  io: Io,
  reader: Reader,
  at: { readonly match: Match; readonly verdicts: readonly Verdict[] },
): readonly string[] =>
  at.verdicts.flatMap((verdict) =>
    showVerdictLines(io, reader, { verdict, call: at.match.calls.get(verdict.measure.id) }),
  )

/** The first blocks of a list, and how many are left. */
const cut = (
  io: Io,
  page: MatchPage,
  blocks: readonly (readonly string[])[],
): readonly string[] => {
  const hidden = page.extent === 'all' ? 0 : blocks.length - LISTED_AT_MOST
  if (hidden <= 0) return blocks.flat()
  const more = paint(io, 'soft', `    ${words[io.language].more(hidden)}${ALL[io.language]}`)
  return [...blocks.slice(0, LISTED_AT_MOST).flat(), more]
}

const ALL = { zh: '（--all）', en: ' (--all)' } as const

const openLines = (io: Io, reader: Reader, page: MatchPage): readonly string[] => {
  const { match } = page
  const text = TEXT[io.language]
  const questions = match.questions.map((question) => [showQuestionLine(io, reader, question)])
  const near = findNear(match.verdicts).map((group) => showNear(io, reader, group))
  return [
    ...section(io, text.questions, cut(io, page, questions)),
    ...section(io, text.near, cut(io, page, near)),
  ]
}

const FIRST = [
  'automatic',
  'apply',
  'coming',
  'titles',
  'finance',
  'other',
] as const satisfies readonly (keyof Piles)[]

const LAST = ['reviews', 'closed'] as const satisfies readonly (keyof Piles)[]

const TITLES = {
  automatic: 'automatic',
  apply: 'apply',
  coming: 'coming',
  titles: 'granted',
  finance: 'finance',
  other: 'other',
  reviews: 'reviews',
  closed: 'closed',
} as const satisfies Record<keyof Piles, keyof (typeof TEXT)['zh']>

/** The answer to "what can we get?": totals, what is automatic, what to apply for, what is open or near. */
export const showMatch = (io: Io, page: MatchPage): string => {
  const { rulebook, match, clock } = page
  const reader: Reader = { rulebook, language: io.language, asOf: clock.asOf }
  const text = TEXT[io.language]
  const piles = pilesOf(match)
  const leftOut = match.combination.leftOut.flatMap((each) => showLeftOut(io, reader, each))
  const list = (pile: keyof Piles): readonly string[] =>
    section(io, text[TITLES[pile]], verdictLines(io, reader, { match, verdicts: piles[pile] }))
  return [
    ...header(io, reader, page),
    '',
    ...totals(io, match, piles),
    ...FIRST.flatMap(list),
    ...openLines(io, reader, page),
    ...LAST.flatMap(list),
    ...section(io, text.leftOut, leftOut),
    ...(page.extent === 'all' ? showAllOfRest(io, reader, match) : []),
    '',
    hang(io, '', showRest(io, match)),
    ...showHints(io, page.file),
  ].join('\n')
}
