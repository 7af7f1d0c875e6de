import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is removed when the tests of a file are over; `atEnd` is the `afterAll` of the file. */
export const temporaryFolder = (atEnd: (remove: () => void) => void): string => {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
