import { formatExact } from '@huiqi/domain'
import { type Change, joinOpenness, needKey, type Openness, type Verdict } from '@huiqi/engine'
import { showDistance } from './leaf.ts'
import type { Reader } from './reader.ts'

/** Measures that the same few changes would open. */
export interface NearGroup {
  readonly changes: readonly Change[]
  readonly verdicts: readonly Verdict[]
}

const CHANGES_AT_MOST = 2
const STILL_OPEN_AT_MOST = 3

const TEXT = {
  zh: { hold: (says: string) => says, cease: (says: string) => `不再“${says}”` },
  en: { hold: (says: string) => says, cease: (says: string) => `no longer: ${says}` },
} as const

const boundOf = (bound: Change['leaf']['tests'][number]['bound']): string =>
  typeof bound === 'object' && bound !== null ? formatExact(bound) : String(bound)

/** Two changes are the same when they ask the same of the same facts of the same thing. */
const keyOf = (verdict: Verdict, { leaf, to }: Change): string => {
  const { reference } = leaf.leaf
  const about = reference.kind === 'fact' ? reference.fact : reference.formula
  const thing =
    about.startsWith('enterprise.') || about.startsWith('qualification.') ? '' : verdict.thing?.id
  const tests = leaf.tests.map(({ test, bound }) =>
    'values' in test ? `${test.word} ${test.values.join(' ')}` : `${test.word} ${boundOf(bound)}`,
  )
  return [to, about, thing, ...leaf.resolved.uses.map(needKey), ...tests].join('|')
}

/** What an unmet measure would still lack once its changes are made. */
export const opennessAfterChange = ({ trace }: Verdict): Openness => {
  const parts = trace?.kind === 'all' ? trace.parts : []
  return joinOpenness(parts.flatMap(({ truth, why }) => (truth === 'open' ? [why] : [])))
}

/** How many facts an unmet measure would still lack once its changes are made. */
export const countStillOpen = (verdict: Verdict): number => {
  const { missing, reviews } = opennessAfterChange(verdict)
  return missing.length + reviews.length
}

const isNear = (verdict: Verdict): boolean => {
  const { outcome, changes } = verdict
  const count = changes?.length ?? 0
  return (
    outcome === 'unmet' &&
    count > 0 &&
    count <= CHANGES_AT_MOST &&
    countStillOpen(verdict) <= STILL_OPEN_AT_MOST
  )
}

/** Unmet verdicts by the changes that would turn them: fewest changes first, then most measures. */
export const findNear = (verdicts: readonly Verdict[]): readonly NearGroup[] => {
  const groups = new Map<string, { changes: readonly Change[]; verdicts: Verdict[] }>()
  for (const verdict of verdicts.filter(isNear)) {
    const changes = verdict.changes ?? []
    const key = changes
      .map((change) => keyOf(verdict, change))
      .sort()
      .join('\n')
    const group = groups.get(key) ?? { changes, verdicts: [] }
    group.verdicts.push(verdict)
    groups.set(key, group)
  }
  return [...groups.values()].sort(
    (a, b) => a.changes.length - b.changes.length || b.verdicts.length - a.verdicts.length,
  )
}

/** A change in words: what has to hold, how far it is off (null: not measurable), and where it stands. */
export const wordsOfChange = (
  reader: Reader,
  { leaf, to }: Change,
): { readonly says: string; readonly distance: string | null; readonly provision: string } => ({
  says: TEXT[reader.language][to](leaf.says[reader.language]),
  distance: to === 'hold' ? showDistance(reader, leaf) : null,
  provision: leaf.provision,
})
