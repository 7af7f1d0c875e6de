import { expect, test } from 'vitest'
import { findUnwieldyFunctions } from './functions.ts'
import { parseSource } from './source-file.ts'

const body = (lines: number): string => 'x()\n'.repeat(lines - 2)
const arrow = (lines: number): string => `const f = () => {\n${body(lines)}}`
const branches = (count: number): string => `const f = () => { ${'if (x) y();'.repeat(count)} }`

test.each([
  ['60 lines', arrow(60), []],
  ['61 lines', arrow(61), ['a function of 61 lines; at most 60']],
  [
    'a method of 61 lines',
    `class A {\nf() {\n${body(61)}}\n}`,
    ['a function of 61 lines; at most 60'],
  ],
  ['3 parameters', 'const f = (a, b, c) => a', []],
  ['4 parameters', 'const f = (a, b, c, d) => a', ['4 parameters; at most 3, then one object']],
  ['12 paths', branches(11), []],
  ['13 paths', branches(12), ['13 paths through a function; at most 12']],
  ['13 paths over two functions', `${branches(11)}\nconst g = () => { ${branches(11)} }`, []],
  [
    '13 conditions in one expression',
    `const f = () => ${Array(13).fill('a').join(' && ')}`,
    ['13 paths through a function; at most 12'],
  ],
  ['a switch of 20 cases', `const f = () => { switch (x) { ${'case 1: y();'.repeat(20)} } }`, []],
])('%s', (_, text, complaints) => {
  expect(
    findUnwieldyFunctions(parseSource('a.ts', text)).map((finding) => finding.replace(/^\S+ /, '')),
  ).toEqual(complaints)
})

test.each([
  ['the body of describe may be long', `describe('x', () => {\n${body(61)}})`, 0],
  ['also with each', `describe.each([1])('x', () => {\n${body(61)}})`, 0],
  ['the body of a test may not', `test('x', () => {\n${body(61)}})`, 1],
  ['a row of a table may have 4 columns', "test.each(x)('x', (a, b, c, d) => a)", 0],
])('in a test: %s', (_, text, count) => {
  expect(findUnwieldyFunctions(parseSource('a.test.ts', text))).toHaveLength(count)
})
