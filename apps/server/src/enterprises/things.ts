import type { NewThing, Thing, ThingKind, ThingList } from '@huiqi/contract'
import { AppError } from '@huiqi/domain'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import {
  addAbsence,
  addThing,
  dropAbsence,
  listThings,
  lockFile,
  removeThing,
  renameThing,
} from './file-repository.ts'
import { loadFile } from './load-file.ts'
import { type Asking, changeFile, readFile } from './read-file.ts'

const showThings = async (
  work: Work,
  { policies }: Platform,
  enterprise: string,
): Promise<ThingList> => {
  const file = await loadFile(work, policies.rulebook, { id: enterprise })
  return {
    entries: file.things.map((thing) => ({
      id: thing.id,
      kind: thing.kind,
      name: thing.name,
      facts: file.facts.filter((fact) => fact.thing === thing.id).length,
      createdAt: thing.created_at.toISOString(),
    })),
    absent: [...file.absent],
  }
}

const missing = (id: string) => new AppError('not-found', { kind: 'thing', id })

/** The things of an enterprise. */
export const showThingList = (
  platform: Platform,
  asking: Asking,
  enterprise: string,
): Promise<ThingList> =>
  readFile(platform, asking, {
    enterprise,
    part: 'things',
    read: (work) => showThings(work, platform, enterprise),
  })

const findThing = async (
  work: Work,
  platform: Platform,
  at: { readonly enterprise: string; readonly id: string },
): Promise<Thing> => {
  const { entries } = await showThings(work, platform, at.enterprise)
  const found = entries.find(({ id }) => id === at.id)
  if (found === undefined) throw missing(at.id)
  return found
}

/** Adds a project, contract, loan … */
export const addNewThing = (
  platform: Platform,
  asking: Asking,
  { enterprise, kind, name }: NewThing & { readonly enterprise: string },
): Promise<Thing> =>
  changeFile(platform, { asking, enterprise }, async (by) => {
    await lockFile(by.work, enterprise)
    const id = await addThing(by.work, { enterprise, kind, name, at: by.at })
    await by.note('thing.added', id, { kind, name })
    return findThing(by.work, platform, { enterprise, id })
  })

/** Gives a thing another name. Throws AppError `not-found`. */
export const changeThing = (
  platform: Platform,
  asking: Asking,
  thing: { readonly enterprise: string; readonly id: string; readonly name: string },
): Promise<Thing> =>
  changeFile(platform, { asking, enterprise: thing.enterprise }, async (by) => {
    if (!(await renameThing(by.work, thing, thing.name))) throw missing(thing.id)
    await by.note('thing.renamed', thing.id, { name: thing.name })
    return findThing(by.work, platform, thing)
  })

/** Removes a thing; what was said of it stays in the history. Throws AppError `not-found`. */
export const dropThing = (
  platform: Platform,
  asking: Asking,
  thing: { readonly enterprise: string; readonly id: string },
): Promise<ThingList> =>
  changeFile(platform, { asking, enterprise: thing.enterprise }, async (by) => {
    if (!(await removeThing(by.work, thing, by.at))) throw missing(thing.id)
    await by.note('thing.removed', thing.id)
    return showThings(by.work, platform, thing.enterprise)
  })

/** Says that there are none of a kind, or no longer says so. Throws AppError `conflict` when there are. */
export const stateAbsence = (
  platform: Platform,
  asking: Asking,
  stated: {
    readonly enterprise: string
    readonly kind: ThingKind
    readonly isAbsent: boolean
  },
): Promise<ThingList> =>
  changeFile(platform, { asking, enterprise: stated.enterprise }, async (by) => {
    const { enterprise, kind, isAbsent } = stated
    await lockFile(by.work, enterprise)
    const things = await listThings(by.work, enterprise)
    if (isAbsent && things.some((thing) => thing.kind === kind)) {
      throw new AppError('conflict', { reason: 'there-are-things' })
    }
    if (isAbsent) await addAbsence(by.work, { enterprise, kind, account: by.account, at: by.at })
    else await dropAbsence(by.work, enterprise, kind)
    await by.note('thing.absence', kind, { isAbsent })
    return showThings(by.work, platform, enterprise)
  })
