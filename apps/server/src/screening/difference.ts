import type { FenRange, VerdictDifference } from '@huiqi/contract'
import type { Rulebook } from '@huiqi/engine'
import type { Screening } from './screen.ts'
import { toRange } from './show-verdict.ts'

/** How a measure stands in short; `none`: it is not asked, or its title is held already. */
export type Standing = VerdictDifference['from']

/** How everything that is met or open stands, by keys. */
export interface Standings {
  readonly met: ReadonlyMap<string, FenRange | null>
  readonly open: ReadonlySet<string>
}

/** How a screening stands. */
export const standingsOf = ({ met, open }: Screening): Standings => ({
  met: new Map(met.map(({ key, amount }) => [key, amount === null ? null : toRange(amount)])),
  open: new Set(open.map(({ key }) => key)),
})

/**
 * What stood without a thing, as it stands for the things that there are now: a measure for a project is
 * asked for each project once there is one.
 */
export const spreadOver = (
  { met, open }: Standings,
  thingsFor: (measure: string) => readonly string[],
): Standings => {
  const spread = (key: string): readonly string[] => {
    const things = key.includes('#') ? [] : thingsFor(key)
    return things.length === 0 ? [key] : things.map((thing) => `${key}#${thing}`)
  }
  const known = new Set([...met.keys(), ...open])
  const isFree = (key: string, from: string) => key === from || !known.has(key)
  return {
    met: new Map(
      [...met].flatMap(([from, amount]) =>
        spread(from).flatMap((key) => (isFree(key, from) ? [[key, amount] as const] : [])),
      ),
    ),
    open: new Set([...open].flatMap((from) => spread(from).filter((key) => isFree(key, from)))),
  }
}

/** How one key stands; what is neither met nor open is `other`. */
export const standingAt = (
  { met, open }: Standings,
  key: string,
  other: 'unmet' | 'none',
): Standing => {
  if (met.has(key)) return { outcome: 'met', amount: met.get(key) ?? null }
  return { outcome: open.has(key) ? 'open' : other, amount: null }
}

const isSameAmount = (a: FenRange | null, b: FenRange | null): boolean =>
  a?.lowFen === b?.lowFen && a?.highFen === b?.highFen

/** Whether two standings are the same, with their amounts. */
export const isSame = (a: Standing, b: Standing): boolean =>
  a.outcome === b.outcome && isSameAmount(a.amount, b.amount)

/** The keys that stand otherwise. */
export const differingKeys = (from: Standings, to: Standings): readonly string[] => {
  const keys = new Set([...from.met.keys(), ...from.open, ...to.met.keys(), ...to.open])
  return [...keys].filter(
    (key) => !isSame(standingAt(from, key, 'unmet'), standingAt(to, key, 'unmet')),
  )
}

const WEIGHT = { met: 0, open: 1, unmet: 2, none: 3 } as const

/** What becomes met first, then what ceases to be, then the rest. */
export const byWeight = (a: VerdictDifference, b: VerdictDifference): number =>
  WEIGHT[a.to.outcome] - WEIGHT[b.to.outcome] ||
  WEIGHT[a.from.outcome] - WEIGHT[b.from.outcome] ||
  (b.to.amount?.lowFen ?? 0) - (a.to.amount?.lowFen ?? 0) ||
  (a.key < b.key ? -1 : 1)

/** A key taken apart. */
export const partsOfKey = (
  rulebook: Rulebook,
  key: string,
  things: ReadonlyMap<string, string>,
): Pick<VerdictDifference, 'key' | 'measure' | 'thing'> => {
  const [id = key, thing] = key.split('#')
  return {
    key,
    measure: { id, name: rulebook.measures.get(id)?.name ?? { zh: id, en: id } },
    thing: thing === undefined ? null : { id: thing, name: things.get(thing) ?? thing },
  }
}

/** The names of the things of a screening. */
export const thingNamesOf = ({ enterprise }: Screening): ReadonlyMap<string, string> =>
  new Map(
    Object.values(enterprise.things).flatMap((list) =>
      list.map(({ id, name }) => [id, name] as const),
    ),
  )
