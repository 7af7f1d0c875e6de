import { join } from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import { generateCity, placesOf, plainReach, populationReach } from '@huiqi/population'
import { describe, expect, test } from 'vitest'

const POLICIES = join(import.meta.dirname, '..', '..', '..', '..', 'policies')
const DAY = isoDate('2025-09-15')
const CLOCK = { asOf: DAY, submittedOn: DAY }

const { corpus } = await loadCorpus(POLICIES)
const RULEBOOK = prepareRulebook(corpus)
const MEASURES = corpus.measures.filter(({ eligible }) => eligible !== null)
const TABLE = generateCity({ enterprises: 1200, seed: 4, rulebook: RULEBOOK, asOf: DAY })
const SETTING = { table: TABLE, rulebook: RULEBOOK, clock: CLOCK }

describe('every measure of the policies', () => {
  const plain = plainReach(SETTING)
  const compiled = populationReach(SETTING)

  test.each(MEASURES)('$id reaches the same rows with the same amounts both ways', (measure) => {
    expect(compiled(measure)).toEqual(plain(measure))
  })

  test.each(MEASURES)('$id stays as it is when the value of a place is put back', (measure) => {
    const places = placesOf(RULEBOOK, measure).filter(({ value }) => value.kind !== 'condition')
    expect(places.map(({ put, value }) => put(value))).toEqual(places.map(() => measure))
  })

  test.each(MEASURES)('$id has a path of its own for each place', (measure) => {
    const paths = placesOf(RULEBOOK, measure).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
  })
})
