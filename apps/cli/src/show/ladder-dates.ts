import { addMonths, daysBetween, type IsoDate, parseDate, yearOf } from '@huiqi/domain'
import type { LadderView } from '@huiqi/engine'
import { words } from '@huiqi/wording'
import type { Io } from '../io.ts'
import { hang } from './layout.ts'
import { paint } from './paint.ts'
import { section } from './section.ts'

const TEXT = {
  zh: { dates: '重要日期', left: (days: string) => `剩 ${days}`, rules: '其他规定' },
  en: { dates: 'Dates that matter', left: (days: string) => `${days} left`, rules: 'Other rules' },
} as const

type Dated = LadderView['ladder']['dates'][number]

/** The next time that a day of the year comes, the day itself included. */
const nextOf = (monthAndDay: string, asOf: IsoDate): IsoDate | null => {
  const year = yearOf(asOf)
  const days = [year, year + 1].flatMap((each) => parseDate(`${each}-${monthAndDay}`) ?? [])
  return days.find((day) => day >= asOf) ?? null
}

const dayOf = (
  view: LadderView,
  { yearlyOn, monthsAfterGrant }: Dated,
  asOf: IsoDate,
): IsoDate | null => {
  if (yearlyOn !== null) return nextOf(yearlyOn, asOf)
  const granted = parseDate(String(view.current?.grantedOn ?? ''))
  return granted === null || monthsAfterGrant === null ? null : addMonths(granted, monthsAfterGrant)
}

/** The dates of a ladder, the nearest first; rules without a date of their own below. */
export const showLadderDates = (io: Io, view: LadderView, asOf: IsoDate): readonly string[] => {
  const { language } = io
  const text = TEXT[language]
  const { inBrackets } = words[language].punctuation
  const all = view.ladder.dates.map((dated) => ({ dated, day: dayOf(view, dated, asOf) }))
  const says = ({ says: said, provision }: Dated): string =>
    `${said[language]} ${paint(io, 'soft', `[${provision}]`)}`
  const dates = all
    .flatMap(({ dated, day }) => (day === null ? [] : [{ dated, day }]))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ dated, day }) => {
      const left = daysBetween(asOf, day)
      const when = left < 0 ? day : day + inBrackets(text.left(words[language].days(left)))
      return hang(io, '    ', `${when} ${says(dated)}`)
    })
  const rules = all
    .filter(({ day }) => day === null)
    .map(({ dated }) => hang(io, '    ', says(dated)))
  return [...section(io, `  ${text.dates}`, dates), ...section(io, `  ${text.rules}`, rules)]
}
