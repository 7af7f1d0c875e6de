import { type ChangesSince, FenRange } from '@huiqi/contract'
import { type IsoDate, isoDate } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { z } from 'zod'
import { type EnterpriseFile, loadFile } from '../enterprises/load-file.ts'
import { lastStatementAt } from '../enterprises/look-up.ts'
import { type Asking, requireMember } from '../enterprises/read-file.ts'
import { changesAfter, lastChange } from '../measures/recorded-changes.ts'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import {
  byWeight,
  differingKeys,
  isSame,
  partsOfKey,
  type Standings,
  spreadOver,
  standingAt,
  standingsOf,
  thingNamesOf,
} from './difference.ts'
import { type CauseSight, findCauses } from './find-causes.ts'
import { type Screening, screen } from './screen.ts'
import { type ScreenedFile, screenFile } from './screen-file.ts'
import { screeningIndexOf } from './screening-index.ts'
import { toRange } from './show-verdict.ts'
import { findVisit, keepVisit } from './visit-repository.ts'

const EXPLAINED_AT_MOST = 100

/** What is kept of a visit. */
const Outcomes = z.object({
  met: z.record(z.string(), FenRange.nullable()),
  open: z.array(z.string()),
  worth: FenRange,
})

const outcomesOf = (screening: Screening): z.infer<typeof Outcomes> => {
  const { met, open } = standingsOf(screening)
  return {
    met: Object.fromEntries(met),
    open: [...open],
    worth: toRange(screening.combination.total),
  }
}

const thingsFor =
  ({ at, enterprise }: Screening) =>
  (measure: string): readonly string[] => {
    const about = at.rulebook.measures.get(measure)?.about ?? 'enterprise'
    return about === 'enterprise' ? [] : (enterprise.things[about] ?? []).map(({ id }) => id)
  }

type Visit = NonNullable<Awaited<ReturnType<typeof findVisit>>>

const sightOf = async (
  { work, file, screening }: ScreenedFile,
  enterprise: string,
  visit: Visit,
): Promise<CauseSight> => {
  const { rulebook, day } = screening.at
  const past = { statement: visit.statement, at: visit.at }
  const old: EnterpriseFile = await loadFile(work, rulebook, { id: enterprise, past })
  const recorded = await changesAfter(work, visit.change)
  return {
    rulebook,
    before: { file: old, day: isoDate(visit.day) },
    after: { file, day },
    changes: new Map(recorded.map((change) => [change.measure, change])),
  }
}

/** What changed since an account last looked, with the cause of each change. */
export const changesFor = async (
  screened: ScreenedFile,
  { enterprise, account }: { readonly enterprise: string; readonly account: string },
): Promise<ChangesSince> => {
  const { work, screening } = screened
  const now = toRange(screening.combination.total)
  const visit = await findVisit(work, enterprise, account)
  const kept = Outcomes.safeParse(visit?.outcomes)
  if (visit === undefined || !kept.success) {
    return { since: null, entries: [], worth: { from: null, to: now } }
  }
  const then: Standings = {
    met: new Map(Object.entries(kept.data.met)),
    open: new Set(kept.data.open),
  }
  const from = spreadOver(then, thingsFor(screening))
  const to = standingsOf(screening)
  const sight = await sightOf(screened, enterprise, visit)
  const names = new Map([
    ...sight.before.file.things.map(({ id, name }) => [id, name] as const),
    ...thingNamesOf(screening),
  ])
  const entries = differingKeys(from, to)
    .map((key) => ({
      ...partsOfKey(screening.at.rulebook, key, names),
      from: standingAt(from, key, 'unmet'),
      to: standingAt(to, key, 'unmet'),
    }))
    .toSorted(byWeight)
    .slice(0, EXPLAINED_AT_MOST)
    .map((difference) => ({
      ...difference,
      causes: [
        ...findCauses(sight, {
          id: difference.measure.id,
          thing: difference.thing?.id ?? null,
        }),
      ],
    }))
  return {
    since: visit.at.toISOString(),
    entries: entries.filter((entry) => !isSame(entry.from, entry.to)),
    worth: { from: kept.data.worth, to: now },
  }
}

/** Keeps how things stood for an account at a moment of the past, for a history that is written afterwards. */
export const keepPastVisit = async (
  work: Work,
  rulebook: Rulebook,
  visit: {
    readonly enterprise: string
    readonly account: string
    readonly day: IsoDate
    readonly at: Date
  },
): Promise<void> => {
  const { enterprise, day, at } = visit
  const statement = await lastStatementAt(work, enterprise, at)
  const file = await loadFile(work, rulebook, { id: enterprise, past: { statement, at } })
  const screening = screen(await screeningIndexOf(rulebook, day), file.enterprise)
  const change = await lastChange(work)
  await keepVisit(work, { ...visit, change, statement, outcomes: outcomesOf(screening) })
}

/** What changed since the one who asks last looked. */
export const showChanges = (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<ChangesSince> =>
  screenFile(platform, asking, {
    enterprise,
    part: 'changes',
    answer: (screened) => changesFor(screened, { enterprise, account: asking.account?.id ?? '' }),
  })

const keep = async (
  work: Work,
  { clock }: Platform,
  visit: {
    readonly enterprise: string
    readonly account: string
    readonly file: EnterpriseFile
    readonly screening: Screening
  },
): Promise<void> => {
  const { enterprise, account, file, screening } = visit
  await keepVisit(work, {
    enterprise,
    account,
    at: clock.now(),
    day: screening.at.day,
    change: await lastChange(work),
    statement: file.lastStatement,
    outcomes: outcomesOf(screening),
  })
}

/**
 * Notes that a member has seen how things stand: later changes are told from here. Throws AppError
 * `not-allowed` for those who only reach the enterprise by a post.
 */
export const noteVisit = async (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<ChangesSince> => {
  await requireMember(platform, asking, enterprise)
  return screenFile(platform, asking, {
    enterprise,
    part: 'changes',
    answer: async ({ work, file, screening }) => {
      const account = asking.account?.id ?? ''
      await keep(work, platform, { enterprise, account, file, screening })
      const worth = toRange(screening.combination.total)
      return {
        since: platform.clock.now().toISOString(),
        entries: [],
        worth: { from: worth, to: worth },
      }
    },
  })
}
