import { addDays, addMonths, fromDayNumber, toDayNumber } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { type CellFault, NEVER_DAY } from './cell.ts'

/** Works out what a row leaves open of its titles, and finds days in the wrong order. */
export type TitleCheck = (values: Float64Array) => CellFault | null

interface TitlePlaces {
  readonly title: string
  readonly granted: number
  readonly until: number
  readonly lastDay: (granted: number) => number
}

const lastDayAfter = (months: number | null): ((granted: number) => number) => {
  const known = new Map<number, number>()
  return (granted) => {
    if (granted === NEVER_DAY || months === null) return Number.NaN
    const found =
      known.get(granted) ?? toDayNumber(addDays(addMonths(fromDayNumber(granted), months), -1))
    known.set(granted, found)
    return found
  }
}

const findPlaces = (
  { qualifications }: Pick<Rulebook, 'qualifications'>,
  places: ReadonlyMap<string, number>,
): readonly TitlePlaces[] =>
  [...qualifications.values()].flatMap(({ id, name, validMonths }) => {
    const granted = places.get(`qualification.${id}.granted_on`)
    const until = places.get(`qualification.${id}.valid_until`)
    if (granted === undefined || until === undefined) return []
    return [{ title: name.zh, granted, until, lastDay: lastDayAfter(validMonths) }]
  })

const dayText = (day: number): string => (day === NEVER_DAY ? 'never' : fromDayNumber(day))

/** Facts of last days that follow from first days: they become columns even where a source has none. */
export const missingLastDays = (
  { qualifications }: Pick<Rulebook, 'qualifications'>,
  facts: ReadonlySet<string>,
): readonly string[] =>
  [...qualifications.keys()]
    .filter((id) => facts.has(`qualification.${id}.granted_on`))
    .map((id) => `qualification.${id}.valid_until`)
    .filter((fact) => !facts.has(fact))

/** The check for rows whose facts stand at `places`. */
export const createTitleCheck = (
  rulebook: Pick<Rulebook, 'qualifications'>,
  places: ReadonlyMap<string, number>,
): TitleCheck => {
  const titles = findPlaces(rulebook, places)
  return (values) => {
    for (const { title, granted, until, lastDay } of titles) {
      const from = values[granted] ?? Number.NaN
      if (Number.isNaN(from)) continue
      const to = values[until] ?? Number.NaN
      if (Number.isNaN(to)) values[until] = lastDay(from)
      else if (to < from) {
        const params = { title, from: dayText(from), to: dayText(to) }
        return { code: 'enterprise.title-order', params }
      }
    }
    return null
  }
}
