/** One cell with the place where it begins, counted from 1. */
export interface Cell {
  readonly text: string
  readonly line: number
  readonly column: number
}

interface Scan {
  readonly text: string
  at: number
  line: number
  lineStart: number
}

const cellEnd = /[,\r\n]/

const readQuoted = (scan: Scan): string => {
  let content = ''
  scan.at += 1
  while (scan.at < scan.text.length) {
    const character = scan.text.charAt(scan.at)
    if (character === '"' && scan.text.charAt(scan.at + 1) !== '"') break
    if (character === '"') scan.at += 1
    if (character === '\n') {
      scan.line += 1
      scan.lineStart = scan.at + 1
    }
    content += character
    scan.at += 1
  }
  scan.at += 1
  return content
}

const readPlain = (scan: Scan): string => {
  const start = scan.at
  while (scan.at < scan.text.length && !cellEnd.test(scan.text.charAt(scan.at))) scan.at += 1
  return scan.text.slice(start, scan.at)
}

const readCell = (scan: Scan): Cell => {
  const place = { line: scan.line, column: scan.at - scan.lineStart + 1 }
  const quoted = scan.text.charAt(scan.at) === '"' ? readQuoted(scan) : ''
  return { text: (quoted + readPlain(scan)).trim(), ...place }
}

/** The rows of a CSV text (RFC 4180; line ends of any system); empty lines are left out. */
export const parseCsv = (text: string): readonly (readonly Cell[])[] => {
  const scan: Scan = { text, at: 0, line: 1, lineStart: 0 }
  const rows: Cell[][] = []
  let row: Cell[] = []
  while (scan.at < text.length) {
    row.push(readCell(scan))
    const isMore = text.charAt(scan.at) === ','
    if (isMore && scan.at + 1 < text.length) {
      scan.at += 1
      continue
    }
    if (isMore) row.push({ text: '', line: scan.line, column: scan.at - scan.lineStart + 2 })
    scan.at += text.startsWith('\r\n', scan.at) ? 2 : 1
    scan.line += 1
    scan.lineStart = scan.at
    if (row.some((cell) => cell.text !== '')) rows.push(row)
    row = []
  }
  return rows
}
