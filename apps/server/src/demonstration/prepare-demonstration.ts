import type { Demonstration } from '@huiqi/contract'
import { type Actor, inTransaction, type Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { StartError } from '../start-error.ts'
import { DEMONSTRATION_PASSWORD } from './demonstration.ts'
import {
  emptyAll,
  findDemonstration,
  isEmpty,
  lockDemonstration,
} from './demonstration-repository.ts'
import { signIns } from './draw-people.ts'
import { loadDemonstration } from './load-demonstration.ts'

const SERVICE: Actor = { kind: 'service' }

const isLoadWanted = async (work: Work, platform: Platform, isReset: boolean): Promise<boolean> => {
  if (!isReset) return platform.config.isDemonstrationWanted && (await isEmpty(work))
  if ((await findDemonstration(work)) !== undefined) await emptyAll(work)
  else if (!(await isEmpty(work))) throw new StartError({ kind: 'not-a-demonstration' })
  return true
}

const describe = async (work: Work): Promise<Demonstration | null> => {
  const found = await findDemonstration(work)
  if (found === undefined) return null
  const { enterprises, made_on: madeOn } = found
  return { enterprises, madeOn, password: DEMONSTRATION_PASSWORD, signIns: signIns() }
}

/**
 * The invented city of the database; where one is wanted and nothing is there yet, or to begin anew, it is
 * made: all of it or nothing. Null when what the database holds is real. Throws StartError
 * `not-a-demonstration` when real data would be lost.
 */
export const prepareDemonstration = (
  platform: Platform,
  isReset: boolean,
): Promise<Demonstration | null> =>
  inTransaction(platform.database, SERVICE, async (work) => {
    await lockDemonstration(work)
    if (await isLoadWanted(work, platform, isReset)) await loadDemonstration(work, platform)
    return describe(work)
  })

/** What the database says of its demonstration; null when it holds none. */
export const readDemonstration = ({ database }: Platform): Promise<Demonstration | null> =>
  inTransaction(database, SERVICE, describe)
