import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../platform/config.ts'

const folderOf = ({ dataFolder }: Config): string => path.join(dataFolder, 'files')

/** Where a kept file is. */
export const pathOfFile = (config: Config, key: string): string => path.join(folderOf(config), key)

/** A file that was kept. */
export interface KeptFile {
  readonly key: string
  readonly bytes: number
}

/** Keeps what comes under a key of its own; it is whole on the disk when this is done, or not there. */
export const keepFile = async (config: Config, content: Readable): Promise<KeptFile> => {
  await mkdir(folderOf(config), { recursive: true })
  const key = randomUUID()
  const whole = pathOfFile(config, key)
  const part = `${whole}.part`
  try {
    await pipeline(content, createWriteStream(part, { flags: 'wx' }))
    const handle = await open(part, 'r')
    await handle.sync()
    await handle.close()
    await rename(part, whole)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return { key, bytes: (await stat(whole)).size }
}

/** Throws a kept file away. */
export const dropFile = (config: Config, key: string): Promise<void> =>
  rm(pathOfFile(config, key), { force: true })
