import { expect, test } from 'vitest'
import { sealUscc, USCC_BYTES } from '../city/uscc-bytes.ts'
import { createUsccIndex, readUscc } from './uscc-index.ts'

const codeOf = (serial: number): Uint8Array => {
  const text = `91310115XXX${String(serial).padStart(5, '0')}00`
  const bytes = Uint8Array.from(text, (each) => each.charCodeAt(0))
  sealUscc(bytes, 0)
  return bytes
}

test('every code is found at its row, others at none, however many there are', () => {
  const index = createUsccIndex()
  const rows = Array.from({ length: 5_000 }, (_, serial) => serial)
  for (const row of rows) index.add(codeOf(row))
  expect(rows.map((row) => index.find(codeOf(row)))).toEqual(rows)
  expect(index.find(codeOf(5_000))).toBe(-1)
  expect(index.bytes().length).toBe(5_000 * USCC_BYTES)
})

const textOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

test.each([
  { name: 'as it stands', cell: '91310104MA1F12345M' },
  { name: 'in full-width letters', cell: '９１３１０１０４ＭＡ１Ｆ１２３４５Ｍ' },
  { name: 'in small letters with blanks', cell: ' 91310104 ma1f12345m ' },
])('a code $name', ({ cell }) => {
  const bytes = new Uint8Array(USCC_BYTES)
  expect(readUscc(cell, bytes)).toEqual([])
  expect(textOf(bytes)).toBe('91310104MA1F12345M')
})

test.each([
  { cell: '91310104MA1F12346M', codes: ['uscc.check-digit'] },
  { cell: '9131010AMA1F12345M', codes: ['uscc.alphabet'] },
  { cell: '91310104MA1F1234', codes: ['uscc.length'] },
  { cell: '', codes: ['uscc.length'] },
  { cell: null, codes: ['uscc.length'] },
])('$cell is refused: $codes', ({ cell, codes }) => {
  expect(readUscc(cell, new Uint8Array(USCC_BYTES)).map(({ code }) => code)).toEqual(codes)
})
