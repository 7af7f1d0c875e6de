import {
  type Clock,
  callStatus,
  type LadderView,
  type Rulebook,
  type RungView,
  type ScoreSheet,
  type Verdict,
} from '@huiqi/engine'
import {
  mentions,
  type Reader,
  showCallStatus,
  showFailing,
  showGaps,
  showNeeds,
  showTitleState,
  words,
} from '@huiqi/wording'
import type { Io } from '../io.ts'
import { showLadderDates } from './ladder-dates.ts'
import { hang } from './layout.ts'
import { showChange } from './near.ts'
import { paint, type Tone } from './paint.ts'
import { showScoreSheet } from './score-sheet.ts'
import { section } from './section.ts'

const TEXT = {
  zh: {
    held: '已具备',
    next: '下一级',
    gap: (rung: string) => `距“${rung}”还差什么`,
    supply: '还需提供',
    judge: '由经办人核定',
    hole: '原文未见',
    top: '已在最高一级',
    noMeasure: '当日没有在效的认定规则',
    asOf: (day: string) => `截至 ${day}`,
  },
  en: {
    held: 'held',
    next: 'next',
    gap: (rung: string) => `What is missing for: ${rung}`,
    supply: 'still to supply',
    judge: 'an officer judges',
    hole: 'not found in the text',
    top: 'This is the highest rung',
    noMeasure: 'No rule for it is in force on this day',
    asOf: (day: string) => `as of ${day}`,
  },
} as const

const MARKS = {
  met: { sign: '✓', tone: 'good' },
  unmet: { sign: '✗', tone: 'bad' },
  unknown: { sign: '?', tone: 'warn' },
  'needs-review': { sign: '?', tone: 'warn' },
  'not-in-force': { sign: '–', tone: 'soft' },
} as const satisfies Record<Verdict['outcome'], { sign: string; tone: Tone }>

/** What a page about one ladder is made of. */
export interface LadderPage {
  readonly rulebook: Rulebook
  readonly view: LadderView
  readonly clock: Clock
}

const verdictLines = (
  io: Io,
  reader: Reader,
  at: { verdict: Verdict; clock: Clock },
): readonly string[] => {
  const { verdict, clock } = at
  const { measure, outcome, changes, why } = verdict
  const { language } = io
  const text = TEXT[language]
  const { label } = words[language].punctuation
  const { sign, tone } = MARKS[outcome]
  const call =
    measure.calls.length === 0
      ? []
      : [showCallStatus(callStatus(measure, clock.submittedOn), language)]
  const said = [measure.name[language], paint(io, tone, words[language].outcome[outcome]), ...call]
  const open = [
    why.missing.length > 0 ? label(text.supply, showNeeds(reader, why.missing)) : null,
    why.reviews.length > 0 ? label(text.judge, showNeeds(reader, why.reviews)) : null,
    why.gaps.length > 0 ? label(text.hole, showGaps(reader, why.gaps)) : null,
  ].filter((line) => line !== null)
  return [
    hang(io, `    ${paint(io, tone, sign)} `, said.join(' · ')),
    hang(io, '      ', paint(io, 'soft', measure.id)),
    ...(changes ?? []).map((change) => hang(io, '      → ', showChange(io, reader, change))),
    ...(outcome === 'unmet' && changes === null ? showFailing(reader, verdict) : []).map((line) =>
      hang(io, '      ', line),
    ),
    ...open.map((line) => hang(io, '      ', line)),
  ]
}

const gapLines = (io: Io, reader: Reader, page: LadderPage): readonly string[] => {
  const { next } = page.view
  const text = TEXT[io.language]
  if (next === null) return ['', `  ${text.top}`]
  const lines = next.verdicts.flatMap((verdict) =>
    verdictLines(io, reader, { verdict, clock: page.clock }),
  )
  const found = lines.length === 0 ? [paint(io, 'soft', `    ${text.noMeasure}`)] : lines
  return section(io, `  ${text.gap(next.rung.name[io.language])}`, found)
}

const isHeld = ({ held }: RungView): boolean => held.kind === 'known' && held.value === true

const RUNG_MARKS = {
  held: { sign: '●', tone: 'good', name: 'strong' },
  next: { sign: '◐', tone: 'warn', name: 'strong' },
  later: { sign: '○', tone: 'soft', name: null },
} as const satisfies Record<string, { sign: string; tone: Tone; name: Tone | null }>

const rungLine = (
  io: Io,
  reader: Reader,
  at: { readonly view: RungView; readonly next: RungView | null },
): string => {
  const { view, next } = at
  const text = TEXT[io.language]
  const kind = isHeld(view) ? 'held' : view === next ? 'next' : 'later'
  const mark = RUNG_MARKS[kind]
  const name = view.rung.name[io.language]
  const state = showTitleState(reader, view.rung.held, view.held.uses)
  const said = [kind === 'later' ? null : text[kind], state].filter((part) => part !== null)
  const line = [
    mark.name === null ? name : paint(io, mark.name, name),
    ...(said.length === 0 ? [] : [paint(io, 'soft', words[io.language].punctuation.phrase(said))]),
  ].join(paint(io, 'soft', ' · '))
  return hang(io, `  ${paint(io, mark.tone, mark.sign)} `, line)
}

/** The score table of a rung, when a rule in force on the day asks for its points. */
const scoreInUse = ({ corpus }: Rulebook, { score, verdicts }: RungView): ScoreSheet | null => {
  const facts = corpus.facts.filter(
    ({ derivation }) => derivation?.kind === 'score' && derivation.table === score?.table.id,
  )
  const isUsed = verdicts.some(({ measure }) => facts.some(({ id }) => mentions(measure, id)))
  return isUsed ? score : null
}

/** A ladder as a page: rungs, gap to the next rung, score table, dates. */
export const showLadder = (io: Io, page: LadderPage): string => {
  const { rulebook, view, clock } = page
  const reader: Reader = { rulebook, language: io.language, asOf: clock.asOf }
  const { next } = view
  const score = next === null ? null : scoreInUse(rulebook, next)
  const day = paint(io, 'soft', ` · ${TEXT[io.language].asOf(clock.asOf)}`)
  return [
    `${paint(io, 'strong', view.ladder.name[io.language])}${day}`,
    ...view.rungs.toReversed().map((rung) => rungLine(io, reader, { view: rung, next })),
    ...gapLines(io, reader, page),
    ...(score === null ? [] : ['', ...showScoreSheet(io, score)]),
    ...showLadderDates(io, view, clock.asOf),
  ].join('\n')
}
