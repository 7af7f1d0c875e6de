import type { Rulebook, Thing, ThingKind } from '@huiqi/engine'
import type { EnterpriseWithThings } from '@huiqi/population'
import type { Sample } from './random-enterprises.ts'

/** A sample with its thing parted into one of each kind. */
export const withThings = (
  { facts }: Rulebook,
  { enterprise, thing }: Sample,
): EnterpriseWithThings => {
  const things: Partial<Record<ThingKind, Thing>> = {}
  for (const [fact, stated] of Object.entries(thing.facts)) {
    const kind = facts.get(fact)?.subject ?? 'enterprise'
    if (kind === 'enterprise') continue
    things[kind] = {
      id: kind,
      name: kind,
      facts: { ...things[kind]?.facts, [fact]: stated },
    }
  }
  return { enterprise, things }
}
