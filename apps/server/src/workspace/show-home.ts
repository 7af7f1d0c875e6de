import type { FenRange, Home, TitleEnd } from '@huiqi/contract'
import { AppError, daysBetween, fen, parseDate, sumFen } from '@huiqi/domain'
import { callStatus, type Measure, NOT_FOUND } from '@huiqi/engine'
import { ladderStandings } from '../enterprises/derived-facts.ts'
import { findEnterprise } from '../enterprises/look-up.ts'
import type { Asking } from '../enterprises/read-file.ts'
import { summaryOfEnterprise } from '../enterprises/show-enterprise.ts'
import { findAccess } from '../identity/access.ts'
import { summaryOf } from '../measures/measure-summary.ts'
import type { Platform } from '../platform/platform.ts'
import { changesFor } from '../screening/changes-since.ts'
import { questionsOf } from '../screening/list-questions.ts'
import { pileOf } from '../screening/list-verdicts.ts'
import type { Screening } from '../screening/screen.ts'
import { type ScreenedFile, screenFile } from '../screening/screen-file.ts'
import type { Entry } from '../screening/screening-index.ts'
import { countingOf, showEntry } from '../screening/show-verdict.ts'
import { countUnread } from './message-repository.ts'
import { listSaved } from './saved-repository.ts'

const SHOWN = 10
const CHANGES_SHOWN = 20
const SOON_DAYS = 180

const worthOf = (screening: Screening, entries: readonly Entry[]): FenRange => {
  const { counted } = countingOf(screening)
  const amounts = entries.flatMap(({ key }) => counted.get(key) ?? [])
  const highs = amounts.flatMap(({ high }) => high ?? [])
  return {
    lowFen: sumFen(amounts.map(({ low }) => low)),
    highFen: highs.length === amounts.length ? sumFen(highs) : null,
  }
}

const isCounted =
  (screening: Screening) =>
  ({ key }: Entry): boolean =>
    (countingOf(screening).counted.get(key) ?? null) !== null

const highestFirst = (screening: Screening, entries: readonly Entry[]): readonly Entry[] => {
  const { counted } = countingOf(screening)
  const worth = ({ key }: Entry): number => {
    const amount = counted.get(key)
    return amount?.high ?? amount?.low ?? fen(0)
  }
  return entries.toSorted((a, b) => worth(b) - worth(a) || (a.key < b.key ? -1 : 1))
}

const moneyOf = (screening: Screening) => {
  const { day } = screening.at
  const money = pileOf(screening, 'met').filter(isCounted(screening))
  const automatic = money.filter(({ measure }) => measure.delivery === 'automatic')
  const apply = money.filter(({ measure }) => {
    if (measure.delivery === 'automatic') return false
    const { kind } = callStatus(measure, day)
    return kind !== 'closed' && kind !== 'coming'
  })
  const show = (entries: readonly Entry[]) => ({
    worth: worthOf(screening, entries),
    entries: highestFirst(screening, entries)
      .slice(0, SHOWN)
      .map((entry) => showEntry(screening, entry)),
  })
  return {
    worth: worthOf(screening, [...automatic, ...apply]),
    automatic: show(automatic),
    apply: show(apply),
  }
}

type Deadline = Home['deadlines'][number]

const deadlineOf = (
  { at: { rulebook, day } }: Screening,
  measure: Measure,
  isMet: boolean,
): readonly Deadline[] => {
  const status = callStatus(measure, day)
  const shown = { measure: summaryOf(rulebook, measure, day), isMet }
  if (status.kind === 'coming') {
    return [{ ...shown, kind: 'opens', day: status.call.from, daysLeft: status.days }]
  }
  const isEnding = status.kind === 'open' || status.kind === 'closing'
  if (!isEnding || status.daysLeft === null || status.call.to === NOT_FOUND) return []
  return [{ ...shown, kind: 'closes', day: status.call.to, daysLeft: status.daysLeft }]
}

const hasWindow = ({ calls }: Measure): boolean => calls.length > 0

const deadlinesOf = (screening: Screening, saved: readonly string[]): readonly Deadline[] => {
  const { rulebook } = screening.at
  const met = new Set(screening.met.map(({ measure }) => measure))
  const wanted = new Set([
    ...met,
    ...screening.open.map(({ measure }) => measure),
    ...saved.flatMap((id) => rulebook.measures.get(id) ?? []),
  ])
  return [...wanted]
    .filter(hasWindow)
    .flatMap((measure) => deadlineOf(screening, measure, met.has(measure)))
    .filter(({ daysLeft }) => daysLeft <= SOON_DAYS)
    .toSorted((a, b) => a.daysLeft - b.daysLeft || Number(b.isMet) - Number(a.isMet))
    .slice(0, SHOWN)
}

const titlesOf = ({ at, enterprise }: Screening): readonly TitleEnd[] =>
  at.rulebook.corpus.qualifications.flatMap(({ id, name }) => {
    const stated = enterprise.facts[`qualification.${id}.valid_until`]?.[0]?.value
    const until = typeof stated === 'string' ? parseDate(stated) : null
    if (until === null) return []
    const daysLeft = daysBetween(at.day, until)
    return daysLeft < 0 || daysLeft > SOON_DAYS
      ? []
      : [{ title: id, name, validUntil: until, daysLeft }]
  })

const makeHome = async (
  platform: Platform,
  asking: Asking,
  screened: ScreenedFile & { readonly id: string },
): Promise<Home> => {
  const { work, screening, id } = screened
  const { rulebook, day } = screening.at
  const row = await findEnterprise(work, id)
  if (row === undefined) throw new AppError('not-found', { kind: 'enterprise', id })
  const access = await findAccess(platform, asking)
  const saved = await listSaved(work, {
    enterprise: id,
    isFollowedOnly: true,
    after: null,
    limit: 100,
  })
  const { since, entries } = await changesFor(screened, {
    enterprise: id,
    account: asking.account?.id ?? '',
  })
  return {
    enterprise: summaryOfEnterprise(rulebook, row, access),
    day,
    counts: screening.counts,
    ...moneyOf(screening),
    deadlines: [
      ...deadlinesOf(
        screening,
        saved.rows.map(({ measure }) => measure),
      ),
    ],
    titles: [...titlesOf(screening)].toSorted((a, b) => a.daysLeft - b.daysLeft),
    questions: questionsOf(screening).slice(0, SHOWN),
    ladders: [...ladderStandings({ rulebook, day }, screening.enterprise)],
    changes: { since, entries: entries.slice(0, CHANGES_SHOWN) },
    unread: await countUnread(work, id),
  }
}

/** The first page of the workspace: what there is now, by when, what to answer, and what changed. */
export const showHome = (platform: Platform, asking: Asking, enterprise: string): Promise<Home> =>
  screenFile(platform, asking, {
    enterprise,
    part: 'home',
    answer: (screened) => makeHome(platform, asking, { ...screened, id: enterprise }),
  })
