import type { Io } from '../io.ts'
import { padEnd, padStart, widthOf, wrap } from '../show/layout.ts'
import { paint } from '../show/paint.ts'

const GAP = '  '
const INDENT = '  '
const LABEL_AT_LEAST = 8

const widestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

/** Columns left for the labels once the figures stand in their own columns. */
const labelRoom = ({ columns }: Io, figures: readonly number[]): number => {
  const taken = figures.reduce((sum, width) => sum + GAP.length + width, INDENT.length)
  return Math.max(LABEL_AT_LEAST, columns - taken)
}

/**
 * A table with a label column on the left and figures aligned on the right, under a soft head. A head
 * may have several lines; labels that leave no room for the figures are wrapped below them.
 */
export const alignedTable = (
  io: Io,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const heads = head.map((title) => title.split('\n'))
  const depth = Math.max(...heads.map((lines) => lines.length))
  const [widest = 0, ...figures] = heads.map((lines, at) =>
    widestOf([...lines, ...rows.map((row) => row[at] ?? '')]),
  )
  const width = Math.min(widest, labelRoom(io, figures))
  const line = ([label = '', ...cells]: readonly string[]): string =>
    [INDENT + padEnd(label, width), ...figures.map((room, at) => padStart(cells[at] ?? '', room))]
      .join(GAP)
      .trimEnd()
  const headLine = (at: number): string =>
    line(heads.map((lines) => lines[at - depth + lines.length] ?? ''))
  const row = ([label = '', ...cells]: readonly string[]): string => {
    const [first = '', ...more] = wrap(label, width)
    return [line([first, ...cells]), ...more.map((part) => INDENT + part)].join('\n')
  }
  return [
    ...Array.from({ length: depth }, (_, at) => paint(io, 'soft', headLine(at))),
    ...rows.map(row),
  ]
}

const FULL = '█'
const HALF = '▌'

/** A bar of at most `width` columns; anything above zero shows at least half a column. */
export const bar = (value: number, most: number, width: number): string => {
  if (value <= 0 || most <= 0) return ''
  const halves = Math.max(1, Math.round((value / most) * width * 2))
  return FULL.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? HALF : '')
}

const BAR_AT_MOST = 24
const BAR_AT_LEAST = 6

/** Rows with a bar behind each, as far as the page has room for bars. */
export const withBars = (
  { columns }: Io,
  rows: readonly string[],
  values: readonly number[],
): readonly string[] => {
  const room = columns - widestOf(rows) - GAP.length
  if (room < BAR_AT_LEAST) return rows
  const most = Math.max(...values)
  const width = Math.min(BAR_AT_MOST, room)
  return rows.map((row, at) => `${row}${GAP}${bar(values[at] ?? 0, most, width)}`.trimEnd())
}
