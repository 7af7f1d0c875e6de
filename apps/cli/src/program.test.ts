import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { example, runCaptured } from './run-captured.fixture.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiqi-program-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const RENOVATION = example('renovation.yaml')

describe('a command line that cannot be understood', () => {
  test.each([
    [['bogus'], 'there is no command "bogus"\nusage: ./huiqi --help\n'],
    [['mach'], 'there is no command "mach"; did you mean match?\nusage: ./huiqi --help\n'],
    [
      ['city', 'genrate'],
      'there is no command "genrate"; did you mean generate?\nusage: ./huiqi city --help\n',
    ],
    [
      ['city', 'generate', '--out', 'x'],
      'the option --enterprises <number> is needed\nusage: ./huiqi city generate --help\n',
    ],
    [
      ['simulate', 'x', '--enterprises', '500001'],
      '--enterprises <number>: "500001" is not a whole number from 1 to 500,000\nusage: ./huiqi simulate --help\n',
    ],
    [['match'], 'missing: file\nusage: ./huiqi match --help\n'],
    [['explain', 'x'], 'missing: measure\nusage: ./huiqi explain --help\n'],
    [['match', 'a', 'b'], 'too many arguments\nusage: ./huiqi match --help\n'],
    [
      ['match', 'a', '--jsn'],
      'there is no option --jsn; did you mean --json?\nusage: ./huiqi match --help\n',
    ],
    [
      ['match', 'a', '--as-of'],
      'the option --as-of <day> needs a value\nusage: ./huiqi match --help\n',
    ],
    [
      ['match', 'a', '--lang', 'fr'],
      '--lang <language>: there is no "fr"; it may be zh, en\nusage: ./huiqi --help\n',
    ],
    [
      ['measures', '--delivery', 'post'],
      '--delivery <way>: there is no "post"; it may be apply, instant, automatic, service\nusage: ./huiqi measures --help\n',
    ],
    [
      ['measures', '--about', 'cat'],
      '--about <subject>: there is no "cat"; it may be enterprise, project, contract, loan, hire, product, exhibition, cluster\nusage: ./huiqi measures --help\n',
    ],
  ])('%j', async (args, err) => {
    expect(await runCaptured(args)).toEqual({ out: '', err, code: 2 })
  })

  test.each([
    [
      ['city', 'generate', '--out', 'x'],
      '缺少选项 --enterprises <数>\n用法：./huiqi city generate --help\n',
    ],
    [
      ['city', 'generate', '--enterprises', '0', '--out', 'x'],
      '--enterprises <数>：“0”应为 1 至 28,000,000 的整数\n用法：./huiqi city generate --help\n',
    ],
    [['simulate'], '缺少参数：措施\n用法：./huiqi simulate --help\n'],
    [['bogus'], '没有命令“bogus”\n用法：./huiqi --help\n'],
    [['match'], '缺少参数：文件\n用法：./huiqi match --help\n'],
    [['match', 'a', 'b'], '参数太多\n用法：./huiqi match --help\n'],
    [['match', 'a', '--jsn'], '没有选项 --jsn；是不是 --json？\n用法：./huiqi match --help\n'],
    [['match', 'a', '--as-of'], '选项 --as-of <日期> 后面要写值\n用法：./huiqi match --help\n'],
    [
      ['measures', '--delivery', 'post'],
      '--delivery <方式>：没有“post”；可用：apply, instant, automatic, service\n用法：./huiqi measures --help\n',
    ],
  ])('%j in Chinese', async (args, err) => {
    expect(await runCaptured(args, { language: 'zh' })).toEqual({ out: '', err, code: 2 })
  })

  test('no command at all shows the usage on the error stream', async () => {
    const { out, err, code } = await runCaptured([])
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toContain('Usage: ./huiqi [options] [command]')
  })

  test.each([['--help'], ['-h'], ['help']])('%s is no misuse', async (word) => {
    const { out, err, code } = await runCaptured([word])
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toContain('Usage: ./huiqi [options] [command]')
  })

  test('--kind names every kind of support', async () => {
    const { err, code } = await runCaptured(['measures', '--kind', 'gift'])
    expect(code).toBe(2)
    expect(err).toContain('it may be award, subsidy, interest-subsidy, voucher, relief, guarantee')
  })
})

describe('an option that cannot be used', () => {
  test.each([
    [
      ['match', RENOVATION, '--as-of', '2025-13-01'],
      '--as-of: "2025-13-01" is not a day; write 2025-09-01\n',
    ],
    [
      ['match', RENOVATION, '--submitted-on', 'soon'],
      '--submitted-on: "soon" is not a day; write 2025-09-01\n',
    ],
    [['measures', '--in-force-on', 'now'], '--in-force-on: "now" is not a day; write 2025-09-01\n'],
  ])('%j', async (args, err) => {
    expect(await runCaptured(args)).toEqual({ out: '', err, code: 2 })
  })

  test.each([
    ['--agency', 'sheitc'],
    ['--instrument', 'shanghai/2025-twenty'],
  ])('%s names what there is', async (option, known) => {
    const { out, err, code } = await runCaptured(['measures', option, 'nothing'])
    expect({ out, code }).toEqual({ out: '', code: 2 })
    expect(err).toMatch(/^--\w+: there is no "nothing"; it may be /)
    expect(err).toContain(known)
  })

  test('questions need a terminal', async () => {
    expect(await runCaptured(['ask', RENOVATION])).toEqual({
      out: '',
      err: 'questions need a terminal; facts can also be written into the enterprise file\n',
      code: 2,
    })
  })
})

describe('a measure that is not clear', () => {
  test.each([
    [
      'a part of an id brings those that hold it',
      'renovation-loan',
      'There is no measure "renovation-loan"\ndid you mean:\n  shanghai/2025-twenty/renovation-loan-interest\n',
    ],
    [
      'a slip of the finger brings the likeliest first',
      'technical-renovaton',
      'There is no measure "technical-renovaton"\ndid you mean:\n  shanghai/2023-several/technical-renovation\n',
    ],
    [
      'a part of a name brings those that hold it',
      '智评',
      'There is no measure "智评"\ndid you mean:\n  shanghai/2023-several/assessment-voucher\n',
    ],
    [
      'nothing like it brings the way to the list',
      'zzzz',
      'There is no measure "zzzz"\nall measures: ./huiqi measures\n',
    ],
  ])('%s', async (_, wanted, err) => {
    const found = await runCaptured(['explain', RENOVATION, wanted])
    expect({ ...found, err: found.err.slice(0, err.length) }).toEqual({ out: '', err, code: 2 })
  })

  test('a short name of several measures, none of them in force, brings them all', async () => {
    const args = ['explain', RENOVATION, 'little-giant', '--as-of', '2020-01-01']
    expect(await runCaptured(args)).toEqual({
      out: '',
      err: 'Several measures are called "little-giant"; write the whole id:\n  national/2022-tier/little-giant\n  national/2026-tier/little-giant\n',
      code: 2,
    })
  })

  test.each([
    ['2025-09-01', 'national/2022-tier/little-giant'],
    ['2026-05-01', 'national/2026-tier/little-giant'],
  ])('of several with a short name the one in force on %s is meant', async (day, id) => {
    const { out } = await runCaptured(['explain', RENOVATION, 'little-giant', '--as-of', day])
    expect(out).toContain(`\n${id} · `)
  })

  test.each(['智评券', 'Smart-manufacturing assessment voucher', 'assessment-voucher'])(
    'the whole name is as good as the id: %s',
    async (name) => {
      const { out, code } = await runCaptured(['measures', name])
      expect(code).toBe(0)
      expect(out).toContain('\nshanghai/2023-several/assessment-voucher\n')
    },
  )
})

describe('a file that cannot be read', () => {
  test('is not there', async () => {
    expect(await runCaptured(['match', 'nowhere.yaml'])).toEqual({
      out: '',
      err: 'nowhere.yaml does not exist\n',
      code: 2,
    })
  })

  test('is a folder', async () => {
    expect(await runCaptured(['match', folder])).toEqual({
      out: '',
      err: `${folder} is a folder, not a file\n`,
      code: 2,
    })
  })

  test.each([
    [
      'empty.yaml',
      '',
      '1:1',
      'the file must consist of keys and values such as name, uscc and facts [enterprise.no-map]',
    ],
    [
      'list.yaml',
      '- a\n',
      '1:1',
      'the file must consist of keys and values such as name, uscc and facts [enterprise.no-map]',
    ],
    ['empty.csv', '', '1:1', 'there is no row 1; below the head are 0 [csv.no-row]'],
  ])('%s says nothing of an enterprise', async (name, text, place, said) => {
    const file = write(name, text)
    expect(await runCaptured(['match', file])).toEqual({
      out: '',
      err: `1 problem, nothing was done:\n${file}:${place}: ${said}\n`,
      code: 2,
    })
  })

  test.each([
    ['broken.yaml', 'facts: { district: "310115"\n', '[yaml.syntax]'],
    ['broken.json', '{ "facts": ', '[json.syntax]'],
  ])('%s is told with its place', async (name, text, code) => {
    const { out, err, code: exit } = await runCaptured(['match', write(name, text)])
    expect({ out, exit }).toEqual({ out: '', exit: 2 })
    expect(err).toMatch(new RegExp(`${name.replace('.', '\\.')}:\\d+:\\d+: `))
    expect(err).toContain(code)
  })

  test('policies that are not there', async () => {
    const policies = join(folder, 'no-policies')
    const found = await runCaptured(['match', RENOVATION, '--policies', policies])
    expect(found).toEqual({ out: '', err: `${policies} does not exist\n`, code: 2 })
  })
})

describe('filters that let nothing through', () => {
  test.each([
    [['measures', '--text', 'zzzz'], 'No measure fits the filters.\n'],
    [['facts', 'zzzz'], 'No such fact.\n'],
  ])('%j', async (args, err) => {
    expect(await runCaptured(args)).toEqual({ out: '', err, code: 1 })
  })

  test('for machines too', async () => {
    expect(await runCaptured(['measures', '--text', 'zzzz', '--json'])).toEqual({
      out: '{\n  "schema": "huiqi/measures/1",\n  "measures": []\n}\n',
      err: '',
      code: 1,
    })
  })
})

describe('measures are filtered', () => {
  const idsFor = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { out } = await runCaptured(['measures', '--json', ...args])
    return [...out.matchAll(/^ {6}"id": "(.+)"/gm)].map(([, id = '']) => id)
  }

  test('by kind, delivery and instrument together', async () => {
    expect(
      await idsFor('--kind', 'award', '--delivery', 'automatic', '--instrument', 'notice-197'),
    ).toEqual([
      'shanghai/2025-notice-197/annual-entry-growth-award',
      'shanghai/2025-notice-197/little-giant-growth-award',
      'shanghai/2025-notice-197/new-plant-above-size-award',
    ])
  })

  test.each([
    ['2026-03-31', 'national/2022-tier/little-giant'],
    ['2026-04-01', 'national/2026-tier/little-giant'],
  ])('by the day: %s', async (day, id) => {
    const ids = await idsFor('--in-force-on', day, '--text', 'little-giant', '--kind', 'title')
    expect(ids).toEqual([id])
  })

  test('by what they are about, by agency and by words in either language', async () => {
    const ids = await idsFor('--about', 'loan', '--agency', 'districts', '--text', '贴息')
    expect(ids).toEqual(
      await idsFor('--about', 'loan', '--agency', 'districts', '--text', 'INTEREST'),
    )
    expect(ids).not.toEqual([])
  })
})

describe('the language of the page', () => {
  test.each([
    [['--lang', 'zh', 'facts', 'zzzz'], '没有这样的指标。\n'],
    [['facts', 'zzzz', '--lang', 'zh'], '没有这样的指标。\n'],
    [['facts', '--lang=zh', 'zzzz'], '没有这样的指标。\n'],
    [['facts', 'zzzz'], 'No such fact.\n'],
  ])('%j', async (args, err) => {
    expect((await runCaptured(args)).err).toBe(err)
  })
})
