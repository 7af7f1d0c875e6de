import path from 'node:path'
import { isoDate } from '@huiqi/domain'
import {
  benefitKey,
  type Enterprise,
  matchEnterprise,
  type Rulebook,
  type Verdict,
} from '@huiqi/engine'
import { enterpriseOfRow, generateCity } from '@huiqi/population'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadPolicies } from '../platform/load-policies.ts'
import { screen } from './screen.ts'
import { screeningIndexOf } from './screening-index.ts'

const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..')
const DAYS = ['2025-09-15', '2026-05-01'].map((day) => isoDate(day))
const ENTERPRISES = 80

let rulebook: Rulebook
let enterprises: readonly Enterprise[]

/** Enterprises with none, unknown, one or several things of each kind. */
const withThings = (
  row: number,
  all: readonly ReturnType<typeof enterpriseOfRow>[],
): Enterprise => {
  const found = all[row]
  if (found === undefined) throw new RangeError(`no row ${row}`)
  const things = Object.fromEntries(
    Object.entries(found.things).flatMap(([kind, thing]) => {
      const choice = (row + kind.length) % 4
      if (choice === 0) return []
      if (choice === 1) return [[kind, []]]
      const others = [row + 1, row + 2].flatMap((other) => {
        const another = Object.entries(all[other]?.things ?? {}).find(
          ([each]) => each === kind,
        )?.[1]
        return another === undefined ? [] : [{ ...another, id: `${kind}-${other}` }]
      })
      return [[kind, choice === 2 ? [thing] : [thing, ...others]]]
    }),
  )
  return { ...found.enterprise, things }
}

beforeAll(async () => {
  rulebook = (await loadPolicies(path.join(ROOT, 'policies'), path.join(ROOT, '.huiqi'))).rulebook
  const [asOf = isoDate('2025-09-15')] = DAYS
  const table = generateCity({ enterprises: ENTERPRISES, seed: 3, rulebook, asOf })
  const all = Array.from({ length: ENTERPRISES }, (_, row) => enterpriseOfRow(table, row, rulebook))
  enterprises = all.map((_, row) => withThings(row, all))
})

const keysOf = (verdicts: readonly Verdict[], ...outcomes: readonly string[]) =>
  verdicts
    .filter(({ outcome }) => outcomes.includes(outcome))
    .map(benefitKey)
    .toSorted()

describe.each(DAYS)('on %s', (day) => {
  test('every measure comes out as in the plain evaluator, and the best combination is worth the same', async () => {
    const at = await screeningIndexOf(rulebook, day)
    for (const enterprise of enterprises) {
      const found = screen(at, enterprise)
      const match = matchEnterprise(rulebook, enterprise, at.clock)
      const keys = (entries: readonly { readonly key: string }[]) =>
        entries.map(({ key }) => key).toSorted()
      expect(keys(found.met)).toEqual(keysOf(match.verdicts, 'met'))
      expect(keys(found.open)).toEqual(keysOf(match.verdicts, 'unknown', 'needs-review'))
      expect(keys(found.unmet())).toEqual(keysOf(match.verdicts, 'unmet'))
      expect(keys(found.held)).toEqual(match.held.map(benefitKey).toSorted())
      expect(found.combination.total).toEqual(match.combination.total)
      expect(found.combination.leftOut.length).toBe(match.combination.leftOut.length)
      expect(found.counts).toEqual({
        met: keysOf(match.verdicts, 'met').length,
        open: keysOf(match.verdicts, 'unknown', 'needs-review').length,
        unmet: keysOf(match.verdicts, 'unmet').length,
        held: match.held.length,
        services: match.services.length,
        'without-text': match.withoutText.length,
        'without-thing': match.withoutThing.length,
        'not-in-force': match.notInForce.length,
      })
    }
  })
})

test('some are met, some open, some without the thing that a measure is about', async () => {
  const [day = isoDate('2025-09-15')] = DAYS
  const at = await screeningIndexOf(rulebook, day)
  const all = enterprises.map((enterprise) => screen(at, enterprise))
  const sum = (count: (screening: (typeof all)[number]) => number) =>
    all.reduce((total, screening) => total + count(screening), 0)
  expect(sum(({ counts }) => counts.met)).toBeGreaterThan(ENTERPRISES / 2)
  expect(sum(({ counts }) => counts.open)).toBeGreaterThan(ENTERPRISES)
  expect(sum(({ counts }) => counts['without-thing'])).toBeGreaterThan(0)
})
