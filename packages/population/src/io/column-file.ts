import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** What was written: how many bytes, and their CRC-32. */
export interface FileSeal {
  readonly bytes: number
  readonly crc32: number
}

/** A file in the making. */
export interface ColumnFile {
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** May be called again. */
  readonly close: () => Promise<FileSeal>
}

/** Opens a new file for writing; an existing one is not overwritten. */
export const createColumnFile = async (path: string): Promise<ColumnFile> => {
  const handle = await open(path, 'wx')
  let bytes = 0
  let sum = 0
  let closing: Promise<void> | null = null
  return {
    write: async (part) => {
      sum = crc32(part, sum)
      let from = 0
      while (from < part.length) {
        const { bytesWritten } = await handle.write(part, from)
        from += bytesWritten
      }
      bytes += part.length
    },
    close: async () => {
      closing ??= handle.close()
      await closing
      return { bytes, crc32: sum }
    },
  }
}
