import type { Summary } from './summary-words.ts'

/** A piece of a text; marked pieces are words of the search. */
export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

type Snippet = Summary['snippets'][number]

/** A snippet cut at its marks. */
export const piecesOf = ({ text, marks }: Pick<Snippet, 'text' | 'marks'>): readonly Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of marks.toSorted((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ text: text.slice(at, from), isMarked: false })
    if (to > Math.max(at, from)) {
      pieces.push({ text: text.slice(Math.max(at, from), to), isMarked: true })
    }
    at = Math.max(at, to)
  }
  return at < text.length ? [...pieces, { text: text.slice(at), isMarked: false }] : pieces
}
