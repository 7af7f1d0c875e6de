import type { Rulebook } from '@huiqi/engine'
import type { EnterpriseFile } from '../enterprises/load-file.ts'
import { type Screening, screen } from './screen.ts'
import type { ScreeningIndex } from './screening-index.ts'

const KEPT_AT_MOST = 200

/** A file with the answers for it. */
export interface Kept {
  readonly file: EnterpriseFile
  readonly screening: Screening
}

const shelves = new WeakMap<Rulebook, Map<string, Kept>>()

const shelfOf = ({ rulebook }: ScreeningIndex): Map<string, Kept> => {
  const shelf = shelves.get(rulebook) ?? new Map<string, Kept>()
  shelves.set(rulebook, shelf)
  return shelf
}

const put = (shelf: Map<string, Kept>, id: string, kept: Kept): Kept => {
  shelf.delete(id)
  shelf.set(id, kept)
  for (const oldest of shelf.keys()) {
    if (shelf.size <= KEPT_AT_MOST) break
    shelf.delete(oldest)
  }
  return kept
}

/** The answers for a file as it was when they were made; null when there are none for the day of the index. */
export const findKept = (at: ScreeningIndex, id: string): Kept | null => {
  const shelf = shelfOf(at)
  const known = shelf.get(id)
  return known?.screening.at.day === at.day ? put(shelf, id, known) : null
}

/** Answers a file; the answers for those asked for last are kept until the file or the day changes. */
export const keep = (
  at: ScreeningIndex,
  { id, file }: { readonly id: string; readonly file: EnterpriseFile },
): Kept => put(shelfOf(at), id, { file, screening: screen(at, file.enterprise) })
