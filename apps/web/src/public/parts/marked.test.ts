import { expect, test } from 'vitest'
import { piecesOf } from './marked.ts'

const said = (text: string, ...marks: readonly (readonly [number, number])[]): string =>
  piecesOf({ text, marks: marks.map(([from, to]) => ({ from, to })) })
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['no mark', said('算力券'), '算力券'],
  ['at the start', said('算力券', [0, 2]), '[算力]券'],
  ['at the end', said('算力券', [2, 3]), '算力[券]'],
  ['two', said('算力与算法', [0, 2], [3, 5]), '[算力]与[算法]'],
  ['out of order', said('算力与算法', [3, 5], [0, 2]), '[算力]与[算法]'],
  ['one over another', said('算力券', [0, 2], [1, 3]), '[算力][券]'],
  ['one inside another', said('算力券', [0, 3], [1, 2]), '[算力券]'],
])('%s', (_, shown, expected) => {
  expect(shown).toBe(expected)
})
