import { describe, expect, test } from 'vitest'
import { classOf } from './class-table.ts'
import { traceCondition } from './condition.ts'
import type { Openness } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import { atLeast, HOLE, is, leaf, literal, reference, yuan } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { yearly } from './testing/test-enterprise.ts'
import type { Given } from './testing/test-rulebook.ts'
import { rulebookWith, SAMPLE, situationWith } from './testing/test-rulebook.ts'

const classify = (facts: FactInputs, given: Given = {}) =>
  classOf(situationWith({ ...given, facts }), 'size_class', 'enterprise.size_class')

const industrial = (employees: number | null, revenue: number | string | null): FactInputs => ({
  'enterprise.industry': '40',
  ...(employees === null ? {} : { 'enterprise.employees': employees }),
  ...(revenue === null ? {} : { 'enterprise.revenue': yearly({ 2024: yuan(revenue) }) }),
})

const EMPLOYEES = { fact: 'enterprise.employees', year: null }
const REVENUE = { fact: 'enterprise.revenue', year: 2024 }

describe('the class of an enterprise', () => {
  test.each<[string, FactInputs, string]>([
    ['both limits of the best class reached', industrial(1000, 400_000_000), 'large'],
    ['one person short of it', industrial(999, 400_000_000), 'medium'],
    ['one fen short of it', industrial(1000, '399999999.99'), 'medium'],
    ['the weakest limit decides over the strongest', industrial(1000, 3_000_000), 'small'],
    ['both limits of the middle class reached', industrial(300, 20_000_000), 'medium'],
    ['one person short of the middle class', industrial(299, 20_000_000), 'small'],
    ['both limits of the third class reached', industrial(20, 3_000_000), 'small'],
    ['one person short of the third class', industrial(19, 3_000_000), 'micro'],
    ['nothing at all', industrial(0, 0), 'micro'],
    [
      'a row for a division’s section',
      { 'enterprise.industry': '70', 'enterprise.revenue': yearly({ 2024: yuan(10_000_000) }) },
      'medium',
    ],
    [
      'the row for a group wins over the one for its section',
      { 'enterprise.industry': '701', 'enterprise.employees': 100 },
      'medium',
    ],
    [
      'a class within the group takes the row of the group',
      { 'enterprise.industry': '7010', 'enterprise.employees': 9 },
      'micro',
    ],
    ['definite although revenue is unknown', industrial(19, null), 'micro'],
    ['definite although the staff is unknown', industrial(null, '2999999.99'), 'micro'],
  ])('%s', (_, facts, expected) => {
    const resolved = classify(facts)
    expect(resolved.kind === 'known' ? resolved.value : resolved).toBe(expected)
  })

  test.each<[string, FactInputs, readonly string[] | null, Openness]>([
    [
      'revenue unknown beside a staff of the best class',
      industrial(1000, null),
      ['large', 'medium', 'small', 'micro'],
      { ...CLOSED, missing: [REVENUE] },
    ],
    [
      'revenue unknown beside a staff of the third class',
      industrial(20, null),
      ['small', 'micro'],
      { ...CLOSED, missing: [REVENUE] },
    ],
    [
      'staff unknown beside a revenue of the middle class',
      industrial(null, 20_000_000),
      ['medium', 'small', 'micro'],
      { ...CLOSED, missing: [EMPLOYEES] },
    ],
    [
      'both unknown',
      industrial(null, null),
      ['large', 'medium', 'small', 'micro'],
      { ...CLOSED, missing: [EMPLOYEES, REVENUE] },
    ],
    [
      'industry unknown: it may lie outside the table',
      { 'enterprise.employees': 5 },
      null,
      { ...CLOSED, missing: [{ fact: 'enterprise.industry', year: null }] },
    ],
    [
      'an industry that the table leaves out',
      { 'enterprise.industry': 'A' },
      null,
      { ...CLOSED, reviews: [{ fact: 'enterprise.size_class', year: null }] },
    ],
  ])('open: %s', (_, facts, codes, why) => {
    const resolved = classify(facts)
    expect({ ...resolved, uses: [] }).toEqual({
      kind: 'open',
      possible: codes && { kind: 'codes', codes },
      uses: [],
      ...why,
    })
  })

  test('only what can still lower the class is asked for', () => {
    const table = {
      id: 'size_class',
      classes: ['large', 'small'],
      by: 'enterprise.industry',
      rows: [
        {
          codes: ['C'],
          limits: [
            { reference: reference('enterprise.employees'), atLeast: [literal(10)] },
            { reference: reference('enterprise.patents'), atLeast: [literal(10)] },
          ],
        },
      ],
    }
    const rulebook = rulebookWith({ classTables: [table] })
    const resolved = classify(
      { 'enterprise.industry': 'C', 'enterprise.patents': 10 },
      { rulebook },
    )
    expect(resolved.kind === 'open' && resolved.missing).toEqual([EMPLOYEES])
  })

  test('rests on the industry and on every limit', () => {
    const resolved = classify(industrial(300, 20_000_000))
    expect(resolved.uses.map(({ fact, year }) => [fact, year])).toEqual([
      ['enterprise.industry', null],
      ['enterprise.employees', null],
      ['enterprise.revenue', 2024],
    ])
  })

  test('a limit that the text does not give leaves the class open', () => {
    const [table] = SAMPLE.classTables
    if (!table) throw new RangeError('no table')
    const limits = [{ reference: reference('enterprise.employees'), atLeast: [HOLE, HOLE, HOLE] }]
    const rulebook = rulebookWith({ classTables: [{ ...table, rows: [{ codes: ['C'], limits }] }] })
    expect(
      classify({ 'enterprise.industry': 'C', 'enterprise.employees': 5 }, { rulebook }),
    ).toEqual(
      expect.objectContaining({
        kind: 'open',
        gaps: ['not-found'],
        possible: { kind: 'codes', codes: ['large', 'medium', 'small', 'micro'] },
      }),
    )
  })

  test('a table that does not exist is a bug of the corpus', () => {
    expect(() => classOf(situationWith(), 'none', 'x')).toThrow(
      new RangeError('unknown class table: none'),
    )
  })
})

describe('conditions on the class', () => {
  test.each([
    ['decides without the revenue', industrial(19, null), 'micro', 'true'],
    ['excluded without the revenue', industrial(20, null), 'large', 'false'],
    ['open while the class may be it', industrial(20, null), 'micro', 'open'],
  ])('%s', (_, facts, size, truth) => {
    const condition = leaf('enterprise.size_class', is(size))
    expect(traceCondition(situationWith({ facts }), condition).truth).toBe(truth)
  })

  test('a stated class wins over the table', () => {
    const facts = { ...industrial(0, 0), 'enterprise.size_class': 'large' }
    const condition = leaf('enterprise.size_class', is('large'))
    expect(traceCondition(situationWith({ facts }), condition).truth).toBe('true')
  })

  test('order words on a class are a bug of the corpus', () => {
    const condition = leaf('enterprise.size_class', atLeast(1))
    expect(() => traceCondition(situationWith({ facts: industrial(0, 0) }), condition)).toThrow(
      new TypeError('a number was expected, found string'),
    )
  })
})
