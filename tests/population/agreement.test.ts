import path from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import { CITY_GROUPINGS, compilePopulation, matchPopulation } from '@huiqi/population'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../tools/repository.ts'
import { randomRows } from '../second-engines/random-rows.ts'
import { plainTallies } from './plain-tally.ts'
import { columnsOf, tableOf } from './sample-table.ts'

const IS_FULL = process.env.FULL === '1'
const ROWS = IS_FULL ? 10_000 : 70
const TEN_MINUTES = 600_000

const { corpus } = await loadCorpus(path.join(ROOT, 'policies'))
const rulebook = prepareRulebook(corpus)
const { measures } = corpus

const clockOn = (day: string) => ({ asOf: isoDate(day), submittedOn: isoDate(day) })
const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0)

const matchOf = async (day: string, seed: number) => {
  const clock = clockOn(day)
  const year = Number(day.slice(0, 4))
  const columns = columnsOf(
    rulebook,
    [0, 1, 2, 3, 4].map((ago) => year - ago),
  )
  const rows = randomRows(corpus, columns, { count: ROWS, seed, missing: 0.3 })
  const program = compilePopulation(measures, { rulebook, clock }, CITY_GROUPINGS)
  const options = IS_FULL ? {} : { workers: 1 }
  const match = await matchPopulation(tableOf(rows, columns), program, options)
  return { rows, clock, match }
}

describe('every measure of the policies over random rows with 30 % of the facts missing; FULL=1 takes 10,000 rows', () => {
  test.each([
    ['2025-10-15', 1],
    ['2026-05-20', 2],
  ])(
    'on %s, seed %i, counts and pays what the plain evaluator does',
    async (day, seed) => {
      const { rows, clock, match } = await matchOf(day, seed)
      const expected = plainTallies(rulebook, measures, { rows, clock })
      const found = match.measures.map(({ measure, certain, possible, money }) => [
        measure.id,
        { certain, possible, money },
      ])
      expect(found).toEqual(measures.map(({ id }, place) => [id, expected[place]]))
      expect(found.length).toBeGreaterThanOrEqual(132)
      for (const group of match.groups) {
        expect(sum(group.rows)).toBe(ROWS)
        const totals = measures.map((_, place) => {
          const { certain, possible } = group.countsOf(place)
          return [sum(certain), sum(possible)]
        })
        expect(totals).toEqual(match.measures.map(({ certain, possible }) => [certain, possible]))
      }
    },
    TEN_MINUTES,
  )
})
