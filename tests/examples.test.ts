import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { loadCorpus, readEnterprise } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import {
  type Condition,
  type Enterprise,
  evaluate,
  type Leaf,
  matchEnterprise,
  prepareRulebook,
  type Rulebook,
  situationOf,
  type Test,
  traceCondition,
  type Verdict,
} from '@huiqi/engine'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../tools/repository.ts'

const EXAMPLES = path.join(ROOT, 'examples')
const FORMATS = { '.yaml': 'yaml', '.json': 'json', '.csv': 'csv' } as const

let rulebook: Rulebook

beforeAll(async () => {
  const { corpus } = await loadCorpus(path.join(ROOT, 'policies'))
  rulebook = prepareRulebook(corpus)
})

const read = async (
  text: string,
  format: 'yaml' | 'json' | 'csv' = 'yaml',
): Promise<Enterprise> => {
  const { enterprise, issues } = await readEnterprise({ text, format }, rulebook)
  expect(issues).toEqual([])
  if (enterprise === null) throw new RangeError('no enterprise')
  return enterprise
}

const isExample = (name: string): boolean => path.extname(name) in FORMATS

const formatOf = (name: string): 'yaml' | 'json' | 'csv' =>
  name.endsWith('.json') ? 'json' : name.endsWith('.csv') ? 'csv' : 'yaml'

const readExample = (
  name: string,
  change: (text: string) => string = (text) => text,
): Promise<Enterprise> =>
  read(change(readFileSync(path.join(EXAMPLES, name), 'utf8')), formatOf(name))

const answer = (
  measure: string,
  day: string,
  about: { readonly enterprise: Enterprise; readonly thing?: 'project' },
): Verdict => {
  const { enterprise } = about
  const thing = about.thing === undefined ? null : (enterprise.things[about.thing]?.[0] ?? null)
  const clock = { asOf: isoDate(day), submittedOn: isoDate(day) }
  return evaluate(rulebook, measure, { enterprise, thing, clock })
}

const amountOf = ({ outcome, amount }: Verdict) => ({
  outcome,
  low: amount?.low ?? null,
  high: amount?.high ?? null,
})

describe('the examples', () => {
  const names = readdirSync(EXAMPLES).filter(isExample)

  test('are at least one of each kind', () => {
    expect(new Set(names.map(formatOf))).toEqual(new Set(['yaml', 'json', 'csv']))
  })

  test.each(names)('%s reads without a word and has a sound credit code', async (name) => {
    const { uscc, name: called } = await readExample(name)
    expect(uscc).toMatch(/^91310\d{3}MA0000/)
    expect(called).not.toBe('')
  })

  test.each(names.filter((name) => name.endsWith('.yaml')))('%s says what it shows', (name) => {
    const [first = ''] = readFileSync(path.join(EXAMPLES, name), 'utf8').split('\n')
    expect(first).toMatch(/^# A fictitious .{20,}/)
  })

  test('are all in the table of examples/README.md', () => {
    const table = readFileSync(path.join(EXAMPLES, 'README.md'), 'utf8')
    const listed = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual(names.sort())
  })
})

describe('a high-tech enterprise that becomes "four above" for the first time', () => {
  test.each([
    ['8,000,000', 400_000_00],
    ['9,999,999.99', 499_999_99],
    ['10,000,000', 500_000_00],
    ['12,000,000', 500_000_00],
  ])('with R&D spending of %s', async (spent, high) => {
    const enterprise = await readExample('first-four-above.yaml', (text) =>
      text.replace('rd_spending: { 2022: 8,000,000 }', `rd_spending: { 2022: ${spent} }`),
    )
    const verdict = answer('shanghai/2023-several/four-above-rd-reward', '2023-09-15', {
      enterprise,
    })
    expect(amountOf(verdict)).toEqual({ outcome: 'met', low: high, high })
  })
})

describe('an industrial firm that entered by the annual return', () => {
  test.each([
    ['9.99 %', '28,597,400', 'unmet', null],
    ['10 %', '28,600,000', 'met', 200_000_00],
    ['29.99 %', '33,797,400', 'met', 200_000_00],
    ['30 %', '33,800,000', 'met', 400_000_00],
  ])('grows by %s', async (_, output, outcome, high) => {
    const enterprise = await readExample('bearing-plant.json', (text) =>
      text.replace('33,800,000', output),
    )
    const verdict = answer('shanghai/2025-notice-197/annual-entry-growth-award', '2025-12-31', {
      enterprise,
    })
    expect(amountOf(verdict)).toEqual({ outcome, low: high === null ? null : 0, high })
  })
})

describe('a technical renovation', () => {
  const renovation = async (invested: string): Promise<Verdict> => {
    const enterprise = await readExample('renovation.yaml', (text) =>
      text.replace('9,999,999.99', invested),
    )
    const about = { enterprise, thing: 'project' } as const
    return answer('shanghai/2023-several/technical-renovation', '2025-09-01', about)
  }

  test('of exactly 10,000,000 yuan holds, and 8,000,000 approved give at most 800,000', async () => {
    expect(amountOf(await renovation('10,000,000'))).toEqual({
      outcome: 'met',
      low: 0,
      high: 800_000_00,
    })
  })

  test('of 9,999,999.99 yuan is unmet by one fen', async () => {
    const { outcome, changes } = await renovation('9,999,999.99')
    expect(outcome).toBe('unmet')
    expect(changes?.map(({ leaf }) => leaf.distance)).toEqual([
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

describe('the same little-giant facts on the last day of the old rules and the first of the new', () => {
  const candidate = (): Promise<Enterprise> =>
    read(`facts:
  is_legal_person: true
  is_sme: true
  on_abnormal_list: false
  on_dishonesty_list: false
  is_prohibited_trade: false
  had_serious_incident: false
  is_little_giant_affiliate: false
  years_in_niche: 5
  revenue: { 2024: 0.96亿元, 2025: 1.1亿元 }
  main_revenue_share: { 2025: 92% }
  main_revenue_growth_two_year_average: { 2025: 12% }
  revenue_growth_two_years: { 2025: 25% }
  has_core_process_system: true
  has_management_certificate: true
  has_product_certification: false
  debt_ratio: { 2025: 50% }
  niche_market_share: 15%
  niche_market_share_world: 1%
  niche_rank_national: 4
  has_niche_reputation: true
  has_own_brand: true
  rd_spending: { 2024: 500万元, 2025: 800万元 }
  rd_ratio: { 2024: 5.2%, 2025: 7.2% }
  rd_staff_share: { 2025: 22% }
  new_equity_two_years: 0元
  has_rd_institution: true
  ip_class_one_applied: 5
  national_science_award: none
  maker_china_place: none
  is_on_key_link: true
  is_in_key_field: true
  is_in_six_bases: true
  is_in_industry_upgrade: false
  platform_score: { 2024: 61, 2025: 63, 2026: 66 }
qualifications:
  specialised_sme: { granted-on: 2024-03-01 }
  little_giant: none
  single_champion: none
`)

  const onBothDays = (enterprise: Enterprise) =>
    ['2026-03-31', '2026-04-01'].map((day) => [
      answer('national/2022-tier/little-giant', day, { enterprise }).outcome,
      answer('national/2026-tier/little-giant', day, { enterprise }).outcome,
    ])

  const candidateWith = async (fact: string): Promise<Enterprise> => {
    const whole = await candidate()
    const { facts } = await read(`facts: { ${fact} }\n`)
    return { ...whole, facts: { ...whole.facts, ...facts } }
  }

  const candidateWithout = async (fact: string): Promise<Enterprise> => {
    const whole = await candidate()
    const { [fact]: _, ...facts } = whole.facts
    return { ...whole, facts }
  }

  test('enough for both', async () => {
    expect(onBothDays(await candidate())).toEqual([
      ['met', 'not-in-force'],
      ['not-in-force', 'met'],
    ])
  })

  test('80% of revenue from the main business is enough for the old rules only', async () => {
    expect(onBothDays(await candidateWith('main_revenue_share: { 2025: 80% }'))).toEqual([
      ['met', 'not-in-force'],
      ['not-in-force', 'unmet'],
    ])
  })

  test('a firm that is not well known in its niche is good enough for the new rules only', async () => {
    expect(onBothDays(await candidateWith('has_niche_reputation: false'))).toEqual([
      ['unmet', 'not-in-force'],
      ['not-in-force', 'met'],
    ])
  })

  test('the score of the national platform is asked for by the new rules only', async () => {
    expect(onBothDays(await candidateWithout('enterprise.platform_score'))).toEqual([
      ['met', 'not-in-force'],
      ['not-in-force', 'unknown'],
    ])
  })
})

describe('an unknown industry', () => {
  const asked = (asks: Test): Leaf => ({
    kind: 'leaf',
    path: 'eligible',
    provision: 'art-1',
    says: { zh: '行业', en: 'industry' },
    reference: { kind: 'fact', fact: 'enterprise.industry', year: null },
    tests: [asks],
  })

  const NONE_OF = asked({ word: 'none-of', values: ['C', 'I65'] })
  const IS_NOT = asked({ word: 'is-not', value: { kind: 'literal', value: 'C33' } })
  const EXCEPT: Condition = {
    kind: 'except',
    path: 'eligible',
    provision: 'art-1',
    says: { zh: '行业', en: 'industry' },
    parts: [asked({ word: 'one-of', values: ['C'] })],
  }

  const truthFor = async (condition: Condition, facts: string): Promise<string> => {
    const clock = { asOf: isoDate('2025-09-01'), submittedOn: isoDate('2025-09-01') }
    const situation = situationOf(rulebook, await read(`facts: ${facts}\n`), { clock })
    return traceCondition(situation, condition).truth
  }

  test.each([
    ['none-of', NONE_OF],
    ['is-not', IS_NOT],
    ['except', EXCEPT],
  ])('never passes %s', async (_, condition) => {
    expect(await truthFor(condition, '{ district: "310112" }')).toBe('open')
  })

  test.each([
    ['none-of', NONE_OF, '{ industry: C33 }', 'false'],
    ['none-of', NONE_OF, '{ industry: F51 }', 'true'],
    ['except', EXCEPT, '{ industry: C33 }', 'false'],
    ['except', EXCEPT, '{ industry: F51 }', 'true'],
  ])('%s with an industry that is known: row %#', async (_, condition, facts, truth) => {
    expect(await truthFor(condition, facts)).toBe(truth)
  })

  test('nor does anything else that is unknown: with nothing known nothing is met', async () => {
    const nothing = await read('name: 一无所知\n')
    const clock = { asOf: isoDate('2025-09-01'), submittedOn: isoDate('2025-09-01') }
    const { verdicts } = matchEnterprise(rulebook, nothing, clock)
    expect(verdicts.filter(({ outcome }) => outcome === 'met')).toEqual([])
  })
})
