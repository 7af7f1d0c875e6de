import stringWidth from 'string-width'
import type { Io } from '../io.ts'

type Page = Pick<Io, 'columns'>

/** Columns that a text takes on a terminal; Chinese characters take two, colours none. */
export const widthOf = (text: string): number => stringWidth(text)

/** The text followed by blanks up to a width in columns. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** The text behind blanks up to a width in columns. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** The text with its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
const GLYPH = /(?:\u001b\[[\d;]*m)*[^\p{Cc}\p{Cs}](?:\u001b\[[\d;]*m)*/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
const COLOUR = /\u001b\[[\d;]*m/g

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const CLOSING = /[，。；：、！？）》」〕】”’,.;:!?)\]}%]/u
const OPENING = /[（《「〔【“‘([{]/u

/** A number keeps its unit, a currency its number. */
const isGlued = (before: string, after: string): boolean =>
  (/[\d%] $/.test(before) && /[万亿元天项年分]/.test(after)) ||
  (/CNY $/.test(before) && /\d/.test(after)) ||
  (/\d$/.test(before) && WIDE.test(after))

const mayBreak = (before: string, after: string): boolean => {
  const last = before.at(-1) ?? ''
  if (CLOSING.test(after) || OPENING.test(last) || after === ' ') return false
  if (isGlued(before, after)) return false
  return last === ' ' || WIDE.test(last) || WIDE.test(after)
}

/** The parts of a text between which a line may break. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  let before = ''
  for (const [glyph] of text.replace(/\s+/g, ' ').matchAll(GLYPH)) {
    const plain = glyph.replace(COLOUR, '')
    if (before !== '' && mayBreak(before, plain)) {
      pieces.push(piece)
      piece = ''
    }
    piece += glyph
    before = (before + plain).slice(-4)
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Breaks a text into lines of at most `width` columns; a longer word stays whole. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}

const NARROWEST = 20

/** Wraps a text under a first-line prefix; further lines are indented to match. */
export const hang = (page: Page, prefix: string, text: string): string => {
  const indent = widthOf(prefix)
  const lines = wrap(text, Math.max(NARROWEST, page.columns - indent))
  return lines.map((line, at) => (at === 0 ? prefix : ' '.repeat(indent)) + line).join('\n')
}

/** The same with a second text at the right edge; it moves below when both do not fit. */
export const spread = (
  page: Page,
  left: { readonly prefix: string; readonly text: string },
  right: string,
): string => {
  const lines = hang(page, left.prefix, left.text)
  if (right === '') return lines
  const room = page.columns - widthOf(lines.split('\n').at(-1) ?? '') - widthOf(right)
  return room >= 2
    ? `${lines}${' '.repeat(room)}${right}`
    : `${lines}\n${padStart(right, page.columns)}`
}

/** A table of labels and texts, the texts aligned and wrapped in their own column. */
export const labelled = (
  page: Page,
  indent: string,
  rows: readonly (readonly [label: string, text: string])[],
): readonly string[] => {
  const width = Math.max(0, ...rows.map(([label]) => widthOf(label)))
  return rows.map(([label, text]) => hang(page, `${indent}${padEnd(label, width)}  `, text))
}
