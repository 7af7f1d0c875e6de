import { exact, isoDate } from '@huiqi/domain'
import { NEVER, prepareRulebook } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { buildSample, editSample } from '../sample-policies.ts'
import type { EnterpriseText } from './enterprise-text.ts'
import { readEnterprise } from './read-enterprise.ts'

const { corpus } = buildSample(
  editSample(
    'vocabulary/facts/finance.yaml',
    'question: { zh: 营业收入是多少？, en: What was the revenue? }',
    'min: 0元\n    question: { zh: 营业收入是多少？, en: What was the revenue? }',
  ),
)
const rulebook = prepareRulebook(corpus)
const today = isoDate('2025-06-01')
const OWN = { source: 'self', grade: 'D' } as const

const read = (text: string, format: EnterpriseText['format'] = 'yaml') =>
  readEnterprise({ text, format, file: 'own', today }, rulebook)

const factsOf = async (text: string, format?: EnterpriseText['format']) =>
  (await read(text, format)).enterprise?.facts

const faultsOf = async (text: string, format?: EnterpriseText['format']) =>
  (await read(text, format)).issues.map(({ code, line, column }) => `${code} ${line}:${column}`)

const money = (yuan: number, year: number | null) => [{ value: exact(yuan * 100), year, ...OWN }]

describe('one value in many spellings', () => {
  test.each([
    [
      'money with a unit',
      'revenue: { 2024: 8600万元 }',
      { 'enterprise.revenue': money(86_000_000, 2024) },
    ],
    [
      'money in yuan',
      'revenue: { 2024: 86000000 }',
      { 'enterprise.revenue': money(86_000_000, 2024) },
    ],
    [
      'money with commas',
      'revenue:\n  2024: 86,000,000',
      { 'enterprise.revenue': money(86_000_000, 2024) },
    ],
    [
      'money with commas inside braces',
      'revenue: { 2023: 86,000,000, 2024: 1,000 }',
      { 'enterprise.revenue': [...money(86_000_000, 2023), ...money(1000, 2024)] },
    ],
    [
      'money in fen',
      'revenue.fen: { 2024: 8600000001 }',
      { 'enterprise.revenue': [{ value: exact(8_600_000_001), year: 2024, ...OWN }] },
    ],
    [
      'money in fen, other suffix',
      'revenue_fen: { 2024: 100 }',
      { 'enterprise.revenue': money(1, 2024) },
    ],
    ['the year behind the name', 'revenue@2024: 1元', { 'enterprise.revenue': money(1, 2024) }],
    ['the year in Chinese', 'revenue: { 2024年: 1元 }', { 'enterprise.revenue': money(1, 2024) }],
    [
      'the whole fact id',
      'enterprise.revenue: { 2024: 1元 }',
      { 'enterprise.revenue': money(1, 2024) },
    ],
    ['under facts', 'facts:\n  revenue: { 2024: 1元 }', { 'enterprise.revenue': money(1, 2024) }],
    [
      'a rate in percent',
      'rd_ratio: { 2024: 3.5% }',
      { 'enterprise.rd_ratio': [{ value: exact(35, 1000), year: 2024, ...OWN }] },
    ],
    [
      'a rate as a part of one',
      'rd_ratio: { 2024: 0.035 }',
      { 'enterprise.rd_ratio': [{ value: exact(35, 1000), year: 2024, ...OWN }] },
    ],
    [
      'a count with its unit',
      'employees: { 2024: 1,200人 }',
      { 'enterprise.employees': [{ value: exact(1200), year: 2024, ...OWN }] },
    ],
    [
      'a day with dots',
      'founded_on: 2012.6.8',
      { 'enterprise.founded_on': [{ value: '2012-06-08', year: null, ...OWN }] },
    ],
    [
      'a day in Chinese',
      'founded_on: 2012年6月8日',
      { 'enterprise.founded_on': [{ value: '2012-06-08', year: null, ...OWN }] },
    ],
    [
      'never',
      'founded_on: 从未',
      { 'enterprise.founded_on': [{ value: NEVER, year: null, ...OWN }] },
    ],
    [
      'yes',
      'is_independent: 是',
      { 'enterprise.is_independent': [{ value: true, year: null, ...OWN }] },
    ],
    [
      'no',
      'is_independent: No',
      { 'enterprise.is_independent': [{ value: false, year: null, ...OWN }] },
    ],
    [
      'a code with its letter',
      'industry: C40',
      { 'enterprise.industry': [{ value: '40', year: null, ...OWN }] },
    ],
    [
      'a longer code',
      'industry: 4011',
      { 'enterprise.industry': [{ value: '4011', year: null, ...OWN }] },
    ],
    [
      'a code by its name',
      'industry: 仪器仪表',
      { 'enterprise.industry': [{ value: '40', year: null, ...OWN }] },
    ],
    [
      'with source and grade',
      'founded_on: { value: 2012-06-08, source: register, grade: A }',
      {
        'enterprise.founded_on': [
          { value: '2012-06-08', year: null, source: 'register', grade: 'A' },
        ],
      },
    ],
    [
      'years with source and grade',
      'revenue: { 2024: { value: 1元, source: tax, grade: B } }',
      { 'enterprise.revenue': [{ value: exact(100), year: 2024, source: 'tax', grade: 'B' }] },
    ],
    [
      'source and grade around the years',
      'revenue: { value: { 2024: 1元 }, source: tax, grade: B }',
      { 'enterprise.revenue': [{ value: exact(100), year: 2024, source: 'tax', grade: 'B' }] },
    ],
    ['unknown', 'is_independent: 不详\nfounded_on:\nindustry: unknown', {}],
  ])('%s', async (_, text, expected) => {
    expect({ issues: (await read(text)).issues, facts: await factsOf(text) }).toEqual({
      issues: [],
      facts: expected,
    })
  })
})

describe('titles', () => {
  const day = (value: string) => [{ value, year: null, ...OWN }]
  test.each([
    [
      'the last day follows from the first',
      '{ granted-on: 2024-11-15 }',
      {
        'qualification.high_tech.granted_on': day('2024-11-15'),
        'qualification.high_tech.valid_until': day('2027-11-14'),
      },
    ],
    [
      'the last day as given',
      '{ granted-on: 2024-11-15, valid-until: 2027-10-31 }',
      {
        'qualification.high_tech.granted_on': day('2024-11-15'),
        'qualification.high_tech.valid_until': day('2027-10-31'),
      },
    ],
    ['held', 'true', { 'qualification.high_tech': [{ value: true, year: null, ...OWN }] }],
    ['not valid', 'false', { 'qualification.high_tech': [{ value: false, year: null, ...OWN }] }],
    [
      'never granted',
      'none',
      {
        'qualification.high_tech.granted_on': day(NEVER),
        'qualification.high_tech.valid_until': day(NEVER),
      },
    ],
    ['not known', 'unknown', {}],
  ])('%s', async (_, written, expected) => {
    expect(await factsOf(`qualifications:\n  high_tech: ${written}`)).toEqual(expected)
    expect(await factsOf(`facts:\n  qualification.high_tech: ${written}`)).toEqual(expected)
  })
})

describe('things and awards', () => {
  test('projects with and without prefix, and none of another kind', async () => {
    const text =
      'projects:\n  - { name: 改造, total_investment: 1000万元 }\n  - { id: b, project.total_investment: 1元 }\nloans: []\ncontracts: none'
    expect((await read(text)).enterprise?.things).toEqual({
      project: [
        {
          id: 'project-1',
          name: '改造',
          facts: { 'project.total_investment': money(10_000_000, null) },
        },
        { id: 'b', name: 'b', facts: { 'project.total_investment': money(1, null) } },
      ],
      loan: [],
      contract: [],
    })
  })

  test('an award with its day and amount', async () => {
    const text = 'awards:\n  - { measure: city/first/reward, on: 2024/3/1, amount: 20万元 }'
    expect((await read(text)).enterprise?.awards).toEqual([
      { measure: 'city/first/reward', on: '2024-03-01', amount: 20_000_000 },
    ])
  })

  test('an award of a measure that is not in the corpus is kept with a warning', async () => {
    const { enterprise, issues } = await read(
      'awards:\n  - { measure: city/first/rewards, on: 2024-03-01 }',
    )
    expect(enterprise?.awards).toEqual([
      { measure: 'city/first/rewards', on: '2024-03-01', amount: null },
    ])
    expect(issues).toEqual([
      {
        code: 'enterprise.award-measure',
        severity: 'warning',
        file: 'own',
        line: 2,
        column: 16,
        path: 'awards[0].measure',
        params: { id: 'city/first/rewards', similar: ['city/first/reward'] },
      },
    ])
  })
})

describe('faults with their places', () => {
  test.each([
    ['an unknown key', 'nmae: x', ['enterprise.unknown-key 1:1']],
    ['an unknown fact', 'facts:\n  revenu: { 2024: 1元 }', ['fact.unknown 2:3']],
    ['a yearly fact without year', 'revenue: 1元', ['enterprise.year-needed 1:10']],
    [
      'a plain fact with years',
      'founded_on: { 2024: 2012-06-08 }',
      ['enterprise.year-unwanted 1:15'],
    ],
    ['a text that is no year', 'revenue: { FY24: 1元 }', ['enterprise.year 1:12']],
    ['a year to come', 'revenue: { 2026: 1元 }', ['enterprise.future-year 1:12']],
    ['this year', 'revenue: { 2025: 1元 }', []],
    ['a negative revenue', 'revenue: { 2024: -1元 }', ['value.below-min 1:18']],
    ['a revenue of nothing', 'revenue: { 2024: 0 }', []],
    ['no amount', 'revenue: { 2024: much }', ['value.money 1:18']],
    ['a part of a fen', 'revenue: { 2024: 1.001元 }', ['value.money 1:18']],
    ['a fraction of fen', 'revenue.fen: { 2024: 1.5 }', ['value.fen 1:22']],
    ['fen of people', 'employees.fen: { 2024: 1 }', ['enterprise.fen 1:1']],
    ['percent without the sign', 'rd_ratio: { 2024: 5 }', ['value.rate-plain 1:19']],
    ['a hundred percent', 'rd_ratio: { 2024: 1 }', []],
    ['half a person', 'employees: { 2024: 0.5 }', ['value.count 1:20']],
    ['a day that does not exist', 'founded_on: 2023-02-29', ['value.date 1:13']],
    ['neither yes nor no', 'is_independent: maybe', ['value.boolean 1:17']],
    ['an unknown code', 'industry: Z', ['value.code 1:11']],
    ['an unknown grade', 'industry: { value: C, grade: E }', ['schema.value 1:30']],
    [
      'a fact twice',
      'revenue: { 2024: 1元 }\nenterprise.revenue: { 2024: 2元 }',
      ['enterprise.fact-twice 2:23'],
    ],
    [
      'a project fact of the enterprise',
      'facts: { project.total_investment: 1元 }',
      ['enterprise.wrong-place 1:10'],
    ],
    ['a list of facts', 'facts: [1]', ['schema.type 1:8']],
    ['one project without list', 'projects: { name: x }', ['schema.type 1:11']],
    ['an unknown title', 'qualifications: { hightech: true }', ['qualification.unknown 1:19']],
    [
      'a title that ends before it begins',
      'qualifications: { high_tech: { granted-on: 2024-01-02, valid-until: 2024-01-01 } }',
      ['enterprise.title-order 1:30'],
    ],
    ['a short credit code', 'uscc: 91310115', ['uscc.length 1:7']],
    ['a wrong check character', 'uscc: 913101040001234566', ['uscc.check-digit 1:7']],
    [
      'an award without day',
      'awards: [{ measure: city/first/reward }]',
      ['schema.missing-key 1:10'],
    ],
    ['a text instead of a map', 'hello', ['enterprise.no-map 1:1']],
    ['another encoding', 'name: \uFFFD\uFFFD', ['file.encoding 1:7']],
    [
      'everything at once',
      'uscc: 1\nrevenue: 1\nfoo: 2',
      ['uscc.length 1:7', 'enterprise.year-needed 2:10', 'enterprise.unknown-key 3:1'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await faultsOf(text)).toEqual(expected)
  })

  test('a limit is shown in the unit of the fact', async () => {
    expect((await read('revenue: { 2024: -1元 }')).issues.map(({ params }) => params)).toEqual([
      { fact: 'enterprise.revenue', found: '-1元', limit: '0 元' },
    ])
  })

  test('with an error there is no enterprise', async () => {
    expect((await read('foo: 1')).enterprise).toBeNull()
  })
})

describe('JSON', () => {
  test('is read like YAML', async () => {
    expect(await factsOf('{ "facts": { "revenue": { "2024": 86000000 } } }', 'json')).toEqual({
      'enterprise.revenue': money(86_000_000, 2024),
    })
  })

  test.each([
    ['YAML is no JSON', 'name: x', ['json.syntax 1:1']],
    ['a fault has its place', '{\n  "revenu": 1\n}', ['enterprise.unknown-key 2:3']],
    ['a key stands once', '{ "name": "甲",\n  "name": "乙" }', ['yaml.duplicate-key 2:3']],
    ['a list is no enterprise', '[]', ['enterprise.no-map 1:1']],
    ['half of it is not JSON', '{\n  "name": ', ['json.syntax 2:10']],
  ])('%s', async (_, text, expected) => {
    expect(await faultsOf(text, 'json')).toEqual(expected)
  })
})

const CSV = `name,uscc,enterprise.revenue.fen@2024,employees@2024,qualification.high_tech.granted_on,project.total_investment
"申江, 精测",91310112MA1GX9T293,8600000000,120,2024-11-15,1000万元
乙,,,,,
`

describe('CSV', () => {
  test('a row with every kind of column', async () => {
    expect(await read(CSV, 'csv')).toEqual({
      issues: [],
      enterprise: {
        uscc: '91310112MA1GX9T293',
        name: '申江, 精测',
        facts: {
          'enterprise.revenue': money(86_000_000, 2024),
          'enterprise.employees': [{ value: exact(120), year: 2024, ...OWN }],
          'qualification.high_tech.granted_on': [{ value: '2024-11-15', year: null, ...OWN }],
          'qualification.high_tech.valid_until': [{ value: '2027-11-14', year: null, ...OWN }],
        },
        things: {
          project: [
            {
              id: 'project-1',
              name: 'project-1',
              facts: { 'project.total_investment': money(10_000_000, null) },
            },
          ],
        },
        awards: [],
      },
    })
  })

  test('quotation marks inside a cell are doubled', async () => {
    expect((await read('name\n"甲""乙"', 'csv')).enterprise?.name).toBe('甲"乙')
  })

  test('empty cells are unknown', async () => {
    const second = await readEnterprise({ text: CSV, format: 'csv', row: 2 }, rulebook)
    expect(second).toEqual({
      issues: [],
      enterprise: { uscc: null, name: '乙', facts: {}, things: {}, awards: [] },
    })
  })

  test.each([
    ['a wrong value', 'name,employees@2024\n甲,many', ['value.number 2:3']],
    ['an unknown column', 'name,employes@2024\n甲,1', ['fact.unknown 2:3']],
    ['too few cells', 'name,employees@2024\n甲', ['csv.cells 2:1']],
    ['no row', 'name\n', ['csv.no-row 1:1']],
    ['a line break inside a cell', 'name,employees@2024\n"甲\n乙",many', ['value.number 3:4']],
  ])('%s', async (_, text, expected) => {
    expect(await faultsOf(text, 'csv')).toEqual(expected)
  })
})
