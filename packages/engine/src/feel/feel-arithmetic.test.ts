import { compare, exact } from '@huiqi/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileFormula } from './compile-formula.ts'
import { type FeelValue, knownNumber, knownTruth, unknown } from './feel-value.ts'
import { parseFormula } from './parse-formula.ts'

const RUNS = { numRuns: 1000 }

describe('exact arithmetic', () => {
  interface Model {
    readonly text: string
    readonly value: bigint
  }

  const join = (sign: '+' | '-' | '*', left: Model, right: Model): Model => {
    const text = `(${left.text} ${sign} ${right.text})`
    if (sign === '+') return { text, value: left.value + right.value }
    if (sign === '-') return { text, value: left.value - right.value }
    return { text, value: left.value * right.value }
  }

  const model = fc.letrec<{ sum: Model; whole: Model }>((tie) => ({
    whole: fc.bigInt(-(10n ** 12n), 10n ** 12n).map((value) => ({ text: `${value}`, value })),
    sum: fc.oneof(
      { maxDepth: 4 },
      tie('whole'),
      fc
        .tuple(fc.constantFrom('+', '-', '*'), tie('sum'), tie('sum'))
        .map(([sign, left, right]) => join(sign, left, right)),
    ),
  })).sum

  const evaluate = (source: string): FeelValue => {
    const parsed = parseFormula(source)
    if (!parsed.ok) throw new Error(source)
    return compileFormula(parsed.ast, { context: 'point', names: new Map() })(() => unknown())
  }

  test('agrees with whole numbers of any size', () => {
    fc.assert(
      fc.property(model, ({ text, value }) => {
        expect(evaluate(text)).toEqual(knownNumber(exact(value)))
      }),
      RUNS,
    )
  })

  test('runs the longest sum', () => {
    expect(evaluate(`1${' + 1'.repeat(999)}`)).toEqual(knownNumber(exact(1000)))
  })

  test('a quotient compares like the products crosswise', () => {
    const positive = fc.bigInt(1n, 10n ** 15n)
    fc.assert(
      fc.property(positive, positive, positive, positive, (a, b, c, d) => {
        const isAtLeast = compare(exact(a * d), exact(c * b)) >= 0
        expect(evaluate(`${a} / ${b} >= ${c} / ${d}`)).toEqual(knownTruth(isAtLeast))
      }),
      RUNS,
    )
  })
})

test('any text is read or refused with places inside it', () => {
  const words = fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '..',
    ',',
    'a',
    '1',
    '+',
    'in',
    'if',
    'and',
    '"',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
  )
  fc.assert(
    fc.property(texts, (source) => {
      const parsed = parseFormula(source)
      const issues = parsed.ok ? [] : parsed.issues
      expect(parsed.ok || issues.length > 0).toBe(true)
      const outside = issues.filter(
        ({ offset, length }) => offset < 0 || length < 0 || offset + length > source.length,
      )
      expect(outside).toEqual([])
    }),
    { numRuns: 3000 },
  )
})
