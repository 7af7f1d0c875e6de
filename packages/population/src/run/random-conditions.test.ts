import type { Condition, Measure } from '@huiqi/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePopulation } from '../compile/program.ts'
import { createRandom } from '../testing/random.ts'
import { RANDOM_CONDITION, RANDOM_PROJECT_CONDITION } from '../testing/random-condition.fixture.ts'
import { randomTable } from '../testing/random-table.ts'
import { signOf, verdictsOf } from '../testing/row-answers.ts'
import { CLOCK, measureWith, rulesWith } from '../testing/test-rules.ts'
import { matchRows } from './match-rows.ts'

const RULEBOOK = rulesWith()
const TABLE = randomTable({
  rulebook: RULEBOOK,
  rows: 120,
  year: 2025,
  missing: 0.3,
  random: createRandom(17),
})

const measuresOf = (
  conditions: readonly Condition[],
  about: Measure['about'],
): readonly Measure[] =>
  conditions.map((eligible, place) => ({
    ...measureWith(`${about} ${place}`, eligible),
    about,
  }))

test('any conditions together count the rows that the plain evaluator finds', () => {
  const asked = { table: TABLE, rulebook: RULEBOOK, clock: CLOCK }
  const own = fc.array(RANDOM_CONDITION, { minLength: 1, maxLength: 6 })
  const ofProjects = fc.array(RANDOM_PROJECT_CONDITION, { maxLength: 2 })
  fc.assert(
    fc.property(own, ofProjects, (eligible, withProject) => {
      const measures = [
        ...measuresOf(eligible, 'enterprise'),
        ...measuresOf(withProject, 'project'),
      ]
      const match = matchRows(TABLE, compilePopulation(measures, asked))
      const found = match.measures.map(({ certain, possible }) => ({ certain, possible }))
      const expected = measures.map((measure) => {
        const signs = verdictsOf(asked, measure).map(signOf)
        return {
          certain: signs.filter((sign) => sign === '+').length,
          possible: signs.filter((sign) => sign !== '-').length,
        }
      })
      expect(found).toEqual(expected)
    }),
    { numRuns: 40, seed: 2025 },
  )
})
