import { createHash } from 'node:crypto'
import type { IsoDate } from '@huiqi/domain'
import type { Measure } from '@huiqi/engine'
import { type Actor, inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import {
  findCorpus,
  latestDigests,
  lockCatalogue,
  type MeasureChange,
  recordChanges,
  recordCorpus,
} from './change-repository.ts'

const SERVICE: Actor = { kind: 'service' }

const plain = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

/** Changes whenever anything that a measure says changes. */
export const digestOf = (measure: Measure): string =>
  createHash('sha256').update(JSON.stringify(measure, plain)).digest('base64url').slice(0, 22)

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b)

/**
 * What became of the measures since the digests were taken. On the first load they are published on the
 * day they came into force, as far as that is past.
 */
export const changesSince = (
  before: ReadonlyMap<string, string>,
  measures: readonly Measure[],
  today: IsoDate,
): readonly MeasureChange[] => {
  const now = new Set(measures.map(({ id }) => id))
  const withdrawn = [...before.keys()]
    .filter((id) => !now.has(id))
    .map((measure) => ({ measure, kind: 'withdrawn' as const, digest: null, happenedOn: today }))
  const others = measures.flatMap((measure): readonly MeasureChange[] => {
    const digest = digestOf(measure)
    const old = before.get(measure.id)
    if (old === digest) return []
    const happenedOn = before.size === 0 ? earlier(measure.inForce.from, today) : today
    const kind = old === undefined ? 'published' : 'changed'
    return [{ measure: measure.id, kind, digest, happenedOn }]
  })
  return [...withdrawn, ...others]
}

/** Records what became of the measures when the policies have changed; says whether they had. */
export const buildCatalogue = ({ database, policies, clock }: Platform): Promise<boolean> => {
  const { measures } = policies.rulebook.corpus
  return inTransaction(database, SERVICE, async (work) => {
    await lockCatalogue(work)
    if ((await findCorpus(work)) === policies.checksum) return false
    const changes = changesSince(await latestDigests(work), measures, clock.today())
    await recordChanges(work, changes, clock.now())
    await recordCorpus(work, policies.checksum)
    return true
  })
}
