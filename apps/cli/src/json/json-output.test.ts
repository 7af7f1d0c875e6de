import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { example, ROOT, runCaptured } from '../run-captured.fixture.ts'

type Json = null | boolean | number | string | readonly Json[] | JsonMap
interface JsonMap {
  readonly [key: string]: Json
}

const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys that each section of docs/json-output.md lists, by its heading. */
const readDocumentedKeys = (): ReadonlyMap<string, readonly string[]> => {
  const page = readFileSync(join(ROOT, 'docs', 'json-output.md'), 'utf8')
  const sections = page.split(/^## /m).slice(1)
  return new Map(
    sections.map((section) => {
      const heading = section.slice(0, section.indexOf('\n')).replaceAll('`', '')
      const cells = [...section.matchAll(/^\| (`.+?) \|/gm)].map(([, cell = '']) => cell)
      return [heading, cells.flatMap((cell) => cell.replaceAll('`', '').split(', '))]
    }),
  )
}

const DOCUMENTED = readDocumentedKeys()

const FILES = [
  'precision-instruments.yaml',
  'compute-renter.yaml',
  'renovation.yaml',
  'workshop.csv',
]

const printed = async (args: readonly string[]): Promise<JsonMap> => {
  const { out } = await runCaptured([...args, '--json'])
  const value: Json = JSON.parse(out)
  if (!isMap(value)) throw new TypeError('an object was expected')
  return value
}

const listsAt = (values: readonly Json[], ...path: readonly string[]): readonly JsonMap[] => {
  const [key, ...rest] = path
  const maps = values.flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isMap)
  return key === undefined
    ? maps
    : listsAt(
        maps.map((map) => map[key] ?? null),
        ...rest,
      )
}

/** Every node of the traces, the roots and all that is below them. */
const nodesOf = (nodes: readonly JsonMap[]): readonly JsonMap[] =>
  nodes.flatMap((node) => [node, ...nodesOf(listsAt([node.parts ?? null]))])

const found = new Map<string, readonly JsonMap[]>()

const brokenPolicies = mkdtempSync(join(tmpdir(), 'huiqi-json-'))

const cities = mkdtempSync(join(tmpdir(), 'huiqi-json-cities-'))

const CHANGED = ['--change', 'at-least=20M..10M', '--sweep', 'at-least=20M..10M/5M']

afterAll(() => {
  for (const folder of [brokenPolicies, cities]) rmSync(folder, { recursive: true, force: true })
})

beforeAll(async () => {
  mkdirSync(join(brokenPolicies, 'city', 'text'), { recursive: true })
  writeFileSync(join(brokenPolicies, 'city', 'text', 'instrument.yaml'), 'nonsense: 1\n')
  const matches = await Promise.all(FILES.map((file) => printed(['match', example(file)])))
  const explained = await Promise.all(
    FILES.map((file) => printed(['explain', example(file), '2022-tier/little-giant'])),
  )
  const ladder = await printed(['ladder', example('sensor-maker.yaml')])
  const measures = await printed(['measures'])
  const facts = await printed(['facts'])
  const check = await printed(['check', '--no-mutants', '--policies', brokenPolicies])
  const verdicts = [
    ...listsAt(matches, 'verdicts'),
    ...listsAt(matches, 'held'),
    ...listsAt([ladder], 'ladders', 'rungs', 'verdicts'),
  ]
  const nodes = nodesOf(listsAt(explained, 'verdicts', 'trace'))
  found.set('huiqi/match/1', matches)
  found.set('A verdict', verdicts)
  found.set('A change', listsAt(verdicts, 'changes'))
  found.set('A piece of evidence', listsAt(verdicts, 'evidence'))
  found.set('A question', listsAt(matches, 'questions'))
  found.set('A chosen benefit', listsAt(matches, 'combination', 'chosen'))
  found.set('A benefit left out', listsAt(matches, 'combination', 'leftOut'))
  found.set('huiqi/explain/1', explained)
  found.set(
    'A group of the trace',
    nodes.filter(({ kind }) => kind !== 'leaf'),
  )
  found.set(
    'A leaf of the trace',
    nodes.filter(({ kind }) => kind === 'leaf'),
  )
  found.set('huiqi/ladder/1', [ladder])
  found.set('A ladder', listsAt([ladder], 'ladders'))
  found.set('A rung', listsAt([ladder], 'ladders', 'rungs'))
  found.set('huiqi/measures/1', [measures])
  found.set('A measure', listsAt([measures], 'measures'))
  found.set('huiqi/facts/1', [facts])
  found.set('A fact', listsAt([facts], 'facts'))
  found.set('huiqi/check/1', [check])
  found.set('An issue', listsAt([check], 'issues'))
})

beforeAll(async () => {
  const [city, file] = [join(cities, 'city'), join(cities, 'rows.csv')]
  await runCaptured(['city', 'generate', '--enterprises', '2000', '--out', city])
  writeFileSync(file, 'uscc,enterprise.founded_on\n91310112MA0000103F,2023-02-29\n')
  const info = await printed(['city', 'info', city])
  const imported = await printed(['city', 'import', file, '--out', join(cities, 'imported')])
  const matched = await printed(['city', 'match', city, '--by', 'district'])
  const simulated = await printed(['simulate', 'technical-renovation', '--city', city, ...CHANGED])
  const versions = [...listsAt([simulated], 'before'), ...listsAt([simulated], 'after')]
  found.set('huiqi/city/1', [info])
  found.set('A title of a city', listsAt([info], 'titles'))
  found.set('A column of a city', listsAt([info], 'columns'))
  found.set('huiqi/city-import/1', [imported])
  found.set('huiqi/city-match/1', [matched])
  found.set('A measure of a city', listsAt([matched], 'measures'))
  found.set('huiqi/simulation/1', [simulated])
  found.set('A tally', [...listsAt(versions, 'certain'), ...listsAt([simulated], 'gained')])
  found.set('A simulated change', listsAt([simulated], 'changes'))
  found.set('A group of a breakdown', listsAt([simulated], 'breakdowns', 'groups'))
  found.set('Spending', listsAt([simulated], 'spending', 'after'))
  found.set('A step of a sweep', listsAt([simulated], 'sweep', 'points'))
})

describe('docs/json-output.md', () => {
  test('has a section for everything that is printed, and no other', () => {
    expect([...DOCUMENTED.keys()]).toEqual([...found.keys()])
  })

  test.each([...DOCUMENTED])('lists the keys of %s', (heading, keys) => {
    const values = found.get(heading) ?? []
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) expect(Object.keys(value).sort()).toEqual([...keys].sort())
  })

  test.each([
    [['match', example('renovation.yaml')], 'huiqi/match/1'],
    [['explain', example('renovation.yaml'), 'technical-renovation'], 'huiqi/explain/1'],
    [['ladder', example('renovation.yaml')], 'huiqi/ladder/1'],
    [['measures'], 'huiqi/measures/1'],
    [['measures', 'technical-renovation'], 'huiqi/measure/1'],
    [['facts'], 'huiqi/facts/1'],
    [['check', '--no-mutants'], 'huiqi/check/1'],
  ])('%j names its shape first', async (args, schema) => {
    const value = await printed(args)
    expect(Object.entries(value)[0]).toEqual(['schema', schema])
  })
})

describe('the same question twice', () => {
  test.each([
    [['match', example('precision-instruments.yaml'), '--json']],
    [['ladder', example('sensor-maker.yaml'), '--json']],
  ])('%j prints the same, in either language', async (args) => {
    const first = await runCaptured(args)
    expect(await runCaptured(args, { language: 'zh', columns: 40 })).toEqual(first)
  })
})

test('money stands in whole fen', async () => {
  const match = await printed(['match', example('precision-instruments.yaml')])
  expect(match.total).toEqual({ lowFen: 0, highFen: 166_000_000 })
  const [first] = listsAt([match], 'combination', 'chosen')
  expect(first).toEqual({
    key: 'shanghai/2023-several/technical-renovation#project-1',
    measure: 'shanghai/2023-several/technical-renovation',
    counted: { lowFen: 0, highFen: 80_000_000 },
  })
})

test('rates and distances are exact text', async () => {
  const { verdicts } = await printed([
    'explain',
    example('renovation.yaml'),
    'technical-renovation',
  ])
  const [change] = listsAt([verdicts ?? null], 'changes')
  expect(change?.distance).toEqual({ kind: 'short', type: 'money', by: '1', bound: '1000000000' })
})
