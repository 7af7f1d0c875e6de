import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { CITY_FILE } from './city-head.ts'
import { refusal } from './refuse.ts'

/** A folder that takes its place only when it is complete. */
export interface PendingFolder {
  /** Where it is being made. */
  readonly path: string
  /** Puts it in its place. */
  readonly commit: () => Promise<void>
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>
}

/** Whether a place may be taken: nothing there, or a city that may be replaced. */
export type Existing = 'refuse' | 'replace'

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

const refuseUnlessFree = async (folder: string, existing: Existing): Promise<void> => {
  if (!(await isThere(folder))) return
  const isCity = await isThere(join(folder, CITY_FILE))
  if (existing === 'refuse' || !isCity) throw refusal('city.exists', folder)
}

/** Begins a folder beside `folder`. Throws AppError `invalid-input` (`city.exists`) when the place is taken. */
export const startFolder = async (folder: string, existing: Existing): Promise<PendingFolder> => {
  const target = resolve(folder)
  await refuseUnlessFree(target, existing)
  await mkdir(dirname(target), { recursive: true })
  const path = await mkdtemp(`${target}.partial-`)
  const abandon = async (): Promise<void> => rm(path, { recursive: true, force: true })
  const commit = async (): Promise<void> => {
    await refuseUnlessFree(target, existing)
    const old = `${path}-old`
    const isReplaced = await isThere(target)
    if (isReplaced) await rename(target, old)
    await rename(path, target)
    if (isReplaced) await rm(old, { recursive: true, force: true })
  }
  return { path, commit, abandon }
}
