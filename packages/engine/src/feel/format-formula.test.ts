import { expect, test } from 'vitest'
import { formatFormula } from './format-formula.ts'
import { parseFormula } from './parse-formula.ts'
import { references } from './references.ts'

const canonical = (source: string): string => {
  const parsed = parseFormula(source)
  return parsed.ok ? formatFormula(parsed.ast) : parsed.issues.map(({ code }) => code).join(', ')
}

test.each([
  ['1+2*3', '1 + 2 * 3'],
  ['((1)+(2*3))', '1 + 2 * 3'],
  ['(1+2)*3', '(1 + 2) * 3'],
  ['1-(2-3)', '1 - (2 - 3)'],
  ['(1-2)-3', '1 - 2 - 3'],
  ['2**3**2', '2 ** 3 ** 2'],
  ['-(2**2)', '-(2 ** 2)'],
  ['(-2)**2', '-2 ** 2'],
  ['--1', '-(-1)'],
  ['2**-3', '2 ** -3'],
  ['.50', '0.5'],
  ['a and(b or c)and d', 'a and (b or c) and d'],
  ['(a and b)or c', 'a and b or c'],
  ['a and (b and c)', 'a and (b and c)'],
  ['(a=b)=c', '(a = b) = c'],
  ['a between 1 and 2 and b', 'a in [1..2] and b'],
  ['a in ]1..2[', 'a in (1..2)'],
  ['a in ("x")', 'a in ("x")'],
  ['a in "x"', 'a in ("x")'],
  ['a in(<5,>=10,= 7,!= 8)', 'a in (< 5, >= 10, 7, != 8)'],
  ['a in ((1..2), 3)', 'a in ((1..2), 3)'],
  ['a in ((b in (1)))', 'a in ((b in (1)))'],
  ['(if a then b else c) + 1', '(if a then b else c) + 1'],
  ['1 + if a then b else c', '1 + (if a then b else c)'],
  ['if a then b else if c then d else e', 'if a then b else if c then d else e'],
  ['not( a )', 'not(a)'],
  ['round   half up(a,2)', 'round half up(a, 2)'],
  ['last(a, 1)', 'last(a)'],
  ['last(a,2)', 'last(a, 2)'],
  ['previous(a, 1)', 'previous(a)'],
  ['this_year(a)', 'this_year(a)'],
  ['date("2025-01-01")', '@"2025-01-01"'],
  ['duration("P18M")', '@"P1Y6M"'],
  ['@"-P0D"', '@"P0D"'],
  ['"\\u4e2d\\"\\n"', '"中\\"\\n"'],
  ['true/*x*/', 'true'],
])('%s is written %s', (source, expected) => {
  expect(canonical(source)).toBe(expected)
  expect(canonical(expected)).toBe(expected)
})

test('references lists each name and year once, as written', () => {
  const parsed = parseFormula(
    'if a > -last(b) then min(a, c) else d in [e..f] or not(g = last(b, 2))',
  )
  expect(parsed.ok && references(parsed.ast)).toEqual([
    { name: 'a', yearOffset: null },
    { name: 'b', yearOffset: { base: 'last', n: 0 } },
    { name: 'c', yearOffset: null },
    { name: 'd', yearOffset: null },
    { name: 'e', yearOffset: null },
    { name: 'f', yearOffset: null },
    { name: 'g', yearOffset: null },
    { name: 'b', yearOffset: { base: 'last', n: 1 } },
  ])
})
