import { type Exact, exact } from '@huiqi/domain'
import type { Amount, Measure, Scalar, StatedValue, ThingKind } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { compilePopulation } from '../compile/program.ts'
import {
  atLeast,
  CLOCK,
  group,
  HOLE,
  holds,
  is,
  leaf,
  lessThan,
  measureWith,
  reference,
  rulesWith,
} from '../testing/test-rules.ts'
import type { EnterpriseWithThings } from './enterprise-facts.ts'
import { buildEnterpriseIndex } from './enterprise-index.ts'

type Given = Readonly<Record<string, Scalar | number>>

const statedAs = (given: Given): Readonly<Record<string, readonly StatedValue[]>> => {
  const facts: Record<string, StatedValue[]> = {}
  for (const [key, value] of Object.entries(given)) {
    const [fact = '', year] = key.split('@')
    const stated = {
      value: typeof value === 'number' ? exact(value) : value,
      year: year === undefined ? null : Number(year),
      source: null,
      grade: null,
    }
    facts[fact] = [...(facts[fact] ?? []), stated]
  }
  return facts
}

const enterpriseWith = (
  given: Given,
  things: Readonly<Partial<Record<ThingKind, Given>>> = {},
): EnterpriseWithThings => ({
  enterprise: { uscc: null, name: '', facts: statedAs(given), things: {}, awards: [] },
  things: Object.fromEntries(
    Object.entries(things).map(([kind, of]) => [kind, { id: kind, name: '', facts: statedAs(of) }]),
  ),
})

const indexOver = (...measures: readonly Measure[]) =>
  buildEnterpriseIndex(
    compilePopulation(measures, { rulebook: rulesWith(...measures), clock: CLOCK }),
  )

const missesOf = (measure: Measure, given: Given): readonly (string | null)[] =>
  indexOver(measure)
    .open(enterpriseWith(given))
    .nearMisses()
    .map(({ source }) => (source?.kind === 'fact' ? source.fact : null))

const EMPLOYEES = 'enterprise.employees'
const ASSETS = 'enterprise.assets'
const LISTED = 'enterprise.is_listed'

describe('a near miss', () => {
  const grown = measureWith(
    'm',
    group('all', leaf(EMPLOYEES, atLeast(100)), leaf(LISTED, is(true))),
  )

  test.each<[string, Given, readonly (string | null)[]]>([
    ['one below', { [EMPLOYEES]: 99, [LISTED]: true }, [EMPLOYEES]],
    ['exactly at the bound', { [EMPLOYEES]: 100, [LISTED]: true }, []],
    ['fails by one, the other open', { [EMPLOYEES]: 99 }, [EMPLOYEES]],
    ['fails by both', { [EMPLOYEES]: 99, [LISTED]: false }, []],
    ['all open', {}, []],
  ])('%s', (_, given, expected) => {
    expect(missesOf(grown, given)).toEqual(expected)
  })

  test('by a choice names no value', () => {
    const choice = group('any', leaf(EMPLOYEES, atLeast(100)), leaf(LISTED, is(true)))
    const measure = measureWith('m', group('all', leaf(ASSETS, atLeast(1)), choice))
    expect(missesOf(measure, { [EMPLOYEES]: 1, [LISTED]: false, [ASSETS]: 1 })).toEqual([null])
  })

  test('by two choices is none', () => {
    const measure = measureWith(
      'm',
      group(
        'all',
        group('any', leaf(EMPLOYEES, atLeast(100)), leaf(LISTED, is(true))),
        group('any', leaf(ASSETS, atLeast(100)), leaf(LISTED, is(true))),
      ),
    )
    expect(missesOf(measure, { [EMPLOYEES]: 1, [LISTED]: false, [ASSETS]: 1 })).toEqual([])
    expect(missesOf(measure, { [EMPLOYEES]: 1, [LISTED]: false, [ASSETS]: 100 })).toEqual([null])
  })

  test.each<[string, number, readonly string[]]>([
    ['no value satisfies both comparisons', 10, []],
    ['one does', 11, [EMPLOYEES]],
  ])('of a value asked for twice where %s', (_, below, expected) => {
    const measure = measureWith('m', leaf(EMPLOYEES, atLeast(10), lessThan(below)))
    expect(missesOf(measure, { [EMPLOYEES]: 20 })).toEqual(expected)
  })

  test.each<[string, number, readonly string[]]>([
    ['only by breaking a choice', 100, []],
    ['without breaking a choice', 101, [EMPLOYEES]],
  ])('of a value that could be helped %s', (_, below, expected) => {
    const choice = group('any', leaf(EMPLOYEES, lessThan(below)), leaf(LISTED, is(true)))
    const measure = measureWith('m', group('all', leaf(EMPLOYEES, atLeast(100)), choice))
    expect(missesOf(measure, { [EMPLOYEES]: 5, [LISTED]: false })).toEqual(expected)
  })
})

/** A tenth of the assets. */
const tenth = (limits: { readonly floor: Exact | null; readonly cap: Exact | null }): Amount => {
  const literal = (value: Exact | null) =>
    value === null ? null : ({ kind: 'literal', value } as const)
  return {
    kind: 'limited',
    amount: {
      kind: 'rate',
      rate: { kind: 'literal', value: exact(1, 10) },
      of: reference(ASSETS),
    },
    floor: literal(limits.floor),
    cap: literal(limits.cap),
    round: null,
  }
}

describe('money', () => {
  test.each<[string, Given, readonly [bigint, bigint, number, number]]>([
    ['a base that is known', { [LISTED]: true, [ASSETS]: 995 }, [99n, 99n, 0, 0]],
    ['a base beyond the cap', { [LISTED]: true, [ASSETS]: 5000 }, [400n, 400n, 0, 0]],
    ['a base that is not known', { [LISTED]: true }, [0n, 400n, 0, 1]],
    ['a measure that is open', { [ASSETS]: 995 }, [0n, 0n, 0, 0]],
  ])('of %s', (_, given, [low, high, unbounded, unknown]) => {
    const measure = measureWith(
      'm',
      leaf(LISTED, is(true)),
      tenth({ floor: null, cap: exact(400) }),
    )
    expect(indexOver(measure).open(enterpriseWith(given)).money()).toEqual({
      low,
      high,
      unbounded,
      unknown,
    })
  })

  test('that nothing bounds is counted apart', () => {
    const measure = measureWith('m', leaf(LISTED, is(true)), tenth({ floor: null, cap: null }))
    const answers = indexOver(measure).open(enterpriseWith({ [LISTED]: true }))
    expect(answers.money()).toEqual({ low: 0n, high: 0n, unbounded: 1, unknown: 1 })
  })
})

const asksOf = (measure: Measure, given: Given) =>
  indexOver(measure)
    .open(enterpriseWith(given))
    .questions()
    .map(({ asked, decides, touches }) => ({
      asks: asked.kind === 'fact' ? asked.need.fact : asked.of,
      decides,
      touches,
    }))

describe('a question', () => {
  const listed = leaf(LISTED, is(true))

  test('decides what waits for nothing else', () => {
    const measure = measureWith('m', group('all', listed, leaf(EMPLOYEES, atLeast(10))))
    expect(asksOf(measure, { [EMPLOYEES]: 10 })).toEqual([
      { asks: LISTED, decides: [0], touches: [0] },
    ])
    expect(asksOf(measure, {})).toEqual([
      { asks: LISTED, decides: [], touches: [0] },
      { asks: EMPLOYEES, decides: [], touches: [0] },
    ])
  })

  test('decides nothing where the text has a hole', () => {
    const measure = measureWith('m', group('all', listed, leaf(EMPLOYEES, atLeast(HOLE))))
    expect(asksOf(measure, { [EMPLOYEES]: 10 })).toEqual([
      { asks: LISTED, decides: [], touches: [0] },
    ])
  })

  test('decides nothing where a judgement is still to be made', () => {
    const measure = measureWith('m', group('all', listed, leaf('enterprise.is_advanced', is(true))))
    expect(asksOf(measure, {})).toEqual([{ asks: LISTED, decides: [], touches: [0] }])
  })

  test('for a project comes before questions about it', () => {
    const invested = measureWith('m', leaf('project.investment', atLeast(1)))
    const about: Measure = { ...invested, about: 'project' }
    expect(asksOf(about, {})).toEqual([{ asks: 'project', decides: [], touches: [0] }])
    const answers = indexOver(about).open(enterpriseWith({}, { project: {} }))
    expect(answers.questions().map(({ asked, decides }) => ({ asked, decides }))).toEqual([
      {
        asked: {
          kind: 'fact',
          need: { fact: 'project.investment', year: null },
          thing: { id: 'project', name: '', facts: {} },
        },
        decides: [0],
      },
    ])
  })

  test.each<[string, number, readonly string[]]>([
    ['leaves the amount open', 401, [ASSETS]],
    ['cannot change the amount', 400, []],
  ])('of a base that %s', (_, cap, expected) => {
    const measure = measureWith('m', listed, tenth({ floor: exact(400), cap: exact(cap) }))
    expect(asksOf(measure, { [LISTED]: true }).map(({ asks }) => asks)).toEqual(expected)
  })
})

test('a question about a base is asked for the measures whose amount it can change', () => {
  const listed = leaf(LISTED, is(true))
  const settled = measureWith('a', listed, tenth({ floor: exact(400), cap: exact(400) }))
  const variable = measureWith('b', listed, tenth({ floor: exact(400), cap: exact(401) }))
  for (const [measures, place] of [
    [[settled, variable], 1],
    [[variable, settled], 0],
  ] as const) {
    const answers = indexOver(...measures).open(enterpriseWith({ [LISTED]: true }))
    expect(answers.questions().map(({ touches }) => touches)).toEqual([[place]])
  }
})

describe('answers', () => {
  const index = indexOver(
    measureWith('staff', leaf(EMPLOYEES, atLeast(10))),
    measureWith('open', leaf('enterprise.is_open', is(true))),
    measureWith('growing', holds('last(enterprise.growth) > 0.5')),
    measureWith('none', null),
  )
  const small = enterpriseWith({ [EMPLOYEES]: 9 })
  const large = enterpriseWith({ [EMPLOYEES]: 10 })

  test('of several enterprises stand side by side', () => {
    const first = index.open(small)
    const second = index.open(large)
    const certain = () => [[...first.certain()], [...second.certain()]]
    expect(certain()).toEqual([[], [0]])
    first.change({ fact: EMPLOYEES, year: null }, { value: exact(10) })
    second.change({ fact: EMPLOYEES, year: null }, { value: exact(9) })
    expect(certain()).toEqual([[0], []])
    expect([first.reasons(0)[0]?.truth, second.reasons(0)[0]?.truth]).toEqual(['true', 'false'])
    expect([first.reasons(0)[0]?.truth, second.reasons(0)[0]?.truth]).toEqual(['true', 'false'])
  })

  test('follow a fact through what is derived from it', () => {
    const answers = index.open(small)
    expect(answers.open().toSorted()).toEqual(Int32Array.of(1, 2, 3))
    answers.change({ fact: LISTED, year: null }, { value: true })
    answers.change({ fact: 'enterprise.revenue', year: 2023 }, { value: exact(100) })
    answers.change({ fact: 'enterprise.revenue', year: 2024 }, { value: exact(151) })
    expect(answers.certain().toSorted()).toEqual(Int32Array.of(1, 2))
    answers.change({ fact: 'enterprise.revenue', year: 2024 }, { value: exact(150) })
    expect(answers.certain().toSorted()).toEqual(Int32Array.of(1))
    answers.change({ fact: LISTED, year: null }, null)
    expect(answers.certain().toSorted()).toEqual(Int32Array.of())
    expect(answers.open().toSorted()).toEqual(Int32Array.of(1, 3))
  })

  test('of an index over no measures', () => {
    const answers = indexOver().open(small)
    expect(answers.counts()).toEqual({ certain: 0, possible: 0 })
    expect(answers.nearMisses()).toEqual([])
    expect(answers.questions()).toEqual([])
  })
})
