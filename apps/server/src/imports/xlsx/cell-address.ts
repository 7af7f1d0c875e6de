const LETTERS = 26
const BEFORE_A = 64
/** XFD: the last column that Excel has. */
const LAST_COLUMN = 16_384

/** A place in a sheet; row and column count from 1. */
export interface Address {
  readonly row: number
  readonly column: number
}

/** The letters of a column: 1 is A, 27 is AA. */
export const lettersOf = (column: number): string => {
  let [letters, rest] = ['', column]
  while (rest > 0) {
    const digit = (rest - 1) % LETTERS
    letters = String.fromCharCode(BEFORE_A + 1 + digit) + letters
    rest = (rest - 1 - digit) / LETTERS
  }
  return letters
}

/** `C12` taken apart; null for anything else. */
export const parseAddress = (text: string): Address | null => {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text) ?? []
  if (letters === '') return null
  const column = [...letters].reduce(
    (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A,
    0,
  )
  return column > LAST_COLUMN ? null : { row: Number(digits), column }
}

/** Merged cells: from the upper left one to the lower right one, both included. */
export interface Range {
  readonly from: Address
  readonly to: Address
}

/** `B2:C3` taken apart; null for anything else. */
export const parseRange = (text: string): Range | null => {
  const [first = '', last = first] = text.split(':')
  const from = parseAddress(first)
  const to = parseAddress(last)
  return from === null || to === null ? null : { from, to }
}

/** Whether a place is one of the merged cells. */
export const isWithin = ({ from, to }: Range, { row, column }: Address): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column

/** A cell, or a whole row (`column` null), as Excel names it: `名单!C12`, `'my list'!3:3`. */
export const placeName = (sheet: string, row: number, column: number | null): string => {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet)
  const name = isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`
  return `${name}!${column === null ? `${row}:${row}` : `${lettersOf(column)}${row}`}`
}
