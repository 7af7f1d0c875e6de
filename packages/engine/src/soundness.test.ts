import { compare, exact } from '@huiqi/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AmountRange } from './amount.ts'
import { amountOf } from './amount.ts'
import type { Trace } from './condition.ts'
import { leavesOf, traceCondition } from './condition.ts'
import type { StatedValue } from './enterprise.ts'
import type { Amount, Condition, FactType, Guard, Indicator, Operand, ScoreTable } from './model.ts'
import { NEVER } from './model.ts'
import type { Need, Openness } from './resolved.ts'
import { needKey } from './resolved.ts'
import { fillScoreSheet } from './score.ts'
import type { ScalarInput } from './testing/test-condition.ts'
import {
  compared,
  formulaOf,
  group,
  guard,
  HOLE,
  leaf,
  literal,
  noneOf,
  oneOf,
  parameterNamed,
  percent,
  reference,
  words,
  yuan,
} from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { stated } from './testing/test-enterprise.ts'
import { band, first, fixed, limited, perUnit, rateOf } from './testing/test-measure.ts'
import { fact, rulebookWith, situationWith } from './testing/test-rulebook.ts'

const INDICATORS: readonly Pick<Indicator, 'id' | 'mode' | 'items'>[] = [
  {
    id: 'staff',
    mode: 'first',
    items: [
      {
        guards: [guard('enterprise.employees', compared('at-least', 20))],
        points: exact(6),
        per: null,
      },
      {
        guards: [guard('enterprise.has_brand', compared('is', true))],
        points: exact(4),
        per: null,
      },
    ],
  },
  {
    id: 'honours',
    mode: 'sum',
    items: [
      {
        guards: [guard('enterprise.is_listed', compared('is', true))],
        points: exact(3),
        per: null,
      },
      {
        guards: [guard('enterprise.rd_ratio@last', compared('more-than', percent('5%')))],
        points: exact(1),
        per: { reference: reference('enterprise.patents'), step: exact(2) },
      },
    ],
  },
]

const GRADES: ScoreTable = {
  id: 'grades',
  name: words('grades'),
  provision: 'annex-1',
  max: exact(12),
  groups: INDICATORS.map((indicator) => ({
    id: indicator.id,
    name: words(indicator.id),
    indicators: [{ ...indicator, says: words(indicator.id), max: exact(8) }],
  })),
}

const RULEBOOK = rulebookWith({
  scoreTables: [GRADES],
  facts: [
    fact('score.grades', 'number', {
      derivation: { kind: 'score', table: 'grades', group: null },
    }),
  ],
})

const TITLES = ['high_tech', 'innovative', 'specialised', 'giant']
const DAYS = ['2024-12-31', '2025-05-31', '2025-06-01', '2025-06-02', '2027-01-01', NEVER]
const MONEY = [0, 100, 3_000_000, 20_000_000, 400_000_000].map(yuan)
const COUNTS = [0, 1, 9, 10, 19, 20, 300, 1000]
const CODES = ['A', 'C', '40', '4011', 'K', '701', '7010']

/** Every fact that can be stated and is not derived, with what it may be. */
const BASE: readonly (readonly [
  id: string,
  year: number | null,
  values: readonly ScalarInput[],
])[] = [
  ['enterprise.employees', null, COUNTS],
  ['enterprise.patents', null, COUNTS],
  ['enterprise.assets', null, [...MONEY, yuan(-5)]],
  ['enterprise.revenue', 2023, MONEY],
  ['enterprise.revenue', 2024, MONEY],
  ['enterprise.rd_spending', 2024, MONEY],
  ['enterprise.industry', null, CODES],
  ['enterprise.entered_on', null, DAYS],
  ['enterprise.is_listed', null, [true, false]],
  ['enterprise.has_brand', null, [true, false]],
  ['enterprise.is_advanced', null, [true, false]],
  ...TITLES.flatMap((id) => [
    [`qualification.${id}.granted_on`, null, DAYS] as const,
    [`qualification.${id}.valid_until`, null, DAYS] as const,
  ]),
]

const stating = (rows: readonly (readonly [string, StatedValue])[]): FactInputs => {
  const facts: Record<string, StatedValue[]> = {}
  for (const [id, value] of rows) facts[id] = [...(facts[id] ?? []), value]
  return facts
}

/** Facts of which some are known, and the same with more of them known. */
const filling = fc
  .tuple(
    ...BASE.map(([id, year, values]) =>
      fc.record({
        row: fc.constantFrom(...values).map((value) => [id, stated(value, { year })] as const),
        known: fc.constantFrom('before', 'after', 'after', 'never'),
      }),
    ),
  )
  .map((rows) => ({
    before: stating(rows.filter(({ known }) => known === 'before').map(({ row }) => row)),
    after: stating(rows.filter(({ known }) => known !== 'never').map(({ row }) => row)),
  }))

const orderWord = fc.constantFrom('at-least', 'at-most', 'more-than', 'less-than', 'is', 'is-not')
const dateWord = fc.constantFrom('not-before', 'not-after', 'is', 'is-not')

const MONEY_OPERANDS: readonly Operand[] = [
  ...MONEY.map(literal),
  HOLE,
  ...['cap', 'revenue_floor', 'award'].map(parameterNamed),
]

const numbers = (refs: readonly string[], operands: readonly (ScalarInput | Operand)[]) =>
  fc
    .tuple(fc.constantFrom(...refs), orderWord, fc.constantFrom(...operands))
    .map(([ref, word, bound]) => guard(ref, compared(word, bound)))

const truths = (refs: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...refs), fc.constantFrom('is', 'is-not'), fc.boolean())
    .map(([ref, word, bound]) => guard(ref, compared(word, bound)))

const codes = (ref: string, listed: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(oneOf, noneOf), fc.subarray([...listed], { minLength: 1 }))
    .map(([word, values]) => guard(ref, word(...values)))

const FORMULAS = [
  'enterprise.patents * 2 - enterprise.employees',
  'enterprise.patents / enterprise.employees',
  'last(enterprise.rd_ratio) * 100',
  'full_years_between(enterprise.entered_on, as_of)',
  'if enterprise.is_listed then enterprise.patents else enterprise.employees',
]

const anyGuard: fc.Arbitrary<Guard> = fc.oneof(
  numbers(['enterprise.employees', 'enterprise.patents'], [...COUNTS, HOLE]),
  numbers(
    ['enterprise.assets', 'enterprise.revenue@last', 'enterprise.revenue@before-last'],
    MONEY_OPERANDS,
  ),
  numbers(['enterprise.rd_ratio@last', 'enterprise.growth@last'], [0, 1, percent('5%'), HOLE]),
  numbers(['score.grades'], [0, 3, 4, 6, 7, 10, 12]),
  truths(['enterprise.is_listed', 'enterprise.has_brand', 'enterprise.is_advanced']),
  truths(TITLES.map((id) => `qualification.${id}`)),
  codes('enterprise.industry', ['A', 'C', '40', 'K', '70', '701']),
  codes('enterprise.size_class', ['large', 'medium', 'small', 'micro']),
  fc
    .tuple(dateWord, fc.constantFrom(...DAYS.slice(0, 5)))
    .map(([word, day]) => guard('enterprise.entered_on', compared(word, day))),
  fc
    .tuple(fc.constantFrom(...FORMULAS), orderWord, fc.constantFrom(0, 1, 5))
    .map(([formula, word, bound]) => guard(formulaOf(formula), compared(word, bound))),
)

const { node } = fc.letrec<{ node: Condition; leaf: Condition; group: Condition }>((tie) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('group')),
  leaf: anyGuard.map(({ reference: left, tests }) => leaf(left, ...tests)),
  group: fc
    .record({
      kind: fc.constantFrom('all' as const, 'any' as const, 'except' as const),
      parts: fc.array(tie('node'), { maxLength: 3 }),
    })
    .map(({ kind, parts }) => group(kind, parts)),
}))

const operand = fc.constantFrom(...MONEY_OPERANDS)
const rounding = fc.record({
  step: fc.constantFrom(yuan(1), yuan(10_000)),
  mode: fc.constantFrom('down' as const, 'up' as const, 'half-up' as const, 'half-even' as const),
})

const { amount } = fc.letrec<{ amount: Amount; plain: Amount; nested: Amount }>((tie) => ({
  amount: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('plain'), tie('nested')),
  plain: fc.oneof(
    operand.map(fixed),
    fc
      .tuple(
        fc.constantFrom<Operand>(HOLE, parameterNamed('rate'), literal(percent('5%'))),
        fc.constantFrom('enterprise.assets', 'enterprise.revenue@last'),
      )
      .map(([rate, of]) => rateOf(rate, of)),
    operand.map((value) => perUnit(value, 'enterprise.patents')),
    fc.constant({ kind: 'formula', formula: 'enterprise.assets / enterprise.patents' } as const),
    fc.constant({ kind: 'formula', formula: 'yuan(7) * last(enterprise.rd_ratio)' } as const),
    fc.constant({ kind: 'not-found' } as const),
  ),
  nested: fc.oneof(
    fc
      .tuple(fc.constantFrom('at-most' as const, 'at-least' as const), tie('amount'))
      .map(([kind, inner]): Amount => ({ kind, amount: inner })),
    fc
      .tuple(
        tie('amount'),
        fc.record({ cap: operand, floor: operand, round: rounding }, { requiredKeys: [] }),
      )
      .map(([inner, limits]) => limited(inner, limits)),
    fc
      .array(fc.tuple(tie('amount'), fc.array(anyGuard, { maxLength: 2 })), { maxLength: 3 })
      .map((bands) => first(...bands.map(([inner, guards]) => band(inner, ...guards)))),
  ),
}))

const RUNS = { numRuns: 500 }

const traceOf = (condition: Condition, facts: FactInputs): Trace =>
  traceCondition(situationWith({ rulebook: RULEBOOK, facts }), condition)

const needsOf = ({ missing, reviews }: Openness): readonly string[] =>
  [...missing, ...reviews].map(needKey).toSorted()

const isEmpty = ({ missing, reviews, gaps }: Openness): boolean =>
  missing.length + reviews.length + gaps.length === 0

test('a fact that becomes known changes no answer that was definite', () => {
  fc.assert(
    fc.property(node, filling, (condition, { before, after }) => {
      const earlier = traceOf(condition, before)
      const later = traceOf(condition, after)
      const pairs = [earlier, ...leavesOf(earlier)].map((trace, at) => [
        trace.truth,
        [later, ...leavesOf(later)][at]?.truth,
      ])
      for (const [was, is] of pairs) if (was !== 'open') expect(is).toBe(was)
    }),
    RUNS,
  )
})

test('an answer is open exactly when it says why', () => {
  fc.assert(
    fc.property(node, filling, (condition, { before }) => {
      const { truth, why } = traceOf(condition, before)
      expect(isEmpty(why)).toBe(truth !== 'open')
    }),
    RUNS,
  )
})

const ANSWERS: Readonly<Record<FactType, ScalarInput>> = {
  money: yuan(77),
  rate: exact(1, 3),
  count: 7,
  number: 7,
  date: '2025-06-01',
  boolean: true,
  code: 'small',
}

const answerTo = ({ fact: id, year }: Need): readonly [string, StatedValue] => {
  const type = RULEBOOK.facts.get(id)?.type ?? 'code'
  const value = id === 'enterprise.industry' ? '40' : ANSWERS[type]
  return [id, stated(value, { year, grade: 'A' })]
}

const withAnswers = (facts: FactInputs, needs: readonly Need[]): FactInputs => {
  const given = Object.entries(facts).flatMap(([id, values]) =>
    Array.isArray(values) ? values.map((value) => [id, value] as const) : [],
  )
  return stating([...given, ...needs.map(answerTo)])
}

test('answering what is asked leads to a definite answer, unless the text has a hole', () => {
  fc.assert(
    fc.property(node, filling, (condition, { before }) => {
      let facts = before
      const answered = new Set<string>()
      for (let trace = traceOf(condition, facts); trace.truth === 'open'; ) {
        const { missing, reviews, gaps } = trace.why
        const asked = [
          ...missing.map((need) => `missing ${needKey(need)}`),
          ...reviews.map((need) => `review of ${needKey(need)}`),
        ]
        if (asked.length === 0) {
          expect(gaps).not.toEqual([])
          return
        }
        expect(asked.filter((each) => answered.has(each))).toEqual([])
        for (const each of asked) answered.add(each)
        facts = withAnswers(facts, [...missing, ...reviews])
        trace = traceOf(condition, facts)
      }
    }),
    RUNS,
  )
})

const isInside = (inner: AmountRange, outer: AmountRange): boolean =>
  outer.low <= inner.low && (outer.high === null || (inner.high ?? Infinity) <= outer.high)

test('an amount stays within its range when more becomes known, and says why it is one', () => {
  fc.assert(
    fc.property(amount, filling, (given, { before, after }) => {
      const [earlier, later] = [before, after].map((facts) =>
        amountOf(situationWith({ rulebook: RULEBOOK, facts }), given),
      )
      if (!earlier || !later) return
      expect(isInside(later, earlier)).toBe(true)
      for (const { low, high, why, isDecidedByOfficer } of [earlier, later]) {
        expect(high === null || low <= high).toBe(true)
        if (low !== high && !isDecidedByOfficer) expect(isEmpty(why)).toBe(false)
      }
    }),
    RUNS,
  )
})

test('points stay within their range when more becomes known', () => {
  fc.assert(
    fc.property(filling, ({ before, after }) => {
      const [earlier, later] = [before, after].map((facts) => {
        const { total, groups } = fillScoreSheet(
          situationWith({ rulebook: RULEBOOK, facts }),
          'grades',
        )
        return [total, ...groups.map(({ span }) => span)]
      })
      for (const [at, span] of (earlier ?? []).entries()) {
        const inner = later?.[at] ?? span
        expect(compare(span.low, inner.low)).toBeLessThanOrEqual(0)
        expect(compare(inner.high, span.high)).toBeLessThanOrEqual(0)
        expect(isEmpty(span.why)).toBe(compare(span.low, span.high) === 0)
      }
    }),
    RUNS,
  )
})

const reordered = (condition: Condition, turn: number): Condition => {
  if (condition.kind === 'leaf') return condition
  const parts = condition.parts.map((part) => reordered(part, turn))
  const at = turn % (parts.length + 1)
  return { ...condition, parts: [...parts.slice(at), ...parts.slice(0, at)].toReversed() }
}

test('the order of parts does not matter', () => {
  fc.assert(
    fc.property(node, fc.nat({ max: 5 }), filling, (condition, turn, { before }) => {
      const summary = ({ truth, why }: Trace) => [truth, needsOf(why), why.gaps.toSorted()]
      expect(summary(traceOf(reordered(condition, turn), before))).toEqual(
        summary(traceOf(condition, before)),
      )
    }),
    RUNS,
  )
})
