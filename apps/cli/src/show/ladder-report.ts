import {
  type Clock,
  callStatus,
  type LadderView,
  type Rulebook,
  type RungView,
  type Verdict,
} from '@huiqi/engine'
import type { Io } from '../io.ts'
import { words } from '../words/words.ts'
import { showCallStatus } from './call.ts'
import { showNeeds, showTitleState } from './fact-use.ts'
import { showFailing } from './failing.ts'
import { showLadderDates } from './ladder-dates.ts'
import { hang } from './layout.ts'
import { showChange } from './near.ts'
import { paint, type Tone } from './paint.ts'
import type { Reader } from './reader.ts'
import { showScoreSheet } from './score-sheet.ts'
import { section } from './section.ts'

const TEXT = {
  zh: {
    held: '已具备',
    next: '下一级',
    gap: (rung: string) => `距“${rung}”还差什么`,
    supply: '还需提供',
    judge: '由经办人核定',
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

const rungLine = (
  io: Io,
  reader: Reader,
  at: { view: RungView; next: RungView | null },
): string => {
  const { view, next } = at
  const text = TEXT[io.language]
  const name = view.rung.name[io.language]
  const state = showTitleState(reader, view.rung.held, view.held.uses)
  const { list } = words[io.language].punctuation
  if (isHeld(view)) {
    const said = state === null ? [text.held] : [text.held, state]
    return hang(
      io,
      `  ${paint(io, 'good', '●')} `,
      `${paint(io, 'strong', name)} ${paint(io, 'soft', list(said))}`,
    )
  }
  const said = paint(
    io,
    'soft',
    list([...(view === next ? [text.next] : []), ...(state === null ? [] : [state])]),
  )
  return view === next
    ? hang(io, `  ${paint(io, 'warn', '◐')} `, `${paint(io, 'strong', name)} ${said}`)
    : hang(io, `  ${paint(io, 'soft', '○')} `, `${name} ${said}`)
}

/** A ladder as a page: rungs, gap to the next rung, score table, dates. */
export const showLadder = (io: Io, page: LadderPage): string => {
  const { rulebook, view, clock } = page
  const reader: Reader = { rulebook, language: io.language, asOf: clock.asOf }
  const { next } = view
  const score = next?.score ?? null
  const day = paint(io, 'soft', TEXT[io.language].asOf(clock.asOf))
  return [
    `${paint(io, 'strong', view.ladder.name[io.language])} ${day}`,
    ...view.rungs.toReversed().map((rung) => rungLine(io, reader, { view: rung, next })),
    ...gapLines(io, reader, page),
    ...(score === null ? [] : ['', ...showScoreSheet(io, score)]),
    ...showLadderDates(io, view, clock.asOf),
  ].join('\n')
}
