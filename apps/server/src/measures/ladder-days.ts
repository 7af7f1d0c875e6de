import type { LadderDay } from '@huiqi/contract'
import { parseDate } from '@huiqi/domain'
import { type Ladder, NOT_FOUND, type Rulebook } from '@huiqi/engine'

interface Period {
  readonly from: string
  readonly to: string
}

type LadderDate = Ladder['dates'][number]

const YEAR = 4

/** A yearly day in each year of the period in which it falls into it. */
const daysIn = (yearlyOn: string, { from, to }: Period): readonly string[] => {
  const first = Number(from.slice(0, YEAR))
  const last = Number(to.slice(0, YEAR))
  return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}-${yearlyOn}`).filter(
    (day) => from <= day && day <= to && parseDate(day) !== null,
  )
}

/** Whether the text behind a date still counts on a day: as long as one of its measures does, or when it has none. */
const isInForce = ({ corpus }: Rulebook, { provision }: LadderDate, day: string): boolean => {
  const [instrument] = provision.split(' ')
  const own = corpus.measures.filter((measure) => measure.instrument === instrument)
  return (
    own.length === 0 ||
    own.some(({ inForce: { to } }) => to === null || to === NOT_FOUND || day <= to)
  )
}

/** The yearly days of all ladders in a period, both ends included, as far as their texts are in force. */
export const ladderDays = (rulebook: Rulebook, period: Period): readonly LadderDay[] =>
  rulebook.corpus.ladders.flatMap(({ id, name, dates }) =>
    dates.flatMap((date) =>
      date.yearlyOn === null
        ? []
        : daysIn(date.yearlyOn, period)
            .filter((day) => isInForce(rulebook, date, day))
            .map((day) => {
              const { says, provision } = date
              return { day, kind: 'yearly', says, provision, ladder: { id, name } }
            }),
    ),
  )
