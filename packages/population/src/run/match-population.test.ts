import { describe, expect, test } from 'vitest'
import { CITY_GROUPINGS } from '../compile/grouping.ts'
import { compilePopulation } from '../compile/program.ts'
import type { Table } from '../table.ts'
import { ENGINE_MEASURES, SAMPLE_RULES, sampleTable } from '../testing/sample-run.ts'
import { CLOCK, group, measureWith, operand, reference, rulesWith } from '../testing/test-rules.ts'
import { tableOf } from '../testing/test-table.ts'
import { matchPopulation } from './match-population.ts'
import { matchRows } from './match-rows.ts'
import type { PopulationMatch } from './population-match.ts'
import type { Progress } from './progress.ts'

const { measures } = SAMPLE_RULES.rulebook.corpus
const MANY = measures.filter((_, place) => place % 3 === 0)
const PROGRAM = compilePopulation(MANY, SAMPLE_RULES, CITY_GROUPINGS)
const FEW = compilePopulation(measures.slice(-8), SAMPLE_RULES, CITY_GROUPINGS)
/** A program that takes a while. */
const SLOW = compilePopulation(ENGINE_MEASURES, SAMPLE_RULES)

const plainOf = ({ rows, measures: found, groups }: PopulationMatch) => ({
  rows,
  measures: found,
  groups: groups.map(({ labels, rows: each, countsOf }) => ({
    labels,
    rows: each,
    counts: found.map((_, place) => countsOf(place)),
  })),
})

/** What keeps this process alive on behalf of workers. */
const workersLeft = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'Worker' || name === 'MessagePort')
    .length

describe('as many workers as you like', () => {
  const table = sampleTable(800)
  const expected = plainOf(matchRows(table, PROGRAM))

  test.each([1, 2, 3])('%i find what this thread finds', async (workers) => {
    const found = await matchPopulation(table, PROGRAM, { workers, blockRows: 256 })
    expect(plainOf(found)).toEqual(expected)
  })

  test('more workers than blocks', async () => {
    const found = await matchPopulation(table, PROGRAM, { workers: 4, blockRows: 8192 })
    expect(plainOf(found)).toEqual(expected)
  })

  test('only counts', async () => {
    const found = await matchPopulation(table, PROGRAM, { workers: 2, counted: 'counts' })
    expect(plainOf(found)).toEqual(plainOf(matchRows(table, PROGRAM, { counted: 'counts' })))
  })
})

test.each([0, 1, 31, 33, 255, 257])('%i rows', async (rows) => {
  const table = sampleTable(rows)
  const found = await matchPopulation(table, FEW, { workers: 1, blockRows: 256 })
  expect(plainOf(found)).toEqual(plainOf(matchRows(table, FEW)))
})

/** The rows of a table again and again. */
const repeated = (table: Table, times: number): Table => ({
  ...table,
  rows: table.rows * times,
  columns: table.columns.map((column) => {
    const { values } = column
    const buffer = new SharedArrayBuffer(values.byteLength * times)
    const all =
      values instanceof Float64Array
        ? new Float64Array(buffer)
        : values instanceof Int32Array
          ? new Int32Array(buffer)
          : values instanceof Uint16Array
            ? new Uint16Array(buffer)
            : new Uint8Array(buffer)
    for (let time = 0; time < times; time += 1) all.set(values, time * values.length)
    return { ...column, values: all }
  }),
})

test('workers add up totals beyond 2^53 to the fen', async () => {
  const share = {
    kind: 'rate',
    rate: operand(1),
    of: reference('enterprise.revenue@last'),
  } as const
  const from = measureWith('from', group('all'), { kind: 'at-least', amount: share })
  const upTo = measureWith('up to', group('all'), { kind: 'at-most', amount: share })
  const rules = { rulebook: rulesWith(from, upTo), clock: CLOCK }
  const figure = 2 ** 50 + 1
  const table = tableOf(rules.rulebook, { 'enterprise.revenue@2024': Array(700).fill(figure) })
  const program = compilePopulation([from, upTo], rules)
  const { measures: found } = await matchPopulation(table, program, { workers: 2, blockRows: 256 })
  const sum = 700n * BigInt(figure)
  expect(found.map(({ money }) => money)).toEqual([
    { low: sum, high: 0n, unbounded: 700, unknown: 0 },
    { low: 0n, high: sum, unbounded: 0, unknown: 0 },
  ])
})

describe('progress', () => {
  test('only rises and ends with all rows', async () => {
    const table = repeated(sampleTable(1000), 12)
    const seen: Progress[] = []
    const onProgress = (progress: Progress): void => {
      seen.push(progress)
    }
    await matchPopulation(table, SLOW, { workers: 2, blockRows: 256, onProgress })
    const rows = seen.map((each) => each.rows)
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    expect(rows.length).toBeGreaterThan(1)
    expect(seen.every(({ rowsInAll }) => rowsInAll === 12_000)).toBe(true)
    expect(seen.at(-1)).toMatchObject({ rows: 12_000, secondsLeft: 0 })
  })

  test('ends with no rows when there are none', async () => {
    const seen: number[] = []
    const onProgress = ({ rows }: Progress): void => {
      seen.push(rows)
    }
    await matchPopulation(sampleTable(0), PROGRAM, { onProgress })
    expect(seen.at(-1)).toBe(0)
  })
})

describe('a signal', () => {
  const reason = new Error('enough')

  test('given before the run keeps it from starting', async () => {
    const seen: Progress[] = []
    const onProgress = (progress: Progress): void => {
      seen.push(progress)
    }
    const run = matchPopulation(sampleTable(10), PROGRAM, {
      signal: AbortSignal.abort(reason),
      onProgress,
    })
    await expect(run).rejects.toBe(reason)
    expect(seen).toEqual([])
  })

  test('given at once stops the run', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const run = matchPopulation(sampleTable(1000), PROGRAM, { workers: 2, signal })
    controller.abort(reason)
    await expect(run).rejects.toBe(reason)
  })

  test('given while workers are busy stops them before the last row', async () => {
    const before = workersLeft()
    const table = repeated(sampleTable(1000), 200)
    const controller = new AbortController()
    const { signal } = controller
    let rows = 0
    const onProgress = (progress: Progress): void => {
      rows = progress.rows
      if (rows > 0) controller.abort(reason)
    }
    const run = matchPopulation(table, SLOW, { workers: 2, blockRows: 256, signal, onProgress })
    await expect(run).rejects.toBe(reason)
    expect(rows).toBeGreaterThan(0)
    expect(rows).toBeLessThan(table.rows)
    expect(workersLeft()).toBe(before)
  })

  test('given after the run changes nothing', async () => {
    const controller = new AbortController()
    const { signal } = controller
    const found = await matchPopulation(sampleTable(10), PROGRAM, { workers: 1, signal })
    controller.abort(reason)
    expect(found.rows).toBe(10)
  })
})

describe('a worker that throws', () => {
  const good = sampleTable(1000)

  /** The plain evaluator meets a position without a code in the first row. */
  const broken = (table: Table): Table => ({
    ...table,
    columns: table.columns.map((column) => {
      if (column.fact !== 'enterprise.district') return column
      const values = new Uint16Array(new SharedArrayBuffer(2 * table.rows))
      return { ...column, values: values.fill(7, 0, 1) }
    }),
  })

  test.each([1, 2])('of %i fails the run and stops the others', async (workers) => {
    const before = workersLeft()
    let rows = 0
    const onProgress = (progress: Progress): void => {
      rows = progress.rows
    }
    const table = broken(repeated(good, 200))
    const run = matchPopulation(table, SLOW, { workers, blockRows: 256, onProgress })
    await expect(run).rejects.toThrow('enterprise.district: no code at 7')
    expect(rows).toBeLessThan(table.rows)
    expect(workersLeft()).toBe(before)
  })

  test('does not harm the next run', async () => {
    await expect(matchPopulation(broken(good), SLOW, { workers: 1 })).rejects.toThrow(RangeError)
    const found = await matchPopulation(good, SLOW, { workers: 1 })
    expect(plainOf(found)).toEqual(plainOf(matchRows(good, SLOW)))
  })
})
