import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCaptured } from './run-captured.fixture.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-load-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const match = (name: string, text: string, language: 'zh' | 'en' = 'en') =>
  runCaptured(['match', write(name, text), '--json'], { language })

describe('several bad values in one file', () => {
  test('each is named with its line and column, and nothing is done', async () => {
    const text = [
      'name: 多处有误',
      'uscc: 91310112MA00001030',
      'facts:',
      '  district: nowhere',
      '  founded_on: last year',
      '  employees: { 2024: many, 2031: 12 }',
      '  revenue: 86 million',
      '  rd_spending: { 2024: "8,6000" }',
      '  has_good_credit: perhaps',
      '  enterprise.emploiees: { 2024: 12 }',
      'qualifications:',
      '  hi_tech: { granted-on: 2023-11-15 }',
      '',
    ].join('\n')
    const { out, err, code } = await match('bad.yaml', text)
    const file = join(folder, 'bad.yaml')
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err.replaceAll(`${file}:`, '').split('\n')).toEqual([
      '10 problems, nothing was done:',
      '2:7: the check character of the credit code should be F, it is 0 [uscc.check-digit]',
      '4:13: enterprise.district: "nowhere" is not in the list district [value.code]',
      '5:15: enterprise.founded_on: "last year" is not a day; write 2024-11-15, or never [value.date]',
      '6:22: enterprise.employees: "many" is not a number [value.number]',
      '6:28: the year 2031 has not come yet [enterprise.future-year]',
      '7:12: enterprise.revenue is yearly: write the year, such as 2024: … [enterprise.year-needed]',
      '8:24: enterprise.rd_spending: "8,6000" is not an amount (commas group by three digits); write 8600万元 or 86,000,000 [value.money]',
      '9:20: enterprise.has_good_credit: "perhaps" must be yes or no [value.boolean]',
      '10:3: there is no fact enterprise.emploiees; did you mean enterprise.employees? [fact.unknown]',
      '12:3: there is no qualification hi_tech; did you mean high_tech? [qualification.unknown]',
      '',
    ])
  })

  test('reasons are told in the language of the page', async () => {
    const { err } = await match('bad-zh.yaml', 'facts: { revenue: { 2024: 1e6 } }\n', 'zh')
    expect(err).toContain('“1e6”不是金额（不用指数写法），可写 8600万元 或 86,000,000')
  })
})

describe('a row of a table with bad cells', () => {
  test('each is named with its row, its column and the name of the column', async () => {
    const text = [
      'name,uscc,enterprise.employees@2024,enterprise.revenue.fen@2024,enterprise.unknown',
      '表格企业,,many,12.5,x',
    ].join('\n')
    const { out, err, code } = await match('bad.csv', text)
    const file = join(folder, 'bad.csv')
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err.replaceAll(`${file}:`, '').split('\n').slice(0, -1)).toEqual([
      '3 problems, nothing was done:',
      '2:7: enterprise.employees: "many" is not a number [value.number]',
      '2:12: enterprise.revenue: "12.5" is not a whole number of fen [value.fen]',
      expect.stringMatching(/^[12]:\d+: there is no fact enterprise\.unknown.*\[fact\.unknown\]$/),
    ])
  })
})

describe('the credit code', () => {
  test.each([
    ['lower case', '91310112ma0000103f'],
    ['full width', '９１３１０１１２ＭＡ０００１０３Ｆ'.replace('０００', '００００')],
    ['with blanks and hyphens', '9131 0112-MA00 0010-3F'],
  ])('in %s is read as the same', async (_, uscc) => {
    const { out, code } = await match('code.yaml', `uscc: "${uscc}"\n`)
    expect(code).toBe(0)
    expect(out).toContain('"uscc": "91310112MA0000103F"')
  })

  test('with a wrong check character is told the right one', async () => {
    const { out, err, code } = await match('wrong.yaml', 'uscc: 91310112MA00001030\n', 'zh')
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toContain('统一社会信用代码的校验位应为 F，现为 0')
  })
})

describe('the same enterprise written in different ways', () => {
  const amounts = ['8600万元', '86,000,000', '0.86亿元', '86 million yuan', '￥86,000,000.00']

  const contract = (amount: string): string =>
    `facts: { industry: 34, employees: { 2024: 40 }, revenue: { 2024: ${amount} }, is_registered_in_shanghai: true }\n`

  test.each(amounts)('%s gives the same answer', async (amount) => {
    const plain = await match('plain.yaml', contract('86000000'))
    expect(await match('amount.yaml', contract(amount))).toEqual({ ...plain, err: '', code: 0 })
  })

  const YAML = `name: 同一企业
uscc: 91310112MA0000103F
facts:
  district: "310112"
  industry: 34
  is_registered_in_shanghai: true
  employees: { 2024: 40 }
  revenue: { 2024: 8600万元 }
qualifications:
  high_tech: { granted-on: 2023-11-15 }
contracts:
  - { id: contract-1, kind: digital_service, value: 120万元 }
`
  const JSON_TEXT = JSON.stringify({
    name: '同一企业',
    uscc: '91310112MA0000103F',
    facts: {
      district: '310112',
      industry: '34',
      is_registered_in_shanghai: true,
      employees: { 2024: 40 },
      'revenue.fen': { 2024: 8_600_000_000 },
    },
    qualifications: { high_tech: { 'granted-on': '2023-11-15' } },
    contracts: [{ id: 'contract-1', kind: 'digital_service', value: '1,200,000' }],
  })
  const CSV = [
    'name,uscc,enterprise.district,industry,is_registered_in_shanghai,enterprise.employees@2024,enterprise.revenue.fen@2024,qualification.high_tech.granted_on,contract.kind,contract.value',
    '同一企业,９１３１０１１２ＭＡ００００１０３Ｆ,闵行区,34,是,40,8600000000,2023年11月15日,digital_service,"1,200,000"',
  ].join('\n')

  test.each([
    ['same.json', JSON_TEXT],
    ['same.csv', CSV],
  ])('%s gives the same answer as YAML', async (name, text) => {
    const yaml = await match('same.yaml', YAML)
    expect(yaml.code).toBe(0)
    expect(await match(name, text)).toEqual(yaml)
  })
})

describe('warnings', () => {
  const AWARD = 'name: 有提示\nawards: [{ measure: shanghai/2019-gone, on: 2019-05-01 }]\n'

  test('go to the error stream, and the command goes on', async () => {
    const { out, err, code } = await match('warned.yaml', AWARD)
    expect(code).toBe(0)
    expect(err).toBe(
      `${join(folder, 'warned.yaml')}:2:21: there is no measure shanghai/2019-gone; this award changes nothing [enterprise.award-measure]\n`,
    )
    expect(out).toContain('"schema": "huiqi/match/1"')
  })

  test('of the policies are for check, not for match', async () => {
    const { err, code } = await match('quiet.yaml', 'name: 无提示\n')
    expect({ err, code }).toEqual({ err: '', code: 0 })
  })
})
