import { fen } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { Enterprise } from './enterprise.ts'
import type { Condition, Measure } from './model.ts'
import { CLOSED } from './resolved.ts'
import { all, atLeast, HOLE, is, leaf, percent, yuan } from './testing/test-condition.ts'
import type { FactInputs } from './testing/test-enterprise.ts'
import { clockOn, enterprise, received, thing } from './testing/test-enterprise.ts'
import { award, dayOrHole, fixed, limited, measure, rateOf } from './testing/test-measure.ts'
import { rulebookWith } from './testing/test-rulebook.ts'
import type { Verdict } from './verdict.ts'
import { evaluate, isInForce, opennessOf, sureAmount } from './verdict.ts'

interface Ask {
  readonly facts?: FactInputs
  readonly rest?: Partial<Enterprise>
  readonly on?: string
  readonly asOf?: string
}

/** The verdict on the first of the measures. */
const answer = (asked: Ask, ...measures: readonly [Measure, ...Measure[]]): Verdict => {
  const on = asked.on ?? '2025-06-01'
  return evaluate(rulebookWith({ measures }), measures[0].id, {
    enterprise: enterprise(asked.facts ?? {}, asked.rest ?? {}),
    clock: clockOn(asked.asOf ?? on, on),
  })
}

const PATENTS = leaf('enterprise.patents', atLeast(10))
const BRAND = leaf('enterprise.has_brand', is(true))
const JUDGED = leaf('enterprise.is_advanced', is(true))
const HOLED = leaf('enterprise.patents', atLeast(HOLE))

const GRANT = award(limited(rateOf(percent('5%'), 'enterprise.assets'), { cap: yuan(50) }))

describe('the outcome', () => {
  test.each<[string, Condition, FactInputs, Verdict['outcome']]>([
    ['everything holds', PATENTS, { 'enterprise.patents': 10 }, 'met'],
    ['something fails', PATENTS, { 'enterprise.patents': 9 }, 'unmet'],
    ['a fact is missing', PATENTS, {}, 'unknown'],
    ['a judgement is missing', JUDGED, {}, 'needs-review'],
    ['a judgement was made', JUDGED, { 'enterprise.is_advanced': true }, 'met'],
    ['a fact and a judgement are missing', all(PATENTS, JUDGED), {}, 'unknown'],
    ['the text has a hole', HOLED, { 'enterprise.patents': 10 }, 'unknown'],
    ['a hole and a judgement', all(HOLED, JUDGED), { 'enterprise.patents': 10 }, 'unknown'],
    [
      'something fails beside all of these',
      all(HOLED, JUDGED, BRAND),
      { 'enterprise.has_brand': false },
      'unmet',
    ],
  ])('%s', (_, eligible, facts, outcome) => {
    expect(answer({ facts }, measure('m', { eligible })).outcome).toBe(outcome)
  })
})

describe('a whole verdict', () => {
  const asset = { fact: 'enterprise.assets', year: null, source: null, grade: null }
  const granted = measure('m', { eligible: PATENTS, benefit: GRANT })

  test('met, with what it gives', () => {
    const facts = { 'enterprise.patents': 10, 'enterprise.assets': yuan(800) }
    const { trace, measure: answered, ...rest } = answer({ facts }, granted)
    expect([trace?.truth, answered]).toEqual(['true', granted])
    expect(rest).toEqual({
      thing: null,
      outcome: 'met',
      amount: {
        low: fen(4000),
        high: fen(4000),
        isDecidedByOfficer: false,
        why: CLOSED,
        uses: [{ ...asset, value: yuan(800) }],
      },
      why: CLOSED,
      changes: null,
      evidence: [],
      handling: 'manual',
      usedUpBy: [],
    })
  })

  test('unmet, with what to change and no amount', () => {
    const facts = { 'enterprise.patents': 9, 'enterprise.assets': yuan(800) }
    const { trace, measure: _, ...rest } = answer({ facts }, granted)
    expect(rest).toEqual({
      thing: null,
      outcome: 'unmet',
      amount: null,
      why: CLOSED,
      changes: [{ leaf: trace, to: 'hold' }],
      evidence: [],
      handling: null,
      usedUpBy: [],
    })
  })

  test('unknown, with what it may give and what is missing', () => {
    const { trace, measure: _, ...rest } = answer({}, granted)
    expect(trace?.truth).toBe('open')
    expect(rest).toEqual({
      thing: null,
      outcome: 'unknown',
      amount: {
        low: fen(0),
        high: fen(5000),
        isDecidedByOfficer: false,
        why: { ...CLOSED, missing: [{ fact: 'enterprise.assets', year: null }] },
        uses: [],
      },
      why: { ...CLOSED, missing: [{ fact: 'enterprise.patents', year: null }] },
      changes: null,
      evidence: [],
      handling: null,
      usedUpBy: [],
    })
  })

  const blank = {
    measure: granted,
    thing: null,
    trace: null,
    amount: null,
    why: CLOSED,
    changes: null,
    evidence: [],
    handling: null,
    usedUpBy: [],
  }

  test('not in force: nothing is evaluated', () => {
    expect(answer({ on: '2019-12-31' }, granted)).toEqual({ ...blank, outcome: 'not-in-force' })
  })

  test('no rule: a hole in the text', () => {
    const unruled = measure('m', { eligible: null, benefit: GRANT })
    expect(answer({}, unruled)).toEqual({
      ...blank,
      measure: unruled,
      outcome: 'unknown',
      why: { ...CLOSED, gaps: ['not-found'] },
    })
  })

  test('a benefit without money has no amount', () => {
    const title = measure('m', { benefit: award(null, { kind: 'title', grants: 'high_tech' }) })
    expect(answer({}, title)).toMatchObject({ outcome: 'met', amount: null })
  })

  test('an unknown measure is a fault of the caller', () => {
    const about = { enterprise: enterprise({}), clock: clockOn('2025-06-01') }
    expect(() => evaluate(rulebookWith(), 'none', about)).toThrow(
      new RangeError('unknown measure: none'),
    )
  })
})

describe('a thing', () => {
  const about = measure('m', {
    about: 'project',
    eligible: all(leaf('project.investment', atLeast(yuan(10_000_000))), BRAND),
    benefit: award(rateOf(percent('10%'), 'project.investment'), { frequency: 'each' }),
  })
  const rulebook = rulebookWith({ measures: [about] })
  const owner = enterprise({ 'enterprise.has_brand': true })

  test.each([
    ['exactly at the threshold', '10000000', 'met', fen(100_000_000)],
    ['one fen short', '9999999.99', 'unmet', undefined],
  ])('%s', (_, investment, outcome, low) => {
    const project = thing('p1', { 'project.investment': yuan(investment) })
    const verdict = evaluate(rulebook, 'm', {
      enterprise: owner,
      thing: project,
      clock: clockOn('2025-06-01'),
    })
    expect([verdict.thing, verdict.outcome, verdict.amount?.low]).toEqual([project, outcome, low])
  })
})

describe('in force', () => {
  test.each([
    ['2023-05-16', '2026-05-16', false],
    ['2023-05-17', '2026-05-16', true],
    ['2026-05-16', '2026-05-16', true],
    ['2026-05-17', '2026-05-16', false],
    ['2026-05-17', 'not-found', true],
    ['2023-05-16', 'not-found', false],
    ['2026-05-17', null, true],
    ['2023-05-16', null, false],
  ])('on %s, with the end %s: %s', (day, end, expected) => {
    const inForce = { from: clockOn('2023-05-17').asOf, to: end === null ? null : dayOrHole(end) }
    const dated = measure('m', { inForce })
    expect(isInForce(dated, day)).toBe(expected)
    expect(answer({ on: day, asOf: '2024-01-01' }, dated).outcome).toBe(
      expected ? 'met' : 'not-in-force',
    )
  })
})

describe('used up', () => {
  const once = measure('new', { benefit: GRANT, replaces: ['old'] })
  const yearly = measure('new', { benefit: { ...GRANT, frequency: 'year' }, replaces: ['old'] })
  const each = measure('new', { benefit: { ...GRANT, frequency: 'each' }, replaces: ['old'] })
  const old = measure('old', { replaces: ['oldest', 'new'] })
  const oldest = measure('oldest')
  const other = measure('other')

  test.each([
    ['once: by itself', once, 'new', '2021-01-01', true],
    ['once: by the one it replaces', once, 'old', '2021-01-01', true],
    ['once: by the one that one replaces', once, 'oldest', '2021-01-01', true],
    ['once: not by another', once, 'other', '2025-01-01', false],
    ['yearly: on the first day of the year', yearly, 'new', '2025-01-01', true],
    ['yearly: on the last day of the year before', yearly, 'new', '2024-12-31', false],
    ['yearly: by the one it replaces', yearly, 'old', '2025-03-01', true],
    ['for each thing: never', each, 'new', '2025-03-01', false],
    ['no benefit: never', measure('new'), 'new', '2025-03-01', false],
  ])('%s', (_, asked, by, on, expected) => {
    const past = received(by, on, 100)
    const verdict = answer({ rest: { awards: [past] } }, asked, old, oldest, other)
    expect([verdict.outcome, verdict.usedUpBy]).toEqual(['met', expected ? [past] : []])
  })

  test('the year is that of submission', () => {
    const past = received('new', '2024-12-31')
    const asked = { rest: { awards: [past] }, on: '2024-12-31', asOf: '2025-06-01' }
    expect(answer(asked, yearly).usedUpBy).toEqual([past])
  })
})

describe('what an amount adds', () => {
  const granted = measure('m', { eligible: PATENTS, benefit: GRANT })
  const assets = { fact: 'enterprise.assets', year: null }
  const patents = { fact: 'enterprise.patents', year: null }

  test.each<[string, FactInputs, Partial<Measure>, object, number | null]>([
    ['both open', {}, {}, { ...CLOSED, missing: [patents, assets] }, null],
    ['met, amount open', { 'enterprise.patents': 10 }, {}, { ...CLOSED, missing: [assets] }, 0],
    ['unmet', { 'enterprise.patents': 9 }, {}, CLOSED, null],
    ['met without money', { 'enterprise.patents': 10 }, { benefit: null }, CLOSED, null],
    ['met, exact', { 'enterprise.patents': 10 }, { benefit: award(fixed(yuan(2))) }, CLOSED, 200],
  ])('%s', (_, facts, rest, openness, sure) => {
    const verdict = answer({ facts }, { ...granted, ...rest })
    expect([opennessOf(verdict), sureAmount(verdict)]).toEqual([openness, sure])
  })
})
