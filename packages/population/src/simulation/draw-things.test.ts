import { exact } from '@huiqi/domain'
import type { FactDefinition } from '@huiqi/engine'
import { describe, expect, test } from 'vitest'
import type { Column, Table } from '../table.ts'
import { drawThings } from './draw-things.ts'
import { BUILT_IN_ASSUMPTIONS, PROJECTS } from './projects.ts'
import { CLOCK, type TownRow, townRulebook, townTable, wan } from './testing/sample-town.ts'
import type { ThingAssumption } from './thing-assumption.ts'
import { rowsWithThing } from './things.ts'

const RULEBOOK = townRulebook()

const SURE: ThingAssumption = {
  ...PROJECTS,
  sections: { C: 1 },
  otherwise: 0,
  times: [
    { atLeast: wan(1000), factor: 1 },
    { atLeast: wan(100), factor: 0 },
  ],
}

const draw = (rows: readonly TownRow[], assumption: ThingAssumption = SURE, seed = 1): Table =>
  drawThings(townTable(rows), assumption, { rulebook: RULEBOOK, clock: CLOCK, seed })

const columnOf = (table: Table, fact: string): Column => {
  const column = table.columns.find((each) => each.fact === fact)
  if (column === undefined) throw new RangeError(fact)
  return column
}

const MANY = Array.from({ length: 20_000 }, (): TownRow => ({ industry: '34', revenue: 1000 }))

describe('assumed projects', () => {
  test('are brought forward by section and size; who has none has no value in any column', () => {
    const table = draw([
      { industry: '34', revenue: 1000 },
      { industry: '34', revenue: 999 },
      { industry: '65', revenue: 5000 },
      { industry: '34' },
      { revenue: 5000 },
    ])
    const has = rowsWithThing(table, RULEBOOK, 'project')
    expect(has && [...has]).toEqual([1, 0, 0, 0, 0])
    const added = table.columns.filter(({ fact }) => fact.startsWith('project.'))
    expect(added.map(({ fact }) => fact)).toEqual(Object.keys(PROJECTS.facts))
    for (const { values, missing } of added)
      expect([...values.slice(1)]).toEqual(Array(4).fill(missing))
  })

  test('stand in place of what the table says of projects', () => {
    const own: readonly TownRow[] = [{ industry: '65', kind: 'other', investment: 5 }]
    expect(rowsWithThing(townTable(own), RULEBOOK, 'project')).toEqual(Uint8Array.of(1))
    expect(rowsWithThing(draw(own), RULEBOOK, 'project')).toEqual(Uint8Array.of(0))
  })

  test('are the same for the same seed, and others for another', () => {
    const investment = (seed: number) =>
      columnOf(draw(MANY, SURE, seed), 'project.total_investment').values
    expect(investment(5)).toEqual(investment(5))
    expect(investment(5)).not.toEqual(investment(6))
  })

  test('do not depend on the rows after them', () => {
    const first = columnOf(draw(MANY.slice(0, 9000)), 'project.total_investment').values
    const whole = columnOf(draw(MANY), 'project.total_investment').values
    expect(whole.slice(0, 9000)).toEqual(first)
  })

  test('have whole steps, an approved part of the whole, and some values not known', () => {
    const table = draw(MANY)
    const total = columnOf(table, 'project.total_investment')
    const approved = columnOf(table, 'project.approved_investment')
    expect(total.unit).toEqual({ n: 1_000_000, d: 1 })
    const missing = total.values.filter((value) => value === total.missing).length
    expect(missing / MANY.length).toBeGreaterThan(0.015)
    expect(missing / MANY.length).toBeLessThan(0.025)
    for (const [row, part] of approved.values.entries()) {
      const whole = total.values[row] ?? total.missing
      if (part === approved.missing) continue
      expect(whole).not.toBe(total.missing)
      expect(part).toBeLessThanOrEqual(whole)
      expect(part).toBeGreaterThanOrEqual(Math.floor(whole * 0.7))
    }
  })

  test('have the median that is assumed', () => {
    const total = columnOf(draw(MANY), 'project.total_investment')
    const known = [...total.values]
      .filter((value) => value !== total.missing)
      .toSorted((a, b) => a - b)
    const median = known[Math.floor(known.length / 2)] ?? 0
    expect(median).toBeGreaterThan(1000 * 0.08 * 0.95)
    expect(median).toBeLessThan(1000 * 0.08 * 1.05)
  })

  test('say of facts outside the vocabulary nothing', () => {
    const facts = {
      ...PROJECTS.facts,
      'project.colour': { kind: 'true', share: 1, missing: 0 },
    } as const
    const table = draw(MANY.slice(0, 10), { ...SURE, facts })
    expect(table.columns.some(({ fact }) => fact === 'project.colour')).toBe(false)
  })
})

describe('the assumptions that come with the product', () => {
  test.each(BUILT_IN_ASSUMPTIONS)(
    'about each $about can be drawn',
    ({ about, sections, facts }) => {
      const known: readonly FactDefinition[] = RULEBOOK.corpus.facts
      for (const fact of Object.keys(facts)) {
        expect([fact, known.find(({ id }) => id === fact)?.subject]).toEqual([fact, about])
      }
      for (const share of Object.values(sections)) expect(share * 2.5).toBeLessThanOrEqual(1)
      expect(PROJECTS.times.map(({ atLeast }) => atLeast)).toContainEqual(exact(2_000_000_000))
    },
  )
})
