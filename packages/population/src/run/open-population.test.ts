import { describe, expect, test } from 'vitest'
import { CITY_GROUPINGS } from '../compile/grouping.ts'
import { compilePopulation } from '../compile/program.ts'
import { BLOCK_ROWS } from '../kernel/block.ts'
import { signOf, signsOfBits, verdictsOf } from '../testing/row-answers.ts'
import { SAMPLE_RULES, sampleTable } from '../testing/sample-run.ts'
import { CLOCK, is, leaf, measureWith, rulesWith } from '../testing/test-rules.ts'
import { tableOf } from '../testing/test-table.ts'
import { matchRows } from './match-rows.ts'
import { openPopulation } from './open-population.ts'

const { rulebook, clock } = SAMPLE_RULES
const { measures } = rulebook.corpus

describe('the bits of one measure are the verdicts of the rows', () => {
  const table = sampleTable(257, 3)
  const population = openPopulation(table, SAMPLE_RULES)

  test.each(measures.map((measure) => [measure.id, measure] as const))('%s', (_, measure) => {
    const verdicts = verdictsOf({ table, rulebook, clock }, measure)
    const signs = signsOfBits(population.matchOne(measure), table.rows)
    expect(signs).toBe(verdicts.map(signOf).join(''))
  })
})

describe('the counts of one measure are those of a run over all', () => {
  const table = sampleTable(700, 4)
  const population = openPopulation(table, SAMPLE_RULES)
  const program = compilePopulation(measures, SAMPLE_RULES, CITY_GROUPINGS)
  const run = matchRows(table, program)

  test.each(measures.map(({ id }, place) => [id, place] as const))('%s', (_, place) => {
    const measure = measures[place]
    if (measure === undefined) throw new RangeError(`no measure ${place}`)
    const { groups, certainRows, possibleRows, ...counts } = population.matchOne(measure)
    expect(counts).toEqual(run.measures[place])
    expect(groups.map(({ countsOf }) => countsOf(0))).toEqual(
      run.groups.map(({ countsOf }) => countsOf(place)),
    )
    const ofBits = [...signsOfBits({ certainRows, possibleRows }, table.rows)]
    expect(ofBits.filter((sign) => sign === '+').length).toBe(counts.certain)
    expect(ofBits.filter((sign) => sign !== '-').length).toBe(counts.possible)
  })
})

describe('rows about the end of a word and of a block', () => {
  const measure = measureWith('listed', leaf('enterprise.is_listed', is(true)))
  const rules = { rulebook: rulesWith(measure), clock: CLOCK }

  test.each([0, 1, 31, 32, 33, BLOCK_ROWS - 1, BLOCK_ROWS, BLOCK_ROWS + 1, 2 * BLOCK_ROWS + 33])(
    '%i rows have as many bits',
    (rows) => {
      const listed = Array.from({ length: rows }, (_, row) => [true, false, null][row % 3] ?? null)
      const table = tableOf(rules.rulebook, { 'enterprise.is_listed': listed })
      const found = openPopulation(table, rules, []).matchOne(measure)
      expect(found.certainRows.length).toBe(Math.ceil(rows / 32))
      expect(signsOfBits(found, 32 * found.possibleRows.length)).toBe(
        '+-?'
          .repeat(rows)
          .slice(0, rows)
          .padEnd(32 * found.possibleRows.length, '-'),
      )
      expect(found.certain).toBe(Math.ceil(rows / 3))
      expect(found.possible).toBe(Math.ceil(rows / 3) + Math.floor(rows / 3))
    },
  )
})

test('one measure leaves nothing behind for the next', () => {
  const table = sampleTable(100)
  const population = openPopulation(table, SAMPLE_RULES)
  const [a, b] = measures.slice(1)
  if (a === undefined || b === undefined) throw new RangeError('two measures are needed')
  const before = population.matchOne(a)
  population.matchOne(b)
  const after = population.matchOne(a)
  const bitsOf = ({ certainRows, possibleRows }: typeof before) => [certainRows, possibleRows]
  expect(bitsOf(after)).toEqual(bitsOf(before))
})
