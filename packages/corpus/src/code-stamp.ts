import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Changes whenever the code of a folder does, its tests left out. */
export const codeStampOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return `${name} ${size} ${mtimeMs}`
    })
    .join('\n')

const SOURCES = ['@huiqi/domain', '@huiqi/engine', '@huiqi/corpus']

/** Changes whenever the code that reads the corpus does. */
export const corpusCodeStamp = (): string =>
  SOURCES.map((name) => codeStampOf(dirname(fileURLToPath(import.meta.resolve(name))))).join('\n')
