import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../run-captured.fixture.ts'
import { widthOf } from '../show/layout.ts'
import { writeSampleCity } from './sample-city.fixture.ts'
import { runSimulate } from './simulate-captured.fixture.ts'

let folder = ''
const inFolder = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiqi-simulate-'))
  await writeSampleCity(inFolder('town'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const simulateTown = (args: readonly string[], language: 'zh' | 'en' = 'en') =>
  runSimulate([args[0] ?? '', '--city', inFolder('town'), ...args.slice(1)], language)

const LOWERED = [
  'technical-renovation',
  '--change',
  'project.total_investment.at-least=2000万元..1000万元',
]
const SWEEP = ['--sweep', 'project.total_investment.at-least=20M..10M/2M']

const PAGES: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['threshold', [...LOWERED, ...SWEEP, '--take-up', '60%', '--budget', '1000万元']],
  ['as-it-stands', ['technical-renovation']],
  [
    'raised-and-capped',
    [
      'technical-renovation',
      '--change',
      'project.total_investment.at-least=3000万元',
      'cap=20万元',
      'project.kind=none',
      'in-force.to=2025-12-31',
    ],
  ],
]

describe.each(['zh', 'en'] as const)('the pages in %s (npm run golden:update)', (language) => {
  test.each(PAGES)('%s', async (name, args) => {
    const { out, err, code } = await simulateTown(args, language)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    await expect(out).toMatchFileSnapshot(`golden/${name}.${language}.txt`)
  })

  test('the chart of a sweep', async () => {
    const file = inFolder(`sweep.${language}.svg`)
    const { err } = await simulateTown([...LOWERED, ...SWEEP, '--svg', file], language)
    expect(err).toContain(file)
    await expect(await readFile(file, 'utf8')).toMatchFileSnapshot(`golden/sweep.${language}.svg`)
  })

  test('the chart of a change by district', async () => {
    const file = inFolder(`districts.${language}.svg`)
    await simulateTown([...LOWERED, '--svg', file], language)
    await expect(await readFile(file, 'utf8')).toMatchFileSnapshot(
      `golden/districts.${language}.svg`,
    )
  })
})

test('the JSON and the CSV agree with each other', async () => {
  const file = inFolder('figures.csv')
  const { out } = await simulateTown([...LOWERED, '--json', '--csv', file])
  await expect(out).toMatchFileSnapshot('golden/threshold.json')
  const csv = await readFile(file, 'utf8')
  await expect(csv).toMatchFileSnapshot('golden/threshold.csv')
  const [, all = ''] = csv.split('\n')
  const json = JSON.parse(out)
  expect(all.split(',').slice(2, 8).map(Number)).toEqual([
    json.before.certain.count,
    json.before.open.count,
    json.after.certain.count,
    json.after.open.count,
    json.gained.count,
    json.lost.count,
  ])
})

describe('a mistake is told with what exists', () => {
  test.each<[string, readonly string[], string]>([
    ['a path', ['--change', 'project.investment.at-least=1元'], '  eligible.all[2].at-least'],
    ['a value', ['--change', 'project.total_investment.at-least=1000'], 'an amount with its unit'],
    ['a code', ['--change', 'project.kind.is=castle'], '  technical_renovation'],
    ['a change without a value', ['--change', 'cap'], 'PATH=VALUE'],
    ['a sweep without a step', ['--sweep', 'cap=1万元..2万元'], 'PATH=FROM..TO/STEP'],
    ['a take-up above one', ['--take-up', '160%'], '0% to 100%'],
    ['a budget without a unit', ['--budget', '5000'], 'no amount'],
    ['a file that is not there', ['--assume', 'nowhere.json'], 'nowhere.json'],
  ])('%s', async (_, args, said) => {
    const found = await simulateTown(['technical-renovation', ...args]).catch((error) => ({
      out: '',
      err: JSON.stringify(error.params),
      code: 2,
    }))
    expect([found.out, found.code]).toEqual(['', 2])
    expect(found.err).toContain(said)
  })

  test('a folder that is no city', async () => {
    const { err, code } = await runSimulate(['technical-renovation', '--city', folder], 'zh')
    expect([err.includes('city.json'), code]).toEqual([true, 2])
  })

  test('no city at all', async () => {
    const { err, code } = await runSimulate(['technical-renovation'])
    expect([err.includes('--enterprises'), code]).toEqual([true, 2])
  })

  test('a measure without conditions', async () => {
    const { err, code } = await simulateTown(['digital-diagnosis'], 'zh')
    expect([err.includes('没有可计算的条件'), code]).toEqual([true, 2])
  })

  test('an assumption with a fault in it', async () => {
    const file = inFolder('wrong.json')
    await writeFile(file, '{ "about": "project", "share": { "C": "200%" } }')
    const { err, code } = await simulateTown(['technical-renovation', '--assume', file])
    expect(code).toBe(2)
    expect(err).toContain('share.C: it has to be a share from 0% to 100%')
    await writeFile(file, 'about: project')
    expect((await simulateTown(['technical-renovation', '--assume', file])).err).toContain(
      'not JSON',
    )
  })
})

test('an assumption takes the place of what the city says, and is told', async () => {
  const file = inFolder('assume.json')
  const assumption = {
    about: 'project',
    says: { zh: '按访谈假设', en: 'assumed from interviews' },
    share: { C: '100%', otherwise: '100%' },
    times: [{ 'at-least': '1元', times: 1 }],
    facts: {
      'project.kind': { 'one-of': { technical_renovation: 1 } },
      'project.total_investment': { of: 'enterprise.revenue', from: '50%', to: '50%' },
    },
  }
  await writeFile(file, JSON.stringify(assumption))
  const { out, code } = await simulateTown(['technical-renovation', '--assume', file])
  expect(code).toBe(0)
  expect(out).toContain('assumed from interviews')
})

test('the assumption that docs/simulation.md shows is one', async () => {
  const page = await readFile(join(ROOT, 'docs', 'simulation.md'), 'utf8')
  const [, text = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? []
  const file = inFolder('shown.json')
  await writeFile(file, text)
  const { out, code } = await simulateTown(['technical-renovation', '--assume', file])
  expect(code).toBe(0)
  expect(out).toContain('assumed from interviews')
})

test.each([80, 100])(
  'no page is wider than %i columns, but for words that are',
  async (columns) => {
    for (const language of ['zh', 'en'] as const) {
      for (const [, args] of PAGES) {
        const [measure = '', ...rest] = args
        const asked = [measure, '--city', inFolder('town'), ...rest]
        const { out } = await runSimulate(asked, language, columns)
        const wide = out.split('\n').filter((line) => widthOf(line) > columns)
        expect(wide.filter((line) => line.trim().includes(' '))).toEqual([])
      }
    }
  },
)

test('a city made for the run has projects and tells that they are made up', async () => {
  const args = [...LOWERED, '--enterprises', '20,000', '--seed', '7']
  const { out, code } = await runSimulate(args)
  expect(code).toBe(0)
  expect(out).toContain('20,000 entities (synthetic city)')
  expect(out).toContain('docs/generated-city.md')
  expect((await runSimulate(args)).out).toBe(out)
})
