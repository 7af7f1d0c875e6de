import type { EnterpriseFile } from '../enterprises/load-file.ts'
import { loadFile } from '../enterprises/load-file.ts'
import { type Asking, readFile } from '../enterprises/read-file.ts'
import type { Work } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import type { Screening } from './screen.ts'
import { screeningOf } from './screening-cache.ts'
import { screeningIndexOf } from './screening-index.ts'

/** A file with the answers for it. */
export interface ScreenedFile {
  readonly work: Work
  readonly file: EnterpriseFile
  readonly screening: Screening
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
      const file = await loadFile(work, rulebook, { id: asked.enterprise })
      const screening = screeningOf(at, { id: asked.enterprise, file })
      return asked.answer({ work, file, screening })
    },
  })
}
