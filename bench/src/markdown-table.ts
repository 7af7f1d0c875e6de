/** A column: its heading and on which side its cells stand. */
export interface Column {
  readonly heading: string
  readonly align: 'left' | 'right'
}

const pad = (text: string, width: number, { align }: Column): string =>
  align === 'left' ? text.padEnd(width) : text.padStart(width)

/** A table that reads well as text and as Markdown. */
export const formatTable = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string => {
  const widths = columns.map(({ heading }, index) =>
    Math.max(3, heading.length, ...rows.map((row) => row[index]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${columns.map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column)).join(' | ')} |`
  const rule = columns.map(({ align }, index) => {
    const dashes = '-'.repeat((widths[index] ?? 3) - 1)
    return align === 'left' ? `-${dashes}` : `${dashes}:`
  })
  return [line(columns.map(({ heading }) => heading)), line(rule), ...rows.map(line)].join('\n')
}
