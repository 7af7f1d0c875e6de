import path from 'node:path'
import { loadCorpus, readEnterprise } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import { evaluate, leavesOf, prepareRulebook, type Verdict } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

const { corpus } = await loadCorpus(path.join(ROOT, 'policies'))
const rulebook = prepareRulebook(corpus)

const answer = async (text: string, measure: string, day: string): Promise<Verdict> => {
  const source = { text: `name: test\n${text}`, format: 'yaml' as const }
  const { enterprise, issues } = await readEnterprise(source, rulebook)
  if (enterprise === null) throw new Error(JSON.stringify(issues))
  const on = isoDate(day)
  const [thing = null] = Object.values(enterprise.things).flat()
  return evaluate(rulebook, measure, { enterprise, thing, clock: { asOf: on, submittedOn: on } })
}

const worth = ({ outcome, amount }: Verdict) => [outcome, amount?.low ?? null, amount?.high ?? null]

const YUAN = 100

describe('R&D reward on first becoming a "four above" enterprise', () => {
  test.each([
    ['8,000,000', 400_000],
    ['9,999,999.99', 499_999.99],
    ['10,000,000', 500_000],
    ['12,000,000', 500_000],
  ])('R&D spending of %s yuan gives %s yuan', async (spending, yuan) => {
    const facts = `facts:
  is_registered_in_shanghai: true
  four_above_first_on: 2023-08-31
  rd_spending: { 2022: "${spending}" }
qualifications: { high_tech: { granted-on: 2021-11-18 } }`
    const verdict = await answer(facts, 'shanghai/2023-several/four-above-rd-reward', '2023-09-15')
    const fen = Math.floor(yuan * YUAN)
    expect(worth(verdict)).toEqual(['met', fen, fen])
  })
})

describe('growth award after entering by the annual return', () => {
  test.each([
    ['9.99%', ['unmet', null, null]],
    ['10%', ['met', 0, 200_000 * YUAN]],
    ['29.99%', ['met', 0, 200_000 * YUAN]],
    ['30%', ['met', 0, 400_000 * YUAN]],
  ])('growth of %s', async (growth, expected) => {
    const facts = `facts:
  is_registered_in_shanghai: true
  industry: C35
  above_size_entered_on: 2024-02-29
  above_size_entry: annual
  output_growth: { 2025: ${growth} }`
    const measure = 'shanghai/2025-notice-197/annual-entry-growth-award'
    expect(worth(await answer(facts, measure, '2025-12-31'))).toEqual(expected)
  })
})

describe('technical renovation', () => {
  const renovation = (total: string): Promise<Verdict> =>
    answer(
      `facts: { is_registered_in_shanghai: true }
projects:
  - { name: line, kind: technical_renovation, total_investment: "${total}", approved_investment: 800万元 }`,
      'shanghai/2023-several/technical-renovation',
      '2025-09-01',
    )

  test('an investment of exactly ten million holds, and 8,000,000 approved give at most 800,000', async () => {
    expect(worth(await renovation('10,000,000'))).toEqual(['met', 0, 800_000 * YUAN])
  })

  test('9,999,999.99 is one fen short', async () => {
    const { outcome, trace } = await renovation('9,999,999.99')
    const distances = trace === null ? [] : leavesOf(trace).flatMap((leaf) => leaf.distance ?? [])
    expect(outcome).toBe('unmet')
    expect(distances).toEqual([
      {
        kind: 'number',
        type: 'money',
        direction: 'short',
        by: { n: 1n, d: 1n },
        bound: { n: 1_000_000_000n, d: 1n },
      },
    ])
  })
})

describe('the same little-giant facts under two rule sets', () => {
  const FACTS = `facts:
  is_legal_person: true
  size_class: medium
  on_abnormal_list: false
  on_dishonesty_list: false
  is_prohibited_trade: false
  had_serious_incident: false
  years_in_niche: 8
  revenue: { 2025: 1.2亿元 }
  main_revenue_share: { 2025: 80% }`

  test.each([
    ['2026-03-31', 'national/2022-tier/little-giant', 'unknown'],
    ['2026-03-31', 'national/2026-tier/little-giant', 'not-in-force'],
    ['2026-04-01', 'national/2022-tier/little-giant', 'not-in-force'],
    ['2026-04-01', 'national/2026-tier/little-giant', 'unmet'],
  ])('on %s %s is %s', async (day, measure, outcome) => {
    expect((await answer(FACTS, measure, day)).outcome).toBe(outcome)
  })
})

test('every measure of the texts is there, and none says nothing', () => {
  const of = (instrument: string): number =>
    corpus.measures.filter((measure) => measure.instrument === instrument).length
  expect(of('shanghai/2023-several')).toBeGreaterThanOrEqual(28)
  expect(of('shanghai/2024-ten')).toBeGreaterThanOrEqual(10)
  expect(of('shanghai/2025-twenty')).toBeGreaterThanOrEqual(20)
  expect(corpus.measures.filter(({ plain }) => plain.zh === '' || plain.en === '')).toEqual([])
})
