import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, writeCsv } from './write-csv.ts'

type Row = readonly (string | number | null)[]

const COLUMNS: readonly Column<Row>[] = [0, 1].map((at) => ({
  name: { zh: `列${at}`, en: `c${at}` },
  cell: (row) => row[at] ?? null,
}))

const write = async (rows: readonly Row[]): Promise<string> => {
  let text = ''
  for await (const line of writeCsv(COLUMNS, rows, 'en')) text += line
  return text
}

test.each([
  ['a comma', ['a,b', 1], '"a,b",1'],
  ['a quote', ['say "so"', 2.5], '"say ""so""",2.5'],
  ['a line', ['one\ntwo', null], '"one\ntwo",'],
  ['a formula', ['=1+1', -3], "'=1+1,-3"],
  ['an at sign', ['@SUM(A1)', 0], "'@SUM(A1),0"],
  ['a tab before a formula', ['\t=1', 0], "'\t=1,0"],
  ['a minus in a text', ['-1', -1], "'-1,-1"],
] as const)('%s', async (_, row, line) => {
  expect(await write([row])).toBe(`\uFEFFc0,c1\r\n${line}\r\n`)
})

test('no text begins as a formula, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const [, line = ''] = (await write([[text, 0]])).split(/\r\n/, 2)
      expect(line).not.toMatch(/^"?[=+\-@\t]/)
    }),
  )
})
