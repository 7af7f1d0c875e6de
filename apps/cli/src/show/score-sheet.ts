import { add, type Exact, toApproximateNumber, ZERO } from '@huiqi/domain'
import type { PointSpan, ScoreSheet } from '@huiqi/engine'
import { showExact, words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { padEnd, padStart, widthOf, wrap } from './layout.ts'
import { paint } from './paint.ts'

const TEXT = {
  zh: { score: '评分表', total: '合计', legend: '█ 已得分　▒ 待定　· 不得分' },
  en: { score: 'Score table', total: 'Total', legend: '█ scored   ▒ open   · lost' },
} as const

const BAR_WIDTH = 20
const POINTS_WIDTH = 10
const INDENT = '  '

interface Row {
  readonly name: string
  readonly depth: 0 | 1
  readonly span: PointSpan
  readonly max: Exact
}

const showPoints = ({ low, high }: PointSpan, max: Exact): string => {
  const [least, most, full] = [low, high, max].map((points) => showExact('number', points, 'en'))
  return `${least === most ? least : `${least}–${most}`}/${full}`
}

const bar = (io: Io, { low, high }: PointSpan, max: Exact): string => {
  const part = (points: Exact): number =>
    Math.round((toApproximateNumber(points) / toApproximateNumber(max)) * BAR_WIDTH)
  const [sure, possible] = [part(low), part(high)]
  return (
    paint(io, 'good', '█'.repeat(sure)) +
    paint(io, 'warn', '▒'.repeat(possible - sure)) +
    paint(io, 'soft', '·'.repeat(BAR_WIDTH - possible))
  )
}

const rowsOf = (sheet: ScoreSheet, io: Io): readonly Row[] => [
  ...sheet.groups.flatMap(({ name, span, indicators }): readonly Row[] => [
    {
      name: name[io.language],
      depth: 0,
      span,
      max: indicators.map(({ indicator }) => indicator.max).reduce(add, ZERO),
    },
    ...indicators.map((each): Row => {
      const { says, max } = each.indicator
      return { name: says[io.language], depth: 1, span: each.span, max }
    }),
  ]),
  { name: TEXT[io.language].total, depth: 0, span: sheet.total, max: sheet.table.max },
]

const rowLines = (io: Io, row: Row, width: number): string => {
  const indent = '  '.repeat(row.depth)
  const [first = '', ...more] = wrap(row.name, width - indent.length)
  const name = row.depth === 0 ? paint(io, 'strong', first) : `${indent}${first}`
  const points = padStart(showPoints(row.span, row.max), POINTS_WIDTH)
  return [
    `${INDENT}  ${padEnd(name, width)}  ${bar(io, row.span, row.max)} ${points}`,
    ...more.map((line) => `${INDENT}  ${indent}${line}`),
  ].join('\n')
}

/** A score table filled in: sure and possible points of each group and indicator, with the total. */
export const showScoreSheet = (io: Io, sheet: ScoreSheet): readonly string[] => {
  const text = TEXT[io.language]
  const rows = rowsOf(sheet, io)
  const room = io.columns - INDENT.length - BAR_WIDTH - POINTS_WIDTH - 5
  const width = Math.min(
    room,
    Math.max(...rows.map(({ name, depth }) => widthOf(name) + 2 * depth)),
  )
  const title = words[io.language].punctuation.label(text.score, sheet.table.name[io.language])
  return [
    `${INDENT}${paint(io, 'strong', title)}  ${paint(io, 'soft', text.legend)}`,
    ...rows.map((row) => rowLines(io, row, width)),
  ]
}
