import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoDate } from '@huiqi/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CITY_GROUPINGS } from '../compile/grouping.ts'
import { compilePopulation } from '../compile/program.ts'
import { generateCityFolder } from '../io/generate-city-folder.ts'
import { openCity } from '../io/open-city.ts'
import { SAMPLE_RULES } from '../testing/sample-run.ts'
import { matchCity } from './match-city.ts'
import { matchPopulation } from './match-population.ts'

const { rulebook } = SAMPLE_RULES
const program = compilePopulation(rulebook.corpus.measures, SAMPLE_RULES, CITY_GROUPINGS)
let home = ''

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huiqi-match-city-'))
  const asOf = isoDate('2025-09-15')
  await generateCityFolder(join(home, 'city'), { enterprises: 20_000, seed: 3, rulebook, asOf })
})

afterAll(() => rm(home, { recursive: true }))

describe('a city read block by block', () => {
  test('gives what the city in memory gives', async () => {
    const { table } = await openCity(join(home, 'city'))
    const [fromFiles, fromMemory] = await Promise.all([
      matchCity(join(home, 'city'), program),
      matchPopulation(table, program),
    ])
    const countsOf = ({ measures, groups }: typeof fromFiles) => ({
      measures,
      groups: groups.map(({ rows, countsOf: of }) => [rows, measures.map((_, at) => of(at))]),
    })
    expect(countsOf(fromFiles)).toEqual(countsOf(fromMemory))
  })

  test('a changed column is refused unless files are trusted', async () => {
    const folder = join(home, 'changed')
    await cp(join(home, 'city'), folder, { recursive: true })
    const path = join(folder, 'enterprise.district.u8')
    const bytes = await readFile(path)
    await writeFile(path, bytes.with(-1, bytes.at(-1) === 0 ? 1 : 0))
    await expect(matchCity(folder, program)).rejects.toMatchObject({
      code: 'invalid-input',
      params: { issues: [{ code: 'city.checksum', params: { name: 'enterprise.district.u8' } }] },
    })
    const { rows } = await matchCity(folder, program, { verify: 'lengths' })
    expect(rows).toBe(20_000)
  })

  test('a truncated column is refused', async () => {
    await truncate(join(home, 'city', 'enterprise.district.u8'), 100)
    await expect(matchCity(join(home, 'city'), program)).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})
