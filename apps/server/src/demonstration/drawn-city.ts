import { addDays, type IsoDate } from '@huiqi/domain'
import { codeLineage, type Rulebook } from '@huiqi/engine'
import { chanceOf, idOf } from './chance.ts'
import { type Candidate, type CityRows, chooseRows } from './city-rows.ts'
import { SEED } from './demonstration.ts'
import { createNaming } from './enterprise-names.ts'

/** An enterprise of the demonstration. */
export interface DrawnEnterprise extends Candidate {
  readonly id: string
  readonly name: string
}

/** What everything else of the demonstration is drawn for. */
export interface DrawnCity extends CityRows {
  readonly rulebook: Rulebook
  readonly today: IsoDate
  readonly enterprises: readonly DrawnEnterprise[]
}

const SECTION = /^[A-T]$/

/** The section and the two digits of the division of an industry. */
const industryTraits = (rulebook: Rulebook, industry: string | null) => {
  const list = rulebook.facts.get('enterprise.industry')?.codes
  const index = list ? rulebook.codeLists.get(list) : undefined
  if (industry === null || index === undefined) return { section: null, division: '' }
  const section = codeLineage(index, industry).find((code) => SECTION.test(code)) ?? null
  return { section, division: industry.slice(0, 2) }
}

/** The Chinese name of a district; null: not in the vocabulary. */
export const districtName = (rulebook: Rulebook, district: string | null): string | null => {
  const list = rulebook.facts.get('enterprise.district')?.codes
  const codes = list ? rulebook.codeLists.get(list)?.list.codes : undefined
  const found = codes?.find(({ code }) => code === district)
  return found?.name.zh ?? null
}

/** Draws the enterprises; the same count, day and policies draw the same. */
export const drawCity = (
  { rulebook, today }: { readonly rulebook: Rulebook; readonly today: IsoDate },
  count: number,
): DrawnCity => {
  const rows = chooseRows({ rulebook, today }, count)
  const nameOf = createNaming(chanceOf(SEED, 'names'))
  const enterprises = rows.chosen.map((candidate) => ({
    ...candidate,
    id: idOf(SEED, `enterprise ${candidate.uscc}`),
    name: nameOf({
      ...industryTraits(rulebook, candidate.industry),
      kind: candidate.kind,
      district: districtName(rulebook, candidate.district)?.replace(/(?:新区|区)$/, '') ?? null,
    }),
  }))
  return { ...rows, rulebook, today, enterprises }
}

/** A moment of the demonstration: days before today, at a time of the city's day such as `09:30`. */
export const momentOf = (today: IsoDate, daysAgo: number, time: string): string =>
  `${addDays(today, -daysAgo)}T${time}:00+08:00`
