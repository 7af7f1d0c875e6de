import { addDays } from '@huiqi/domain'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { keepPastVisit } from '../screening/changes-since.ts'
import { tellFollowers } from '../workspace/follow-measures.ts'
import type { Cast, Part } from './draw-people.ts'
import { type DrawnCity, momentOf } from './drawn-city.ts'
import { DAYS_OF_LIFE } from './rows-of-enterprises.ts'
import type { rowsOfMessages } from './rows-of-messages.ts'
import { insertRows } from './rows-repository.ts'

/** Days before today on which the members looked last: before the newest facts, so that there is something to see. */
const VISITED_DAYS_AGO = 10

const VISITORS = ['owner', 'finance', 'consultant', 'second-owner'] as const satisfies Part[]

/** Lets the month pass day by day: what is written to the enterprises, each morning's news to followers, last visits. */
export const liveMonth = async (
  work: Work,
  { policies: { rulebook } }: Pick<Platform, 'policies'>,
  drawn: {
    readonly city: DrawnCity
    readonly cast: Cast
    readonly messages: ReturnType<typeof rowsOfMessages>
  },
): Promise<void> => {
  const { city, cast, messages } = drawn
  const at = (daysAgo: number, time: string) => new Date(momentOf(city.today, daysAgo, time))
  for (let daysAgo = DAYS_OF_LIFE; daysAgo >= 0; daysAgo -= 1) {
    const today = addDays(city.today, -daysAgo)
    const written = messages.filter(({ created_at: on }) => on.startsWith(today))
    await insertRows(work, 'messages', written)
    await tellFollowers(work, rulebook, { today, at: at(daysAgo, '06:15') })
  }
  for (const part of VISITORS) {
    await keepPastVisit(work, rulebook, {
      enterprise: (part === 'second-owner' ? cast.second : cast.first).id,
      account: cast.person(part).id,
      day: addDays(city.today, -VISITED_DAYS_AGO),
      at: at(VISITED_DAYS_AGO, '17:20'),
    })
  }
}
