import type { VerdictPage, VerdictPile, VerdictQuery, VerdictSummary } from '@huiqi/contract'
import { callStatus } from '@huiqi/engine'
import type { Asking } from '../enterprises/read-file.ts'
import type { Platform } from '../platform/platform.ts'
import type { Screening } from './screen.ts'
import { screenFile } from './screen-file.ts'
import type { Entry } from './screening-index.ts'
import { countingOf, showEntry, toRange } from './show-verdict.ts'

const daysLeft = ({ at }: Screening, { measure }: Entry): number => {
  const status = callStatus(measure, at.day)
  if (status.kind === 'closing') return status.daysLeft
  if (status.kind === 'open') return status.daysLeft ?? Number.MAX_SAFE_INTEGER - 2
  if (status.kind === 'coming') return Number.MAX_SAFE_INTEGER - 1
  return status.kind === 'closed' ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 2
}

/** What closes first, then what is worth most. */
const inOrder = (screening: Screening, entries: readonly Entry[]): readonly Entry[] => {
  const { counted } = countingOf(screening)
  const keyed = entries.map((entry) => {
    const worth = counted.get(entry.key)
    return { entry, left: daysLeft(screening, entry), worth: worth?.high ?? worth?.low ?? 0 }
  })
  return keyed
    .toSorted(
      (a, b) => a.left - b.left || b.worth - a.worth || (a.entry.key < b.entry.key ? -1 : 1),
    )
    .map(({ entry }) => entry)
}

/** Those first that fail by one value alone. */
const nearestFirst = (screening: Screening): readonly Entry[] => {
  const near = new Set(screening.answers.nearMisses().flatMap(({ measures }) => [...measures]))
  const unmet = screening.unmet()
  return [
    ...unmet.filter(({ place }) => near.has(place)),
    ...unmet.filter(({ place }) => !near.has(place)),
  ]
}

const withoutVerdict = ({ at }: Screening, places: readonly number[]): readonly Entry[] =>
  places.flatMap((place) => {
    const measure = at.measures[place]
    return measure === undefined ? [] : [{ key: measure.id, place, measure, thing: null }]
  })

const PILES: Readonly<Record<VerdictPile, (screening: Screening) => readonly Entry[]>> = {
  met: (screening) => inOrder(screening, screening.met),
  open: (screening) => inOrder(screening, screening.open),
  unmet: nearestFirst,
  held: ({ held }) => held,
  services: (screening) => withoutVerdict(screening, screening.at.services),
  'without-text': (screening) => withoutVerdict(screening, screening.at.withoutText),
  'without-thing': (screening) => withoutVerdict(screening, screening.withoutThing),
  'not-in-force': (screening) => withoutVerdict(screening, screening.at.notInForce),
}

const ordered = new WeakMap<Screening, Map<VerdictPile, readonly Entry[]>>()

/** The entries of a pile in their order; sorted once for a screening. */
export const pileOf = (screening: Screening, pile: VerdictPile): readonly Entry[] => {
  const shelf = ordered.get(screening) ?? new Map<VerdictPile, readonly Entry[]>()
  ordered.set(screening, shelf)
  const entries = shelf.get(pile) ?? PILES[pile](screening)
  shelf.set(pile, entries)
  return entries
}

const CURSOR = /^(\d+)~(.*)$/s

/** Where a page begins: behind the entry of the cursor, or at its rank when that has gone. */
const startOf = (entries: readonly Entry[], after: string | undefined): number => {
  const [, rank, key] = CURSOR.exec(after ?? '') ?? []
  if (rank === undefined) return 0
  const found = entries.findIndex((entry) => entry.key === key)
  return found >= 0 ? found + 1 : Number(rank)
}

/** One page of verdicts with the counts and the total of all. */
export const listVerdicts = (
  platform: Platform,
  asking: Asking,
  { enterprise, query }: { readonly enterprise: string; readonly query: VerdictQuery },
): Promise<VerdictPage> =>
  screenFile(platform, asking, {
    enterprise,
    part: `verdicts/${query.pile}`,
    answer: ({ screening }) => {
      const entries = pileOf(screening, query.pile)
      const start = startOf(entries, query.after)
      const shown = entries.slice(start, start + query.limit)
      const end = start + shown.length
      return {
        entries: shown.map((entry) =>
          showEntry(screening, entry, query.reasons === true ? 'with-reasons' : 'plain'),
        ),
        next: end < entries.length ? `${end}~${shown.at(-1)?.key ?? ''}` : null,
        total: entries.length,
        counts: screening.counts,
        worth: toRange(screening.combination.total),
        day: screening.at.day,
      }
    },
  })

/** All verdicts of a pile, for tables. */
export const everyVerdict = (
  platform: Platform,
  asking: Asking,
  { enterprise, query }: { readonly enterprise: string; readonly query: VerdictQuery },
): Promise<readonly VerdictSummary[]> =>
  screenFile(platform, asking, {
    enterprise,
    part: `verdicts/${query.pile}`,
    answer: ({ screening }) =>
      pileOf(screening, query.pile).map((entry) => showEntry(screening, entry, 'with-reasons')),
  })
