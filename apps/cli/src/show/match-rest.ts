import { type Match, type Measure, opennessOf, type Verdict } from '@huiqi/engine'
import { type Reader, showFailing, showNeeds, words } from '@huiqi/wording'
import { COMMAND, quoted } from '../command-name.ts'
import type { Io } from '../io.ts'
import { capital, hang, labelled } from './layout.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'
import { nameOfVerdict } from './verdict-line.ts'

const TEXT = {
  zh: {
    rest: '其余',
    unmet: '不符合',
    unknown: '信息不足',
    held: '已持有的资质',
    services: '服务事项',
    withoutText: '规则未见原文',
    withoutThing: '没有可申报的对象',
    notInForce: '当日不在有效期内',
    supply: (facts: string) => `还需：${facts}`,
    all: '全部列出',
    explain: '逐条理由',
    list: '服务事项',
    ask: '逐题作答',
    measure: '措施',
  },
  en: {
    rest: 'The rest',
    unmet: 'unmet',
    unknown: 'unknown',
    held: 'held already',
    services: 'services',
    withoutText: 'with rules not found',
    withoutThing: 'nothing to bring forward',
    notInForce: 'not in force on the day',
    supply: (facts: string) => `still to supply: ${facts}`,
    all: 'list them all',
    explain: 'the reasons',
    list: 'find a service',
    ask: 'answer questions',
    measure: 'MEASURE',
  },
} as const

const verdictsOf = (match: Match, outcome: Verdict['outcome']): readonly Verdict[] =>
  match.verdicts.filter((verdict) => verdict.outcome === outcome)

/** How many verdicts and measures the page has not listed, by reason. */
export const showRest = (io: Io, match: Match): string => {
  const text = TEXT[io.language]
  const counts = [
    [verdictsOf(match, 'unmet').length, text.unmet],
    [verdictsOf(match, 'unknown').length, text.unknown],
    [match.held.length, text.held],
    [match.withoutThing.length, text.withoutThing],
    [match.services.length, text.services],
    [match.withoutText.length, text.withoutText],
    [match.notInForce.length, text.notInForce],
  ] as const
  const parts = counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
  return words[io.language].punctuation.label(text.rest, parts.join(' · '))
}

/** What to type next. */
export const showHints = (io: Io, file: string | null): readonly string[] => {
  const text = TEXT[io.language]
  const services = `${COMMAND} measures --delivery service`
  const rows =
    file === null
      ? [[text.list, services] as const]
      : [
          [text.explain, `${COMMAND} explain ${quoted(file)} ${text.measure}`] as const,
          [text.ask, `${COMMAND} ask ${quoted(file)}`] as const,
          [text.all, `${COMMAND} match ${quoted(file)} --all`] as const,
          [text.list, services] as const,
        ]
  return labelled(
    io,
    '  ',
    rows.map(([label, command]) => [paint(io, 'soft', label), command]),
  )
}

const withId = (io: Io, verdict: Verdict): string =>
  `${nameOfVerdict(verdict, io.language)} ${paint(io, 'soft', verdict.measure.id)}`

const unmetLines = (io: Io, reader: Reader, verdict: Verdict): readonly string[] => [
  hang(io, `  ${paint(io, 'bad', '✗')} `, withId(io, verdict)),
  ...showFailing(reader, verdict).map((line) => hang(io, '    ', paint(io, 'soft', line))),
]

const unknownLines = (io: Io, reader: Reader, verdict: Verdict): readonly string[] => {
  const { missing, reviews } = opennessOf(verdict)
  const needs = showNeeds(reader, [...missing, ...reviews])
  const lines = needs === '' ? [] : [TEXT[io.language].supply(needs)]
  return [
    hang(io, `  ${paint(io, 'warn', '?')} `, withId(io, verdict)),
    ...lines.map((line) => hang(io, '    ', paint(io, 'soft', line))),
  ]
}

const measureLine = (io: Io, { id, name }: Measure): string =>
  hang(io, '  · ', `${name[io.language]} ${paint(io, 'soft', id)}`)

/** Everything that the short page only counts. */
export const showAllOfRest = (io: Io, reader: Reader, match: Match): readonly string[] => {
  const text = TEXT[io.language]
  const measures = (found: readonly Measure[]): readonly string[] =>
    found.map((measure) => measureLine(io, measure))
  const unmet = verdictsOf(match, 'unmet').flatMap((verdict) => unmetLines(io, reader, verdict))
  const unknown = verdictsOf(match, 'unknown').flatMap((verdict) =>
    unknownLines(io, reader, verdict),
  )
  const held = match.held.map(({ measure }) => measure)
  return [
    ...section(io, capital(text.unmet), unmet),
    ...section(io, capital(text.unknown), unknown),
    ...section(io, capital(text.held), measures(held)),
    ...section(io, capital(text.withoutThing), measures(match.withoutThing)),
    ...section(io, capital(text.services), measures(match.services)),
    ...section(io, capital(text.withoutText), measures(match.withoutText)),
    ...section(io, capital(text.notInForce), measures(match.notInForce)),
  ]
}
