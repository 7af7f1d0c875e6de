import { addDays, daysBetween, type IsoDate, isoDate } from '@huiqi/domain'
import { type Call, type Measure, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import { changesOf, type RecordedChange } from '../measures/recorded-changes.ts'
import { inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Job } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { type Telling, tellOnce } from './message-repository.ts'
import { listFollowed } from './saved-repository.ts'

/** Days before a first or last day at which followers are told. */
const SOON_DAYS = 14

const CITY_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

type News = Pick<Telling, 'what' | 'kind' | 'params'>

interface Days {
  readonly today: IsoDate
  readonly followedOn: IsoDate
  /** The last change of measures that was known then. */
  readonly followedChange: number
}

const newsOfCall = (call: Call, { today, followedOn }: Days): readonly News[] => {
  const { id, from, to } = call
  const soon = addDays(today, SOON_DAYS)
  const until = to === NOT_FOUND ? '' : to
  if (from > today) {
    const params = { day: from, days: daysBetween(today, from) }
    return from <= soon ? [{ what: `opens ${id} ${from}`, kind: 'call-opens', params }] : []
  }
  if (until !== '' && until < today) return []
  const opened: readonly News[] =
    from > followedOn
      ? [{ what: `opened ${id} ${from}`, kind: 'call-opened', params: { day: from, until } }]
      : []
  if (to === NOT_FOUND || to > soon) return opened
  const params = { day: to, days: daysBetween(today, to) }
  return [...opened, { what: `closes ${id} ${to}`, kind: 'call-closes', params }]
}

const newsOfChange = (change: RecordedChange, { followedChange }: Days): readonly News[] => {
  const { id, kind, happenedOn: day } = change
  if (kind === 'published' || id <= followedChange) return []
  return [{ what: `change ${id}`, kind: `measure-${kind}`, params: { day } }]
}

/** What followers of a measure are to be told today. */
export const newsOf = (
  measure: Measure | undefined,
  changes: readonly RecordedChange[],
  days: Days,
): readonly News[] => [
  ...(measure?.calls.flatMap((call) => newsOfCall(call, days)) ?? []),
  ...changes.flatMap((change) => newsOfChange(change, days)),
]

/** A day on which followers are told, and the moment that stands on the messages. */
export interface Morning {
  readonly today: IsoDate
  readonly at: Date
}

/** Tells every enterprise what is new on a day about the measures that it follows by then, each thing once; returns how much was. */
export const tellFollowers = async (
  work: Work,
  { measures }: Rulebook,
  { today, at }: Morning,
): Promise<number> => {
  let told = 0
  for (const followed of await listFollowed(work)) {
    const { enterprise, measure, followed_at, saved_at, followed_change } = followed
    const followedOn = isoDate(CITY_DAY.format(followed_at ?? saved_at))
    if (followedOn > today) continue
    const days = { today, followedOn, followedChange: followed_change }
    const changes = await changesOf(work, measure)
    for (const news of newsOf(measures.get(measure), changes, days)) {
      const isNews = await tellOnce(work, { enterprise, measure, ...news }, at)
      told += isNews ? 1 : 0
    }
  }
  return told
}

/** Tells every enterprise what is new about the measures that it follows, each thing once; returns how much was. */
export const followMeasures = ({ database, clock, policies }: Platform): Promise<number> =>
  inTransaction(database, { kind: 'service' }, (work) =>
    tellFollowers(work, policies.rulebook, { today: clock.today(), at: clock.now() }),
  )

/** Tells followers every morning. */
export const FOLLOW_MEASURES: Job = {
  name: 'workspace.follow',
  expireInSeconds: 3600,
  cron: '15 6 * * *',
  run: async (platform) => {
    await followMeasures(platform)
  },
}
