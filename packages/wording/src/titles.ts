import { daysBetween, type IsoDate, parseDate } from '@huiqi/domain'
import { type Enterprise, NEVER } from '@huiqi/engine'
import type { Reader } from './reader.ts'
import { words } from './words.ts'

/** A title that an enterprise states; `until` is null when it does not expire. */
export interface StatedTitle {
  readonly id: string
  readonly grantedOn: IsoDate
  readonly until: IsoDate | null
}

const SOON_DAYS = 180

const stated = ({ facts }: Enterprise, fact: string): IsoDate | null => {
  const value = facts[fact]?.[0]?.value
  return typeof value === 'string' && value !== NEVER ? parseDate(value) : null
}

/** The titles granted up to the day, the next to expire first; expired ones are last. */
export const findTitles = (reader: Reader, enterprise: Enterprise): readonly StatedTitle[] => {
  const { rulebook, asOf } = reader
  const titles = rulebook.corpus.qualifications.flatMap(({ id }) => {
    const grantedOn = stated(enterprise, `qualification.${id}.granted_on`)
    const until = stated(enterprise, `qualification.${id}.valid_until`)
    return grantedOn === null || grantedOn > asOf ? [] : [{ id, grantedOn, until }]
  })
  const rank = ({ until }: StatedTitle): string =>
    until === null ? '1' : `${until < asOf ? '2' : '0'}${until}`
  return titles.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** `High-tech enterprise, valid until 2026-11-14, 90 days left` */
export const showTitle = ({ rulebook, language, asOf }: Reader, title: StatedTitle): string => {
  const { title: said, days, punctuation } = words[language]
  const name = rulebook.qualifications.get(title.id)?.name[language] ?? title.id
  if (title.until === null) return name
  if (title.until < asOf) return name + punctuation.inBrackets(said.expired(title.until))
  const left = daysBetween(asOf, title.until)
  const soon = language === 'zh' ? `，剩 ${days(left)}` : `, ${days(left)} left`
  return name + punctuation.inBrackets(said.until(title.until) + (left <= SOON_DAYS ? soon : ''))
}
