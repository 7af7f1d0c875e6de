import { isoDate } from '@huiqi/domain'
import { type Column, type Table, writeCity } from '@huiqi/population'

const MISSING = -2_147_483_648
const NEVER = MISSING + 1
const ABSENT = 255
const ROWS = 600

/** Chance that is the same in every run. */
const createChance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Draw = (chance: () => number) => number | null

const PLAIN = { year: null, never: null, unit: { n: 1, d: 1 }, codes: null }

const drawn = (seed: number, draw: Draw, missing: number): readonly number[] => {
  const chance = createChance(seed)
  return Array.from({ length: ROWS }, () => draw(chance) ?? missing)
}

const money = (fact: string, year: number | null, values: readonly (number | null)[]): Column => ({
  ...PLAIN,
  fact,
  year,
  type: 'money',
  values: Int32Array.from(values, (value) => value ?? MISSING),
  missing: MISSING,
  unit: { n: 100, d: 1 },
})

const code = (
  fact: string,
  codes: readonly string[],
  values: readonly (number | null)[],
): Column => ({
  ...PLAIN,
  fact,
  type: 'code',
  values: Uint8Array.from(values, (value) => value ?? ABSENT),
  missing: ABSENT,
  codes,
})

const day = (fact: string, values: readonly number[]): Column => ({
  ...PLAIN,
  fact,
  type: 'date',
  values: Int32Array.from(values),
  missing: MISSING,
  never: NEVER,
})

const DISTRICTS = ['310112', '310115', '310117', '310120']
const INDUSTRIES = ['33', '34', '35', '65']
const GRANTED = 19_723
const UNTIL = 20_819

const projects = (revenue: readonly number[]): readonly Column[] => {
  const has = drawn(11, (chance) => (chance() < 0.3 ? 1 : 0), 0)
  const share = drawn(12, (chance) => chance() * 0.4, 0)
  const missing = drawn(13, (chance) => (chance() < 0.08 ? 1 : 0), 0)
  const investment = revenue.map((value, row) =>
    has[row] === 1 && missing[row] === 0
      ? Math.round((value * (share[row] ?? 0)) / 1e5) * 1e5
      : null,
  )
  const approved = investment.map((value, row) =>
    value === null || row % 17 === 0 ? null : Math.round(value * 0.8),
  )
  return [
    code(
      'project.kind',
      ['technical_renovation', 'other'],
      has.map((value, row) => (value === 1 ? Number(row % 5 === 0) : null)),
    ),
    money('project.total_investment', null, investment),
    money('project.approved_investment', null, approved),
  ]
}

/** A town of 600 enterprises that does not change with the city generator. */
export const sampleCity = (): Table => {
  const revenue = drawn(1, (chance) => Math.round(1e6 * 10 ** (chance() * 2.6)), 0)
  const pick = (seed: number, from: readonly string[]) =>
    drawn(seed, (chance) => (chance() < 0.02 ? null : Math.floor(chance() * from.length)), ABSENT)
  const holds = drawn(5, (chance) => (chance() < 0.2 ? 1 : 0), 0)
  const registered = drawn(
    6,
    (chance) => (chance() < 0.03 ? null : Number(chance() < 0.95)),
    ABSENT,
  )
  return {
    rows: ROWS,
    columns: [
      code('enterprise.district', DISTRICTS, pick(2, DISTRICTS)),
      code('enterprise.industry', INDUSTRIES, pick(3, INDUSTRIES)),
      money('enterprise.revenue', 2024, revenue),
      {
        ...PLAIN,
        fact: 'enterprise.employees',
        year: 2024,
        type: 'count',
        values: Int32Array.from(revenue, (value) => Math.round(value / 4e5)),
        missing: MISSING,
      },
      {
        ...PLAIN,
        fact: 'enterprise.is_registered_in_shanghai',
        type: 'boolean',
        values: Uint8Array.from(registered),
        missing: ABSENT,
      },
      day(
        'qualification.specialised_sme.granted_on',
        holds.map((held) => (held === 1 ? GRANTED : NEVER)),
      ),
      day(
        'qualification.specialised_sme.valid_until',
        holds.map((held) => (held === 1 ? UNTIL : NEVER)),
      ),
      ...projects(revenue),
    ],
    uscc: null,
  }
}

/** Writes the sample city into a folder. */
export const writeSampleCity = async (folder: string): Promise<void> => {
  const about = {
    synthetic: true,
    seed: null,
    asOf: isoDate('2025-09-15'),
    existing: 'replace',
  } as const
  await writeCity(folder, sampleCity(), about)
}
