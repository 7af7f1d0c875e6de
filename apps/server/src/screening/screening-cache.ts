import type { Rulebook } from '@huiqi/engine'
import type { EnterpriseFile } from '../enterprises/load-file.ts'
import { type Screening, screen } from './screen.ts'
import type { ScreeningIndex } from './screening-index.ts'

const KEPT = 200

interface Kept {
  readonly version: string
  readonly screening: Screening
}

const kept = new WeakMap<Rulebook, Map<string, Kept>>()

/** The answers for a file; those of the files asked for last are kept until the file or the day changes. */
export const screeningOf = (
  at: ScreeningIndex,
  { id, file }: { readonly id: string; readonly file: EnterpriseFile },
): Screening => {
  const { rulebook, day } = at
  const shelf = kept.get(rulebook) ?? new Map<string, Kept>()
  kept.set(rulebook, shelf)
  const known = shelf.get(id)
  shelf.delete(id)
  const isFresh = known?.version === file.version && known.screening.at.day === day
  const screening = isFresh ? known.screening : screen(at, file.enterprise)
  shelf.set(id, { version: file.version, screening })
  for (const oldest of shelf.keys()) {
    if (shelf.size <= KEPT) break
    shelf.delete(oldest)
  }
  return screening
}
