import { exact } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { NEVER } from './model.ts'
import type { Openness, Resolved } from './resolved.ts'
import { CLOSED } from './resolved.ts'
import { yuan } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { stated, yearly } from './testing/test-enterprise.ts'
import type { Given } from './testing/test-rulebook.ts'
import { situationWith } from './testing/test-rulebook.ts'

const resolve = (given: Given, fact: string, year: number | null = null): Resolved =>
  situationWith(given).resolve(fact, year)

const found = (resolved: Resolved) => (resolved.kind === 'known' ? resolved.value : resolved)

const needing = (fact: string, year: number | null = null): Openness => ({
  ...CLOSED,
  missing: [{ fact, year }],
})

describe('a stated value', () => {
  test('carries its source and grade', () => {
    const facts = { 'enterprise.patents': [stated(3, { source: 'register', grade: 'A' })] }
    expect(resolve({ facts }, 'enterprise.patents')).toEqual({
      kind: 'known',
      value: exact(3),
      uses: [
        { fact: 'enterprise.patents', year: null, value: exact(3), source: 'register', grade: 'A' },
      ],
    })
  })

  test.each([
    ['A beats B', 'B', 'A', 2],
    ['A beats D', 'A', 'D', 1],
    ['C beats D', 'D', 'C', 2],
    ['D beats none', null, 'D', 2],
    ['among equals the first counts', 'B', 'B', 1],
  ] as const)('of the best grade counts: %s', (_, a, b, expected) => {
    const facts = { 'enterprise.patents': [stated(1, { grade: a }), stated(2, { grade: b })] }
    expect(found(resolve({ facts }, 'enterprise.patents'))).toEqual(exact(expected))
  })

  test.each([
    [2024, yuan(2)],
    [2023, yuan(1)],
  ])('of a yearly fact counts for its year %i alone', (year, expected) => {
    const facts = { 'enterprise.revenue': yearly({ 2023: yuan(1), 2024: yuan(2) }) }
    expect(found(resolve({ facts }, 'enterprise.revenue', year))).toEqual(expected)
  })

  test('a year that is not stated is missing', () => {
    const facts = { 'enterprise.revenue': yearly({ 2024: yuan(2) }) }
    expect(resolve({ facts }, 'enterprise.revenue', 2022)).toEqual({
      kind: 'open',
      ...needing('enterprise.revenue', 2022),
      possible: null,
      uses: [],
    })
  })

  test('beats the derivation', () => {
    const facts = {
      'enterprise.revenue': yearly({ 2024: yuan(100) }),
      'enterprise.rd_spending': yearly({ 2024: yuan(10) }),
      'enterprise.rd_ratio': yearly({ 2024: exact(1, 20) }),
    }
    expect(found(resolve({ facts }, 'enterprise.rd_ratio', 2024))).toEqual(exact(1, 20))
  })

  test('of one year leaves the derivation of another', () => {
    const facts = {
      'enterprise.revenue': yearly({ 2024: yuan(100) }),
      'enterprise.rd_spending': yearly({ 2024: yuan(10) }),
      'enterprise.rd_ratio': yearly({ 2023: exact(1, 20) }),
    }
    expect(found(resolve({ facts }, 'enterprise.rd_ratio', 2024))).toEqual(exact(1, 10))
  })
})

describe('a value that is not stated', () => {
  test('of a judgement is a review', () => {
    expect(resolve({}, 'enterprise.is_advanced')).toEqual({
      kind: 'open',
      ...CLOSED,
      reviews: [{ fact: 'enterprise.is_advanced', year: null }],
      possible: null,
      uses: [],
    })
  })

  test.each<[string, Given, object]>([
    ['without a thing', {}, { kind: 'open', ...needing('project.investment') }],
    [
      'stated for the enterprise',
      { facts: { 'project.investment': yuan(5) } },
      { kind: 'open', ...needing('project.investment') },
    ],
    ['stated for the thing', { thing: { 'project.investment': yuan(5) } }, { value: yuan(5) }],
  ])('of a thing: %s', (_, given, expected) => {
    expect(resolve(given, 'project.investment')).toMatchObject(expected)
  })

  test('of the enterprise is not read from the thing', () => {
    expect(resolve({ thing: { 'enterprise.patents': 1 } }, 'enterprise.patents').kind).toBe('open')
  })

  test('of a fact outside the vocabulary is a bug of the corpus', () => {
    expect(() => resolve({}, 'enterprise.nothing')).toThrow(
      new RangeError('unknown fact: enterprise.nothing'),
    )
  })

  test('is worked out once', () => {
    const situation = situationWith()
    expect(situation.resolve('enterprise.rd_ratio', 2024)).toBe(
      situation.resolve('enterprise.rd_ratio', 2024),
    )
  })
})

const title = (id: string, granted: string | null, until: string | null): FactInputs => ({
  ...(granted === null ? {} : { [`qualification.${id}.granted_on`]: granted }),
  ...(until === null ? {} : { [`qualification.${id}.valid_until`]: until }),
})

const OPEN_TITLE = needing('qualification.high_tech')

describe('a title', () => {
  test.each<[string, FactInputs, boolean | Openness]>([
    ['on the day of the grant', title('high_tech', '2025-06-01', '2028-05-31'), true],
    ['the day before the grant', title('high_tech', '2025-06-02', '2028-06-01'), false],
    ['on its last day', title('high_tech', '2022-06-02', '2025-06-01'), true],
    ['the day after its last day', title('high_tech', '2022-06-01', '2025-05-31'), false],
    ['never granted', title('high_tech', NEVER, null), false],
    ['never granted, whatever its end', title('high_tech', NEVER, '2028-05-31'), false],
    ['an end that never came', title('high_tech', '2022-06-01', NEVER), false],
    ['not yet granted, end unknown', title('high_tech', '2025-06-02', null), false],
    ['expired, grant unknown', title('high_tech', null, '2025-05-31'), false],
    ['granted, end unknown', title('high_tech', '2022-06-02', null), OPEN_TITLE],
    ['not expired, grant unknown', title('high_tech', null, '2025-06-01'), OPEN_TITLE],
    ['nothing known', {}, OPEN_TITLE],
    ['stated to be held', { 'qualification.high_tech': true }, true],
    ['stated not to be held', { 'qualification.high_tech': false }, false],
    [
      'stated to be held although its dates say otherwise',
      { 'qualification.high_tech': true, ...title('high_tech', NEVER, null) },
      true,
    ],
  ])('%s', (_, facts, expected) => {
    const resolved = resolve({ facts }, 'qualification.high_tech')
    if (typeof expected === 'boolean') expect(found(resolved)).toBe(expected)
    else expect(resolved).toMatchObject({ kind: 'open', possible: null, ...expected })
  })

  test('is judged on the day of the facts, not of submission', () => {
    const facts = title('high_tech', '2022-06-02', '2025-06-01')
    const given = { facts, asOf: '2025-06-01', submittedOn: '2025-07-01' }
    expect(found(resolve(given, 'qualification.high_tech'))).toBe(true)
  })

  test('rests on both dates', () => {
    const facts = title('high_tech', '2022-06-02', '2025-06-01')
    const { uses } = resolve({ facts }, 'qualification.high_tech')
    expect(uses.map(({ fact, value }) => [fact, value])).toEqual([
      ['qualification.high_tech.granted_on', '2022-06-02'],
      ['qualification.high_tech.valid_until', '2025-06-01'],
    ])
  })
})

describe('a title that others imply', () => {
  const specialised = (id: string, isHeld: boolean) => ({ [`qualification.${id}`]: isHeld })
  const never = title('specialised', NEVER, null)
  test.each<[string, FactInputs, boolean | Openness]>([
    ['held in its own right', specialised('specialised', true), true],
    ['held through a higher one', { ...never, ...specialised('giant', true) }, true],
    [
      'expired, held through a higher one',
      {
        ...title('specialised', '2020-01-01', '2022-12-31'),
        ...title('giant', '2023-01-01', '2026-12-31'),
      },
      true,
    ],
    ['not held by itself nor by a higher one', { ...never, ...specialised('giant', false) }, false],
    ['not known, held through a higher one', specialised('giant', true), true],
    [
      'not known, higher one not held',
      specialised('giant', false),
      needing('qualification.specialised'),
    ],
    ['not held by itself, higher one not known', never, needing('qualification.giant')],
    ['neither known', {}, needing('qualification.specialised')],
    [
      'stated not to be held',
      { ...specialised('specialised', false), ...specialised('giant', true) },
      false,
    ],
  ])('%s', (_, facts, expected) => {
    const resolved = resolve({ facts }, 'qualification.specialised')
    if (typeof expected === 'boolean') expect(found(resolved)).toBe(expected)
    else expect(resolved).toMatchObject({ kind: 'open', possible: null, ...expected })
  })

  test('two steps down', () => {
    const facts = specialised('giant', true)
    expect(found(resolve({ facts }, 'qualification.innovative'))).toBe(true)
  })

  test('a lower title does not make the higher one', () => {
    const facts = { ...title('giant', NEVER, null), ...specialised('specialised', true) }
    expect(found(resolve({ facts }, 'qualification.giant'))).toBe(false)
  })
})
