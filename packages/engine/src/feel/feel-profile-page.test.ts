import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from './example-formula.ts'
import { FEEL_FUNCTIONS } from './feel-functions.ts'
import { FALSE, type FeelValue, TRUE, unknown } from './feel-value.ts'
import { complement, conjunction, disjunction } from './three-valued.ts'

const PAGE = readFileSync(
  path.join(import.meta.dirname, '../../../../docs/feel-profile.md'),
  'utf8',
)

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** The rows of every table whose first heading is the given one. */
const rowsUnder = (heading: string): readonly (readonly string[])[] =>
  PAGE.split('\n\n')
    .map((block) => block.trim().split('\n').map(cellsOf))
    .filter(([head]) => head?.[0] === heading)
    .flatMap(([, , ...rows]) => rows)

const examplesUnder = (heading: string): readonly (readonly [string, string])[] =>
  rowsUnder(heading).map(([formula = '', outcome = '']) => [formula.replace(/^`|`$/g, ''), outcome])

const withoutPlace = (outcome: string): string => outcome.replace(/ \d+\+\d+/g, '')

describe('the examples of the page', () => {
  test.each(examplesUnder('Formula'))('%s gives %s', (formula, outcome) => {
    expect(withoutPlace(outcomeOf(formula))).toBe(outcome)
  })

  test.each(examplesUnder('Yearly formula'))(
    'in a yearly formula %s gives %s',
    (formula, outcome) => {
      expect(withoutPlace(outcomeOf(formula, 'year'))).toBe(outcome)
    },
  )

  test('are found', () => {
    expect(examplesUnder('Formula').length).toBeGreaterThan(40)
    expect(examplesUnder('Yearly formula').length).toBe(3)
  })
})

describe('the three truth values of the page', () => {
  const truth = (word: string): FeelValue =>
    word === 'unknown' ? unknown('fact') : word === 'true' ? TRUE : FALSE
  const word = (value: FeelValue): string =>
    value.kind === 'known' ? String(value.value) : value.kind

  test.each(rowsUnder('`a`'))('%s with %s', (a = '', b = '', and = '', or = '', not = '') => {
    const [left, right] = [truth(a), truth(b)]
    expect([conjunction(left, right), conjunction(right, left)].map(word)).toEqual([and, and])
    expect([disjunction(left, right), disjunction(right, left)].map(word)).toEqual([or, or])
    expect(word(complement(left))).toBe(not)
  })
})

test('the page names every function', () => {
  expect([...FEEL_FUNCTIONS.keys()].filter((name) => !PAGE.includes(`\`${name}(`))).toEqual([])
})
