import { hasCode } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { applyChanges, type ChangeText, parseChange } from './change.ts'
import { placeValueText } from './simulation-csv.ts'
import { parseSweep, planSweep, type SweepText } from './sweep.ts'
import { renovation, researchAward, townRulebook } from './testing/sample-town.ts'

const RULEBOOK = townRulebook()

const codeOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    if (!hasCode(error, 'invalid-input')) throw error
    return error.params.issues[0]?.code
  }
}

describe('a change as written', () => {
  test.each<[string, ChangeText | string]>([
    ['a.b=1', { path: 'a.b', before: null, after: '1' }],
    ['a.b = 1 .. 2 ', { path: 'a.b', before: '1', after: '2' }],
    ['a.b==1', { path: 'a.b', before: null, after: '=1' }],
    ['a.b', 'simulate.change'],
    ['=1', 'simulate.change'],
    ['a.b=', 'simulate.change'],
    ['a.b=1..', 'simulate.change'],
    ['a.b=1..2..3', 'simulate.change'],
  ])('%s', (text, expected) => {
    expect(codeOf(() => parseChange(text))).toEqual(expected)
  })
})

describe('two versions of a measure', () => {
  test('differ in the new value; the old one is as it stands', () => {
    const { before, after, changes } = applyChanges(RULEBOOK, renovation(), [
      parseChange('project.total_investment.at-least=2000万元'),
    ])
    expect(before).toEqual(renovation())
    expect(after).not.toEqual(before)
    expect(
      changes.map((each) => [placeValueText(each.before), placeValueText(each.after)]),
    ).toEqual([['floor', '2000000000']])
  })

  test('may both differ from how it stands', () => {
    const { before, after, changes } = applyChanges(RULEBOOK, researchAward(500, 50), [
      parseChange('enterprise.revenue.at-least=20M..10M'),
      parseChange('benefit.amount.cap=none'),
    ])
    expect(before).toEqual(researchAward(2000, 50))
    expect(after.benefit?.amount?.kind).toBe('rate')
    expect(after.eligible).toEqual(researchAward(1000, 50).eligible)
    expect(changes.map((each) => [each.place.path, placeValueText(each.after)])).toEqual([
      ['eligible.all[0].at-least', '1000000000'],
      ['benefit.amount.cap', 'none'],
    ])
  })

  test('are the same object without a change', () => {
    const { before, after } = applyChanges(RULEBOOK, renovation(), [])
    expect(after).toBe(before)
  })
})

const valuesOf = (text: string): unknown =>
  codeOf(() =>
    planSweep(RULEBOOK, researchAward(1000, 50), parseSweep(text)).values.map(placeValueText),
  )

describe('a sweep', () => {
  test('as written', () => {
    const expected: SweepText = { path: 'a', from: '20M', to: '10M', step: '2M' }
    expect(parseSweep('a=20M..10M/2M')).toEqual(expected)
  })

  test.each<[string, string, unknown]>([
    ['rising', 'rate=10%..20%/5%', ['0.1', '0.15', '0.2']],
    ['falling, its end not hit', 'cap=50万元..35万元/10万元', ['50000000', '40000000']],
    ['of one value', 'rate=10%..10%/5%', ['0.1']],
    ['by days', 'in-force.from=2025-01-30..2025-02-02/2天', ['2025-01-30', '2025-02-01']],
    [
      'by months, from the first day each time',
      'in-force.to=2025-01-31..2025-04-30/1m',
      ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30'],
    ],
    [
      'back in time',
      'in-force.to=2025-03-01..2025-01-01/1个月',
      ['2025-03-01', '2025-02-01', '2025-01-01'],
    ],
    ['with a step of zero', 'rate=10%..20%/0%', 'simulate.sweep'],
    ['with a step of days for a rate', 'rate=10%..20%/2天', 'simulate.value'],
    ['with a hole', 'rate=10%..not-found/1%', 'simulate.sweep'],
    ['over codes', 'enterprise.industry.one-of=C..I/1', 'simulate.sweep-type'],
    [
      'of 100 steps',
      'rate=1%..100%/1%',
      Array.from({ length: 100 }, (_, at) => (at + 1) / 100).map(String),
    ],
    ['of 101 steps', 'rate=0%..100%/1%', 'simulate.sweep-length'],
    ['without a step', 'rate=10%..20%', 'simulate.sweep'],
    ['of a place that is not there', 'rat=10%..20%/1%', 'simulate.path'],
  ])('%s', (_, text, expected) => {
    expect(valuesOf(text)).toEqual(expected)
  })
})
