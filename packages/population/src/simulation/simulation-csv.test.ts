import { exact, fen } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import type { PlaceValue } from './place.ts'
import { simulate } from './simulate.ts'
import { placeValueText, simulationCsv } from './simulation-csv.ts'
import { parseSweep, planSweep } from './sweep.ts'
import { CLOCK, literal, researchAward, townRulebook, townTable } from './testing/sample-town.ts'

const ROWS = [
  { district: '310101', industry: '34', size: 'small', revenue: 1500, research: 60 },
  { district: '310101', industry: '34', size: 'small', revenue: 2500 },
]

test('the figures of a report as CSV', () => {
  const [before, after] = [researchAward(2000, 40), researchAward(1000, 40)]
  const rulebook = townRulebook([before])
  const sweep = planSweep(rulebook, after, parseSweep('enterprise.revenue.at-least=20M..10M/10M'))
  const options = { clock: CLOCK, sweep, months: 1, budget: fen(1) }
  const report = simulate({ table: townTable(ROWS), rulebook, before, after, options })
  expect(simulationCsv(report).split('\n')).toEqual([
    'table,key,before_certain,before_open,after_certain,after_open,gained,lost,before_low_fen,before_high_fen,before_amount_unknown,before_amount_unbounded,after_low_fen,after_high_fen,after_amount_unknown,after_amount_unbounded,runs_out_on',
    'all,,1,0,2,0,1,0,0,40000000,1,0,30000000,70000000,1,0,2025-07-01',
    'enterprise.district,310101,1,0,2,0,1,0,0,40000000,1,0,30000000,70000000,1,0,',
    'enterprise.size_class,small,1,0,2,0,1,0,0,40000000,1,0,30000000,70000000,1,0,',
    'enterprise.industry,C,1,0,2,0,1,0,0,40000000,1,0,30000000,70000000,1,0,',
    'tier,none,1,0,2,0,1,0,0,40000000,1,0,30000000,70000000,1,0,',
    'month,2025-07,,,,,,,0,40000000,,,30000000,70000000,,,',
    'sweep,2000000000,,,1,0,0,0,,,,,0,40000000,1,0,2025-07-01',
    'sweep,1000000000,,,2,0,1,0,,,,,30000000,70000000,1,0,2025-07-01',
    '',
  ])
})

describe('a value for machines', () => {
  test.each<[string, PlaceValue]>([
    ['1/3', { kind: 'figure', operand: literal(exact(1, 3)) }],
    ['true', { kind: 'figure', operand: literal(true) }],
    ['floor', { kind: 'figure', operand: { kind: 'parameter', parameter: 'floor' } }],
    ['not-found', { kind: 'figure', operand: { kind: 'not-found' } }],
    ['34,C', { kind: 'codes', codes: ['34', 'C'] }],
    ['not-found', { kind: 'day', day: 'not-found' }],
    ['none', { kind: 'none' }],
  ])('%s', (expected, value) => {
    expect(placeValueText(value)).toBe(expected)
  })
})
