import { loadFile, versionOfFile } from '../enterprises/load-file.ts'
import { type Asking, readFile } from '../enterprises/read-file.ts'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { findKept, type Kept, keep } from './screening-cache.ts'
import { screeningIndexOf } from './screening-index.ts'

/** A file with the answers for it. */
export interface ScreenedFile extends Kept {
  readonly work: Work
}

/** Reads a file and answers something about it. Throws AppError as `readFile` does. */
export const screenFile = async <Answer>(
  platform: Platform,
  asking: Asking,
  asked: {
    readonly enterprise: string
    /** What is looked at, for the audit. */
    readonly part: string
    readonly answer: (screened: ScreenedFile) => Promise<Answer> | Answer
  },
): Promise<Answer> => {
  const { rulebook } = platform.policies
  const at = await screeningIndexOf(rulebook, platform.clock.today())
  return readFile(platform, asking, {
    enterprise: asked.enterprise,
    part: asked.part,
    read: async (work) => {
      const id = asked.enterprise
      const kept = findKept(at, id)
      const isFresh = kept !== null && kept.file.version === (await versionOfFile(work, id))
      const screened = isFresh
        ? kept
        : keep(at, { id, file: await loadFile(work, rulebook, { id }) })
      return asked.answer({ work, ...screened })
    },
  })
}
