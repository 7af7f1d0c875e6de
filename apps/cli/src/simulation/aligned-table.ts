import type { Io } from '../io.ts'
import { padEnd, padStart, widthOf } from '../show/layout.ts'
import { paint } from '../show/paint.ts'

const GAP = '  '
const INDENT = '  '

/** A table with a label column on the left and figures aligned on the right, under a soft head. */
export const alignedTable = (
  io: Io,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => {
  const widths = head.map((title, at) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, at) =>
        at === 0 ? padEnd(cells[at] ?? '', width) : padStart(cells[at] ?? '', width),
      )
      .join(GAP)
      .trimEnd()
  return [INDENT + paint(io, 'soft', line(head)), ...rows.map((row) => INDENT + line(row))]
}

const FULL = '█'
const HALF = '▌'

/** A bar of at most `width` columns; anything above zero shows at least half a column. */
export const bar = (value: number, most: number, width: number): string => {
  if (value <= 0 || most <= 0) return ''
  const halves = Math.max(1, Math.round((value / most) * width * 2))
  return FULL.repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? HALF : '')
}
