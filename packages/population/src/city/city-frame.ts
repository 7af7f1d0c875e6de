import { addYears, type IsoDate, isoDate, toDayNumber, yearOf } from '@huiqi/domain'
import { type CodeIndex, codeLineage, type Rulebook } from '@huiqi/engine'
import { type CityCells, partCity } from './city-cells.ts'
import { bestClassLimits, type ClassLimit } from './class-limits.ts'
import { DISTRICTS, SIZE_TILT, tiltOf, type Zone } from './districts.ts'
import { zipfWeights } from './picker.ts'
import { OTHER_SECTOR, SECTORS, type Sector } from './sectors.ts'

/** What a generated city is made from. */
export interface CityOptions {
  readonly enterprises: number
  readonly seed: number
  readonly rulebook: Rulebook
  /** The day on which titles are counted and up to which things have happened. */
  readonly asOf: IsoDate
}

/** The kinds of entities, in the order of their positions. */
export const KINDS = [
  'enterprise',
  'individual_business',
  'farmers_cooperative',
  'social_organisation',
  'other',
] as const

/** Positions in `KINDS`. */
export const KIND = { enterprise: 0, individual: 1, cooperative: 2, social: 3, other: 4 } as const

/** The shares of entities of which the register does not say the district or the industry. */
const UNSTATED = { district: 0.002, industry: 0.04 }

const KIND_WEIGHTS = [0.84, 0.145, 0.004, 0.006, 0.005]

/** How an industry enters the register of units above designated size. */
export interface Industry {
  readonly code: string
  readonly section: string
  readonly sector: Sector
  /** Yearly revenue in yuan from which it is above size; infinite when no revenue makes it so. */
  readonly aboveSize: number
  /** Whether not revenue but a licence or a project puts it above size. */
  readonly isAboveByLicence: boolean
  /** What a large enterprise reaches in full; empty when the table has nothing to say. */
  readonly large: readonly ClassLimit[]
}

/** A district with the pull on the size of its enterprises. */
export interface District {
  readonly code: string
  readonly zone: Zone
  readonly sizeTilt: number
  /** Six digits for credit codes: of the district, and of the city it lies in. */
  readonly division: string
  readonly cityDivision: string
}

/** The choices of a city before any row is drawn. */
export interface CityFrame extends CityOptions {
  /** `asOf` in days since 1970-01-01, and its year. */
  readonly day: number
  readonly year: number
  /** First day of the year `ago` years before, by `ago`. */
  readonly yearStarts: readonly number[]
  readonly industries: readonly Industry[]
  readonly districts: readonly District[]
  /** Which rows are of which district, industry and kind. */
  readonly cells: CityCells
}

const codesOf = (rulebook: Rulebook, fact: string): CodeIndex | undefined => {
  const list = rulebook.facts.get(fact)?.codes
  return list ? rulebook.codeLists.get(list) : undefined
}

const industryOf = (rulebook: Rulebook, code: string, section: string): Industry => {
  const limits = bestClassLimits(rulebook, 'above_size', code)
  const revenue = limits?.find(({ fact }) => fact.endsWith('revenue'))
  return {
    code,
    section,
    sector: SECTORS[section] ?? OTHER_SECTOR,
    aboveSize: revenue?.atLeast ?? Number.POSITIVE_INFINITY,
    isAboveByLicence: limits !== null && limits.length > 0 && revenue === undefined,
    large: bestClassLimits(rulebook, 'size_class', code) ?? [],
  }
}

const listIndustries = (rulebook: Rulebook): readonly Industry[] => {
  const index = codesOf(rulebook, 'enterprise.industry')
  const isListed = (code: string): boolean =>
    index === undefined || codeLineage(index, code).some((each) => index.ancestors.has(each))
  const known = Object.entries(SECTORS).flatMap(([section, { industries }]) =>
    Object.keys(industries)
      .toSorted()
      .filter(isListed)
      .map((code) => industryOf(rulebook, code, section)),
  )
  if (known.length > 0 || index === undefined) return known
  return index.list.codes.map(({ code }) => industryOf(rulebook, code, ''))
}

/** Stands in credit codes when the vocabulary numbers its districts in a way of its own. */
const NO_DIVISION = '310000'

const listDistricts = (rulebook: Rulebook): readonly District[] => {
  const index = codesOf(rulebook, 'enterprise.district')
  const codes = index?.list.codes.map(({ code }) => code) ?? Object.keys(DISTRICTS)
  return codes.map((code) => {
    const zone = DISTRICTS[code]?.zone ?? 'ring'
    const division = /^\d{6}$/.test(code) ? code : NO_DIVISION
    const cityDivision = `${division.slice(0, 2)}0000`
    return { code, zone, sizeTilt: SIZE_TILT[zone], division, cityDivision }
  })
}

const industryWeights = (
  industries: readonly Industry[],
  kind: (typeof KINDS)[number],
): readonly number[] => {
  const sumOf = (sector: Sector): number =>
    Object.values(sector.industries).reduce((sum, weight) => sum + weight, 0)
  return industries.map(({ code, section, sector }) => {
    const within = sector === OTHER_SECTOR ? 1 : (sector.industries[code] ?? 0) / sumOf(sector)
    switch (kind) {
      case 'individual_business':
        return sector.individuals * within
      case 'farmers_cooperative':
        return section === 'A' ? within : 1e-9
      case 'social_organisation':
        return 'PQRS'.includes(section) ? within : 1e-9
      default:
        return sector.enterprises * within
    }
  })
}

const districtWeights = (
  { section }: Industry,
  districts: readonly District[],
): readonly number[] => {
  const even = zipfWeights(districts.length, 0.6)
  return districts.map(
    ({ code, zone }, at) => (DISTRICTS[code]?.weight ?? even[at] ?? 0) * tiltOf(section, zone),
  )
}

const HISTORY = 8

const yearStartsOf = (asOf: IsoDate): readonly number[] => {
  const first = isoDate(`${asOf.slice(0, 4)}-01-01`)
  return Array.from({ length: HISTORY }, (_, ago) => toDayNumber(addYears(first, -ago)))
}

/** Reads the vocabulary and settles shares and limits. */
export const frameCity = (options: CityOptions): CityFrame => {
  const industries = listIndustries(options.rulebook)
  const districts = listDistricts(options.rulebook)
  return {
    ...options,
    day: toDayNumber(options.asOf),
    year: yearOf(options.asOf),
    yearStarts: yearStartsOf(options.asOf),
    industries,
    districts,
    cells: partCity(options.enterprises, {
      kinds: KIND_WEIGHTS,
      industries: KINDS.map((kind) => industryWeights(industries, kind)),
      districts: industries.map((industry) => districtWeights(industry, districts)),
      unstated: UNSTATED,
    }),
  }
}
