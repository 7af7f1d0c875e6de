import { join } from 'node:path'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import { prepareRulebook } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import { namesOf, prepareOurs } from './ours.ts'
import { randomEnterprises, withUnknowns } from './random-enterprises.ts'

const POLICIES = join(import.meta.dirname, '..', '..', 'policies')
const { corpus } = await loadCorpus(POLICIES)
const rulebook = prepareRulebook(corpus)

describe('the program answers all measures of the policy folder as the plain evaluator does', () => {
  test.each([
    ['2023-05-17', 0],
    ['2023-12-31', 0.05],
    ['2024-09-01', 0.3],
    ['2025-11-01', 0.05],
    ['2026-03-31', 0.15],
    ['2026-04-01', 0.6],
  ])('on %s with a share of %d of the facts unknown', (date, share) => {
    const clock = { asOf: isoDate(date), submittedOn: isoDate(date) }
    const ours = prepareOurs(rulebook, corpus.measures, clock)
    const known = randomEnterprises(corpus, clock, { count: 25, seed: 5 })
    const differences = withUnknowns(known, { share, seed: 6 }).flatMap((sample) => {
      const fast = namesOf(ours.runProgram(sample))
      return ours.runPlain(sample).flatMap((plain, index) => {
        const measure = corpus.measures[index]?.id
        return plain === fast[index] ? [] : [{ measure, plain, fast: fast[index] }]
      })
    })
    expect(differences).toEqual([])
  })
})
