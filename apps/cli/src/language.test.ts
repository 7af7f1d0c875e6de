import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoDate } from '@huiqi/domain'
import type { Enterprise, Rulebook } from '@huiqi/engine'
import { words } from '@huiqi/wording'
import { beforeAll, describe, expect, test } from 'vitest'
import { verdictsFor } from './commands/explain.ts'
import type { Io } from './io.ts'
import { loadEnterprise, loadRulebook } from './load.ts'
import { example, ROOT, runCaptured } from './run-captured.fixture.ts'
import { showFact } from './show/fact-report.ts'
import { showMeasure } from './show/measure-report.ts'
import { showExplained } from './show/verdict-report.ts'

let rulebook: Rulebook
let enterprises: readonly Enterprise[] = []
let numbers: readonly string[] = []
let provisions: ReadonlySet<string> = new Set()

beforeAll(async () => {
  rulebook = await loadRulebook(WIDE.en)
  const { instruments } = rulebook.corpus
  enterprises = await Promise.all(FILES.map((file) => loadEnterprise(WIDE.en, rulebook, file)))
  numbers = instruments.map(({ number }) => number)
  provisions = new Set(
    instruments.flatMap((instrument) => instrument.provisions.map(({ id }) => id)),
  )
})

const FILES = [
  'precision-instruments.yaml',
  'compute-renter.yaml',
  'sensor-maker.yaml',
  'bearing-plant.json',
  'first-four-above.yaml',
  'renovation.yaml',
  'young-software.yaml',
  'workshop.csv',
].map(example)

/** Commands, options and their values, codes: the same in both languages. */
const CODES: ReadonlySet<string> = new Set([
  ...'huiqi start match explain ask ladder measures facts check help policies'.split(' '),
  ...'city generate info import export simulate sql parquet arrow tsv svg none postgresql district uscc'.split(
    ' ',
  ),
  ...'json yaml csv docs never true false secondary sheitc twenty'.split(' '),
  ...[words.en.delivery, words.en.benefit, words.en.subject].flatMap(Object.keys),
])

const withoutIds = (page: string): string =>
  page
    .replace(/^ {2}\.\/huiqi .*$/gm, '')
    .replace(/https?:\S+/g, '')
    .replace(/\[[^\]\u4e00-\u9fff]*\]/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/--[\w-]+/g, '')
    .replace(/[\w.-]+\/[\w./-]+/g, '')
    .replace(/\b[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)+\b/g, '')

const isCode = (word: string): boolean =>
  CODES.has(word.toLowerCase()) || provisions.has(word) || word === word.toUpperCase()

const latinWords = (page: string): readonly string[] =>
  [...new Set(withoutIds(page).match(/[A-Za-z]{3,}/g) ?? [])].filter((word) => !isCode(word))

const withoutNames = (page: string): string =>
  [...NAMES, ...numbers]
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), page.replace(/\s+/g, ''))

const NAMES = [
  '申江精测仪器有限公司',
  '杨浦语澜智能科技有限公司',
  '松江微感传感技术有限公司',
  '奉贤精轴轴承有限公司',
  '浦东云图软件有限公司',
  '嘉定恒达压铸有限公司',
  '徐汇初芽软件有限公司',
  '青浦联合机加工厂',
  '柔性装配线改造',
  '生产管理云平台',
  '压铸单元节能改造',
  '智算集群租用',
  '中文医学语料',
  '大模型接口服务',
]

const hanWords = (page: string): readonly string[] => [
  ...new Set(withoutNames(page).match(/\p{Script=Han}+/gu) ?? []),
]

const inLanguage = (language: 'zh' | 'en'): Io => ({
  out: () => undefined,
  err: () => undefined,
  columns: 10_000,
  isColored: false,
  terminal: null,
  language,
  today: isoDate('2025-09-01'),
  policies: join(ROOT, 'policies'),
})

const WIDE = { zh: inLanguage('zh'), en: inLanguage('en') } as const

const CLOCK = { asOf: WIDE.en.today, submittedOn: WIDE.en.today }

const pageOf = async (args: readonly string[], language: 'zh' | 'en'): Promise<string> => {
  const { out, err } = await runCaptured(args, { language, columns: 10_000 })
  return out + err
}

/** The words of the other language on the two pages that a function makes. */
const mixedIn = (show: (io: Io) => string): readonly string[] => [
  ...latinWords(show(WIDE.zh)),
  ...hanWords(show(WIDE.en)),
]

/** How a fact is written in a file, and the values of a code list. */
const CODED_LINES = /^ {2}(?:写法|Write|[\w-]+ {2}).*$/gm

const SIMULATED = ['simulate', 'technical-renovation', '--enterprises', '60000']

const COMMANDS: readonly (readonly string[])[] = [
  ...FILES.flatMap((file) => [
    ['match', file, '--all'],
    ['match', file, '--all', '--as-of', '2026-05-01'],
    ['ladder', file],
    ['ladder', file, '--as-of', '2026-05-01'],
  ]),
  ['measures'],
  ['facts'],
  ['check', '--no-mutants'],
  ...['match', 'explain', 'ask', 'ladder', 'measures', 'facts', 'check', 'help'].map((name) => [
    'help',
    name,
  ]),
  ...['simulate', 'city', 'city generate', 'city info', 'city import', 'city export'].map(
    (name) => [...name.split(' '), '--help'],
  ),
  ['--help'],
  [...SIMULATED, '--change', 'at-least=20M..10M', '--sweep', 'at-least=20M..10M/2M'],
  [...SIMULATED, '--budget', '1M', '--take-up', '60%'],
]

const FAULTY = `uscc,enterprise.district,enterprise.founded_on,enterprise.employees@2024,enterprise.is_sme
91310112MA0000103F,999999,2019-02-29,1.5,2
91310112MA0000103F,310115,2019-03-01,-3,true
91310112MA0000103F,310115,2019-03-01,3,true
91310112MA0000103F,310115,2019-03-01,3,true
91310112MA0000103G,310115,2019-03-01,3,true
`

const shortName = (args: readonly string[]): string =>
  args.map((arg) => arg.replace(/^.*\//, '')).join(' ')

describe('no page mixes the languages', () => {
  test.each(COMMANDS.map((args) => [shortName(args), args] as const))('%s', async (_, args) => {
    expect(latinWords(await pageOf(args, 'zh'))).toEqual([])
    expect(hanWords(await pageOf(args, 'en'))).toEqual([])
  })

  test('city import, with a fault of each kind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiqi-language-'))
    const file = join(folder, 'rows.csv')
    writeFileSync(file, FAULTY)
    const args = ['city', 'import', file, '--out', join(folder, 'city'), '--replace']
    expect(latinWords(await pageOf(args, 'zh'))).toEqual([])
    expect(hanWords(await pageOf(args, 'en'))).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })

  test('explain, for every measure', () => {
    const mixed = rulebook.corpus.measures.flatMap((measure, at) => {
      const enterprise = enterprises[at % enterprises.length]
      if (enterprise === undefined) return ['no enterprise']
      const verdicts = verdictsFor(rulebook, measure, { enterprise, clock: CLOCK })
      const page = { rulebook, enterprise, measure, verdicts, clock: CLOCK }
      return mixedIn((io) => showExplained(io, page))
    })
    expect(mixed).toEqual([])
  })

  test('measures, for every measure', () => {
    const mixed = rulebook.corpus.measures.flatMap((measure) =>
      mixedIn((io) =>
        showMeasure(io, { rulebook, language: io.language, asOf: io.today }, measure),
      ),
    )
    expect(mixed).toEqual([])
  })

  test('facts, for every fact', () => {
    const mixed = rulebook.corpus.facts.flatMap((fact) =>
      mixedIn((io) => {
        const reader = { rulebook, language: io.language, asOf: io.today }
        return showFact(io, reader, fact).replace(CODED_LINES, '')
      }),
    )
    expect(mixed).toEqual([])
  })
})
