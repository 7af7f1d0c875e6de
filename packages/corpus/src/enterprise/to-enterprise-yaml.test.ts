import { exact, fen, isoDate } from '@huiqi/domain'
import { type Enterprise, prepareRulebook } from '@huiqi/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSample } from '../sample-policies.ts'
import { readEnterprise } from './read-enterprise.ts'
import { toEnterpriseYaml } from './to-enterprise-yaml.ts'

const rulebook = prepareRulebook(buildSample().corpus)

const TEXT = `name: 申江精测
uscc: 91310112MA1GX9T293
facts:
  revenue:
    2023: 1.46亿元
    2024:
      value: 1.79亿元
      source: tax
      grade: A
  rd_ratio:
    2024: 3.5%
  industry: "40"
  is_independent: true
qualifications:
  high_tech:
    granted-on: 2024-11-15
    valid-until: 2027-11-14
projects:
  - id: a
    name: 改造
    total_investment: 1,000万元
loans: []
awards:
  - measure: city/first/reward
    on: 2024-03-01
    amount: 20万元
`

const readBack = (text: string) => readEnterprise({ text, format: 'yaml' }, rulebook)

test('a file comes back as it was written', async () => {
  const { enterprise } = await readBack(TEXT)
  expect(enterprise && (await toEnterpriseYaml(enterprise, rulebook.facts))).toBe(TEXT)
})

const source = fc.constantFrom(
  { source: 'self', grade: 'D' } as const,
  { source: 'tax', grade: 'A' } as const,
)

const enterprise: fc.Arbitrary<Enterprise> = fc
  .record({
    name: fc.constantFrom('', '甲', 'No: 1, "x"', '2024-01-01', 'true', '86,000,000'),
    revenue: fc.integer({ min: -1e12, max: 1e12 }),
    ratio: fc.record({
      n: fc.integer({ min: -50, max: 50 }),
      d: fc.integer({ min: 51, max: 999 }),
    }),
    from: source,
    title: fc.boolean(),
  })
  .map(({ name, revenue, ratio, from, title }) => ({
    uscc: null,
    name,
    facts: {
      'enterprise.revenue': [{ value: exact(revenue), year: 2024, ...from }],
      'enterprise.rd_ratio': [{ value: exact(ratio.n, ratio.d), year: 2023, ...from }],
      'qualification.high_tech': [{ value: title, year: null, ...from }],
    },
    things: { project: [] },
    awards: [{ measure: 'city/first/reward', on: isoDate('2024-02-29'), amount: fen(1) }],
  }))

test('every enterprise comes back', async () => {
  await fc.assert(
    fc.asyncProperty(enterprise, async (own) => {
      expect(await readBack(await toEnterpriseYaml(own, rulebook.facts))).toEqual({
        issues: [],
        enterprise: own,
      })
    }),
  )
})
