import type { Looked, Sample } from '@huiqi/population'
import { words } from '@huiqi/wording'
import { hang } from '../show/layout.ts'
import { section } from '../show/section.ts'
import { alignedTable } from './aligned-table.ts'
import { showCount, showShare } from './figures.ts'
import { showLabel } from './show-groups.ts'
import { softLine } from './show-headline.ts'
import { type SimulationPage, wordsOf } from './simulation-page.ts'

const sampled = (page: SimulationPage, { looked, of }: Looked): string => {
  const { text } = wordsOf(page.io)
  return looked === of ? text.ofThem(showCount(of)) : text.sampled(showCount(looked), showCount(of))
}

/** Which other measures those who gain meet already. */
export const showOverlap = (page: SimulationPage): readonly string[] => {
  const { io, report, rulebook } = page
  const { language, text } = wordsOf(io)
  const { overlap } = report
  if (overlap.looked === 0) return []
  const { inBrackets } = words[language].punctuation
  const rows = overlap.measures.map(({ measure, count, isExcluded }) => [
    `${rulebook.measures.get(measure)?.name[language] ?? measure}${isExcluded ? inBrackets(text.excluded) : ''}`,
    showCount(count),
    showShare(count, overlap.looked),
  ])
  const none = [
    text.without,
    showCount(overlap.without),
    showShare(overlap.without, overlap.looked),
  ]
  return section(io, text.overlap[overlap.who], [
    softLine(page, sampled(page, overlap)),
    ...alignedTable(io, ['', '', ''], [...rows, none]).slice(1),
  ])
}

type Source = SimulationPage['report']['automatic']['certain']['blockedBy'][number]

const FACTS_AT_MOST = 4

const sourceLines = (page: SimulationPage, sources: readonly Source[]): readonly string[] => {
  const { io, rulebook } = page
  const { language, text } = wordsOf(io)
  const { label, list, inBrackets } = words[language].punctuation
  return sources.map(({ source, facts, rows, alone }) => {
    const known = facts
      .slice(0, FACTS_AT_MOST)
      .map((fact) => rulebook.facts.get(fact)?.name[language] ?? fact)
    const hidden = facts.length - known.length
    const names = hidden > 0 ? [...known, words[language].more(hidden)] : known
    const counts = text.blockedLine(showCount(rows), showCount(alone))
    const name = words[language].source[source] ?? source
    return hang(io, '    ', label(`${name}${inBrackets(list(names))}`, counts))
  })
}

/** How many could be paid without filing anything, and what stands in the way. */
export const showAutomatic = (page: SimulationPage): readonly string[] => {
  const { io, report } = page
  const { text } = wordsOf(io)
  const { certain, open, isTextSure } = report.automatic
  if (certain.looked + open.looked === 0) return []
  const say = (line: string): string => hang(io, '  ', line)
  const { automatic, amountOpen, blockedBy, looked } = certain
  const lines = [
    ...(looked === 0
      ? []
      : [say(text.couldBe(showCount(automatic), showShare(automatic, looked)))]),
    ...(isTextSure ? [] : [say(text.textUnsure)]),
    ...(amountOpen === 0 ? [] : [say(text.amountOpen(showCount(amountOpen)))]),
    ...(blockedBy.length === 0 ? [] : [say(text.blocked), ...sourceLines(page, blockedBy)]),
    ...(open.waitingFor.length === 0
      ? []
      : [say(text.waiting), ...sourceLines(page, open.waitingFor)]),
    ...(open.other === 0 ? [] : [say(text.judged(showCount(open.other)))]),
  ]
  return section(io, text.automatic, [softLine(page, sampled(page, certain)), ...lines])
}

const sampleRow = (page: SimulationPage, { row, uscc, labels }: Sample): readonly string[] => {
  const { io, report, rulebook } = page
  const { language, text } = wordsOf(io)
  const said = report.breakdowns.map(({ grouping }, at) =>
    showLabel(rulebook, grouping, { label: labels[at] ?? null, language }),
  )
  return [uscc ?? text.row(showCount(row + 1)), said.join(' · ')]
}

/** A few enterprises by which the change can be looked at. */
export const showSamples = (page: SimulationPage): readonly string[] => {
  const { io, report } = page
  const { text } = wordsOf(io)
  return (['gained', 'lost'] as const).flatMap((which) => {
    const lines = report.samples[which].map((sample) => {
      const [code = '', said = ''] = sampleRow(page, sample)
      return hang(io, `  ${code}  `, said)
    })
    return section(io, text.samples[which], lines)
  })
}
