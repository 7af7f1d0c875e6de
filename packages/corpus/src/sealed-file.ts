import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const SEAL_BYTES = 32

const sealOf = (key: string, content: Uint8Array): Buffer =>
  createHash('sha256').update(`${key}\0`).update(content).digest()

/** What was sealed under the key; null where nothing was, or it is cut off, changed or of another key. */
export const readSealed = async (file: string, key: string): Promise<Buffer | null> => {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return null
  const content = bytes.subarray(SEAL_BYTES)
  return sealOf(key, content).equals(bytes.subarray(0, SEAL_BYTES)) ? content : null
}

/** Keeps content with a seal of it and the key, in the place of what was kept; a folder that cannot be written is left alone. */
export const writeSealed = async (
  file: string,
  key: string,
  content: Uint8Array,
): Promise<void> => {
  const unfinished = `${file}.${process.pid}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(unfinished, sealOf(key, content))
    await writeFile(unfinished, content, { flag: 'a' })
    await rename(unfinished, file)
  } catch {
    return
  }
}
