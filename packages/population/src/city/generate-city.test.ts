import { createHash } from 'node:crypto'
import { isoDate, parseUscc, toDayNumber } from '@huiqi/domain'
import { describe, expect, test } from 'vitest'
import { type Column, columnKey, type Table } from '../table.ts'
import { countTitles } from './describe-table.ts'
import { generateCity } from './generate-city.ts'
import { codeList, SMALL, smallRulebook } from './testing/small-rulebook.ts'

const AS_OF = isoDate('2026-11-22')
const DAY = toDayNumber(AS_OF)
/** Two percent of the city that the published counts belong to. */
const ROWS = 65_400
const RULEBOOK = smallRulebook()
const CITY = generateCity({ enterprises: ROWS, seed: 7, rulebook: RULEBOOK, asOf: AS_OF })

const find = (table: Table, key: string): Column => {
  const column = table.columns.find((each) => columnKey(each) === key)
  if (column === undefined) throw new RangeError(`no column ${key}`)
  return column
}

/** The value of a row in the unit of the fact (yuan for money), NaN when missing, -Infinity for never. */
const reader = (key: string): ((row: number) => number) => {
  const { values, missing, never, unit, type } = find(CITY, key)
  const perOne = unit.d * (type === 'money' ? 100 : 1)
  return (row) => {
    const value = values[row] ?? missing
    if (value === missing) return Number.NaN
    return value === never ? Number.NEGATIVE_INFINITY : (value * unit.n) / perOne
  }
}

const ROW_NUMBERS = Array.from({ length: ROWS }, (_, row) => row)

const rowsWhere = (holds: (row: number) => boolean): number => ROW_NUMBERS.filter(holds).length

const digest = ({ columns, uscc }: Table): string => {
  const hash = createHash('sha256')
  for (const { values } of columns) {
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  }
  return hash.update(uscc ?? '').digest('hex')
}

const small = (seed: number, enterprises = 10_000): Table =>
  generateCity({ enterprises, seed, rulebook: RULEBOOK, asOf: AS_OF })

describe('determinism', () => {
  test('the same seed gives the same bytes', () => {
    expect(digest(small(7))).toBe(digest(small(7)))
  })

  test('another seed gives other bytes', () => {
    expect(digest(small(8))).not.toBe(digest(small(7)))
  })

  test('rows stand by district, then by industry, each followed by those without', () => {
    const [district, industry] = ['enterprise.district', 'enterprise.industry'].map((key) =>
      find(CITY, key),
    )
    const isStated = (row: number): boolean => district?.values[row] !== district?.missing
    const placeOf = (row: number): number =>
      (district?.values[row] ?? 0) * 1_000 + (isStated(row) ? (industry?.values[row] ?? 0) : 0)
    expect(ROW_NUMBERS.filter((row) => row > 0 && placeOf(row) < placeOf(row - 1))).toEqual([])
  })

  test.each([0, -1, 1.5, 31 ** 5 + 1])('%d entities are refused', (enterprises) => {
    expect(() => small(7, enterprises)).toThrow(RangeError)
  })

  test('one entity is a city', () => {
    expect(small(7, 1).rows).toBe(1)
  })
})

describe('columns', () => {
  test('every stated fact that a rule reaches, yearly ones for the years at hand', () => {
    const keys = CITY.columns.map(columnKey)
    expect(keys).toContain('enterprise.pets')
    expect(keys).not.toContain('enterprise.unused')
    expect(keys).not.toContain('enterprise.revenue_growth@2025')
    expect(keys.filter((key) => key.startsWith('enterprise.rd_spending'))).toEqual([
      'enterprise.rd_spending@2023',
      'enterprise.rd_spending@2024',
      'enterprise.rd_spending@2025',
    ])
    expect(keys.filter((key) => key.startsWith('enterprise.platform_score'))).toEqual([
      'enterprise.platform_score@2023',
      'enterprise.platform_score@2024',
      'enterprise.platform_score@2025',
      'enterprise.platform_score@2026',
    ])
  })

  test('all on shared memory', () => {
    expect(CITY.columns.every(({ values }) => values.buffer instanceof SharedArrayBuffer)).toBe(
      true,
    )
  })

  test.each([
    'enterprise.revenue@2025',
    'enterprise.employees@2024',
    'enterprise.rd_spending@2023',
    'enterprise.new_equity_two_years',
    'enterprise.pets',
    'enterprise.gift',
  ])('three to five percent of %s are missing', (key) => {
    const read = reader(key)
    const share = rowsWhere((row) => Number.isNaN(read(row))) / ROWS
    expect(share).toBeGreaterThan(0.025)
    expect(share).toBeLessThan(0.055)
  })

  test('missing does not depend on the value', () => {
    const revenue = reader('enterprise.revenue@2025')
    const staff = reader('enterprise.employees@2025')
    const isLarge = (row: number): boolean => staff(row) >= 20
    const large = rowsWhere(isLarge)
    const missing = rowsWhere((row) => isLarge(row) && Number.isNaN(revenue(row)))
    expect(Math.abs(missing / large - 0.04)).toBeLessThan(0.015)
  })

  test('each block has its own missing rows and values', () => {
    const { values, missing } = find(CITY, 'enterprise.revenue@2025')
    const blocks = [0, 8_192].map((from) => [...values.slice(from, from + 8_192)])
    const gaps = blocks.map((block) => block.map((value) => value === missing))
    expect(gaps[0]).not.toEqual(gaps[1])
    expect(blocks[0]).not.toEqual(blocks[1])
  })

  test('judgements are mostly missing', () => {
    const read = reader('enterprise.is_in_key_field')
    expect(rowsWhere((row) => Number.isNaN(read(row))) / ROWS).toBeGreaterThan(0.9)
  })

  test('facts of projects stand only where there is one', () => {
    const investment = reader('project.total_investment')
    const approved = reader('project.approved_investment')
    const count = rowsWhere((row) => !Number.isNaN(investment(row)))
    expect(count).toBeGreaterThan(20)
    expect(count).toBeLessThan(ROWS / 50)
    expect(rowsWhere((row) => approved(row) > investment(row))).toBe(0)
  })
})

describe('published counts', () => {
  test('titles valid on the day, scaled and rounded', () => {
    const counts = Object.fromEntries(
      countTitles(CITY, AS_OF).map(({ title, valid, open }) => [title, { valid, open }]),
    )
    expect(counts).toMatchObject({
      innovative_sme: { valid: 440, open: 0 },
      specialised_sme: { valid: 240, open: 0 },
      little_giant: { valid: 17, open: 0 },
      single_champion: { valid: 3, open: 0 },
      high_tech: { valid: 480, open: 0 },
    })
  })

  test('some titles have run out', () => {
    const until = reader('qualification.innovative_sme.valid_until')
    expect(rowsWhere((row) => until(row) > 0 && until(row) < DAY)).toBeGreaterThan(20)
  })

  test('specialised ones are innovative, little giants are specialised', () => {
    const innovative = reader('qualification.innovative_sme.valid_until')
    const specialised = reader('qualification.specialised_sme.valid_until')
    const giant = reader('qualification.little_giant.valid_until')
    const odd = (row: number): boolean =>
      (specialised(row) >= DAY && !(innovative(row) >= DAY)) ||
      (giant(row) >= DAY && !(specialised(row) >= DAY))
    expect(rowsWhere(odd)).toBe(0)
  })

  test('holders of SME titles are not large', () => {
    const until = reader('qualification.innovative_sme.valid_until')
    const staff = reader('enterprise.employees@2025')
    const revenue = reader('enterprise.revenue@2025')
    const isLarge = (row: number): boolean => staff(row) >= 1_000 && revenue(row) >= 400_000_000
    expect(rowsWhere((row) => until(row) >= DAY && isLarge(row))).toBe(0)
  })
})

describe('credit codes', () => {
  const codes = ROW_NUMBERS.map((row) =>
    String.fromCharCode(...(CITY.uscc ?? new Uint8Array()).subarray(row * 18, row * 18 + 18)),
  )

  test('all are valid, without warnings', () => {
    const odd = codes.filter((code) => {
      const parsed = parseUscc(code)
      return !parsed.ok || parsed.warnings.length > 0
    })
    expect(odd).toEqual([])
  })

  test('no two are the same', () => {
    expect(new Set(codes).size).toBe(ROWS)
  })

  test('all say that they are synthetic', () => {
    expect(codes.every((code) => code.slice(8, 11) === 'XXX')).toBe(true)
  })

  test('kinds have their own beginning', () => {
    const kind = reader('enterprise.organisation_kind')
    const beginnings = ['91', '92', '93', '52', '99']
    const odd = ROW_NUMBERS.filter(
      (row) => !Number.isNaN(kind(row)) && codes[row]?.slice(0, 2) !== beginnings[kind(row)],
    )
    expect(odd).toEqual([])
  })
})

describe('sense', () => {
  const founded = reader('enterprise.founded_on')
  const revenue = reader('enterprise.revenue@2025')
  const staff = reader('enterprise.employees@2025')

  test('nothing happens before the founding', () => {
    const days = [
      'enterprise.four_above_first_on',
      'enterprise.above_size_entered_on',
      'enterprise.noted_on',
      'enterprise.little_giant_first_on',
      ...SMALL.qualifications.map(({ id }) => `qualification.${id}.granted_on`),
    ].map(reader)
    const isEarly = (row: number): boolean =>
      days.some((read) => Number.isFinite(read(row)) && read(row) < founded(row))
    expect(rowsWhere(isEarly)).toBe(0)
  })

  test('nothing has happened after the day of the city', () => {
    const days = [
      'enterprise.founded_on',
      'enterprise.four_above_first_on',
      'enterprise.above_size_entered_on',
      ...SMALL.qualifications.map(({ id }) => `qualification.${id}.granted_on`),
    ].map(reader)
    expect(rowsWhere((row) => days.some((read) => read(row) > DAY))).toBe(0)
  })

  test('titles end after they begin, and both days are never or none is', () => {
    for (const { id } of SMALL.qualifications) {
      const from = reader(`qualification.${id}.granted_on`)
      const until = reader(`qualification.${id}.valid_until`)
      expect(rowsWhere((row) => from(row) > until(row))).toBe(0)
    }
  })

  test('before its founding an enterprise has no revenue and no staff', () => {
    const next = toDayNumber(isoDate('2026-01-01'))
    const hasFigures = (row: number): boolean => revenue(row) > 0 || staff(row) > 0
    expect(rowsWhere((row) => founded(row) >= next && hasFigures(row))).toBe(0)
  })

  test('revenue has a heavy tail', () => {
    const sorted = ROW_NUMBERS.map(revenue)
      .filter(Number.isFinite)
      .toSorted((a, b) => a - b)
    const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0
    expect(at(0.5)).toBeLessThan(1_000_000)
    expect(at(0.99)).toBeGreaterThan(10_000_000)
    expect(at(0.9999)).toBeGreaterThan(500_000_000)
  })

  test('staff follow revenue', () => {
    const small = ROW_NUMBERS.filter((row) => revenue(row) > 0 && revenue(row) < 300_000)
    const large = ROW_NUMBERS.filter((row) => revenue(row) > 100_000_000)
    const most = Math.max(...small.map(staff).filter(Number.isFinite))
    expect(most).toBeLessThan(20)
    expect(large.filter((row) => staff(row) < 10)).toEqual([])
  })

  test('research staff are part of the staff', () => {
    const researchers = reader('enterprise.rd_staff@2025')
    expect(rowsWhere((row) => researchers(row) > staff(row))).toBe(0)
  })

  test('hardly anyone spends more on research than it earns', () => {
    const research = reader('enterprise.rd_spending@2025')
    const spenders = rowsWhere((row) => research(row) > 0)
    const over = rowsWhere((row) => research(row) > revenue(row))
    expect(spenders).toBeGreaterThan(ROWS / 200)
    expect(over / spenders).toBeLessThan(0.02)
  })

  test('who holds a title does research', () => {
    const until = reader('qualification.specialised_sme.valid_until')
    const research = reader('enterprise.rd_spending@2025')
    expect(rowsWhere((row) => until(row) >= DAY && research(row) === 0)).toBeLessThan(10)
  })

  test('own inventions are part of all inventions, three years of equity contain two', () => {
    const all = reader('enterprise.ip_class_one')
    const own = reader('enterprise.ip_class_one_self_developed')
    const two = reader('enterprise.new_equity_two_years')
    const three = reader('enterprise.new_equity_three_years')
    expect(rowsWhere((row) => own(row) > all(row) || two(row) > three(row))).toBe(0)
  })

  test('who is in the register has been above the limit or entered early', () => {
    const entered = reader('enterprise.above_size_entered_on')
    const industry = find(CITY, 'enterprise.industry')
    const isPlant = (row: number): boolean => {
      const code = industry.codes?.[industry.values[row] ?? 0]
      return code === '34' || code === '35'
    }
    const start = toDayNumber(isoDate('2024-06-01'))
    const figures = [2023, 2024, 2025].map((year) => reader(`enterprise.main_revenue@${year}`))
    const isBelow = (row: number): boolean => figures.every((read) => read(row) < 19_000_000)
    expect(rowsWhere((row) => entered(row) > 0)).toBeGreaterThan(80)
    expect(
      rowsWhere((row) => entered(row) > 0 && industry.values[row] !== 255 && !isPlant(row)),
    ).toBe(0)
    expect(rowsWhere((row) => entered(row) > start && isBelow(row))).toBeLessThan(20)
  })

  test('growth lasts: who grew last year grew the year before more often than not', () => {
    const [a, b, c] = [2023, 2024, 2025].map((year) => reader(`enterprise.revenue@${year}`))
    const early = toDayNumber(isoDate('2020-01-01'))
    const isOld = (row: number): boolean => founded(row) < early && revenue(row) > 0
    const grew = ROW_NUMBERS.filter((row) => isOld(row) && (c?.(row) ?? 0) > 1.1 * (b?.(row) ?? 0))
    const before = grew.filter((row) => (b?.(row) ?? 0) > (a?.(row) ?? 0))
    expect(before.length / grew.length).toBeGreaterThan(0.6)
  })
})

describe('another vocabulary', () => {
  test('facts it knows nothing of stay within their type and bounds', () => {
    const luck = reader('enterprise.luck')
    const pets = reader('enterprise.pets')
    const mood = find(CITY, 'enterprise.mood')
    const isOdd = (row: number): boolean => luck(row) < 0.1 || luck(row) > 1 || pets(row) > 9
    expect(rowsWhere(isOdd)).toBe(0)
    expect(mood.codes).toEqual(['good', 'bad'])
    expect(new Set(mood.values)).toEqual(new Set([0, 1, mood.missing]))
  })

  test('districts, kinds and industries of another city are used as they are', () => {
    const lists = SMALL.codeLists.filter(
      ({ id }) => !['district', 'industry', 'organisation_kind'].includes(id),
    )
    const rulebook = smallRulebook({
      codeLists: [
        ...lists,
        codeList('district', { north: null, south: null }),
        codeList('industry', { fishing: null, mining: null }),
        codeList('organisation_kind', { firm: null, club: null }),
      ],
    })
    const table = generateCity({ enterprises: 9_000, seed: 7, rulebook, asOf: AS_OF })
    const codes = ['district', 'industry', 'organisation_kind'].map(
      (fact) => find(table, `enterprise.${fact}`).codes,
    )
    expect(codes).toEqual([
      ['north', 'south'],
      ['fishing', 'mining'],
      ['firm', 'club'],
    ])
    expect(parseUscc(String.fromCharCode(...(table.uscc ?? []).slice(0, 18))).ok).toBe(true)
  })

  test('a vocabulary without titles, tables and lists is enough', () => {
    const rulebook = smallRulebook({ qualifications: [], classTables: [], codeLists: [] })
    const table = generateCity({ enterprises: 9_000, seed: 7, rulebook, asOf: AS_OF })
    expect(table.columns.length).toBeGreaterThan(20)
  })
})
