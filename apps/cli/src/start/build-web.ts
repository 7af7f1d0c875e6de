import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

/** What the web app is made of: itself and the packages that it may import. */
const SOURCES = [
  'apps/web',
  'packages/client',
  'packages/domain',
  'packages/engine',
  'packages/wording',
] as const
const LEFT_OUT = /^(?:dist.*|node_modules)$/

const listSources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.test(name))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name)
      return entry.isDirectory() ? listSources(full) : [full]
    })
    .toSorted()

const checksumOf = (root: string): string => {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => listSources(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const run = promisify(execFile)

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Removes what builds have left that were stopped half-way. */
const removeLeftovers = (web: string): void => {
  for (const name of readdirSync(web)) {
    const [, pid] = /^dist\.(?:new|old)\.(\d+)$/.exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    rmSync(path.join(web, name), { recursive: true, force: true })
  }
}

/**
 * Builds what browsers load and what renders pages, unless that is current; says whether it built. A signal
 * ends it with an AbortError and leaves what was there.
 */
export const buildWeb = async (root: string, signal: AbortSignal): Promise<boolean> => {
  const web = path.join(root, 'apps', 'web')
  const done = path.join(web, 'dist')
  const fresh = path.join(web, `dist.new.${process.pid}`)
  const old = path.join(web, `dist.old.${process.pid}`)
  removeLeftovers(web)
  const stamp = path.join(done, 'built')
  const wanted = checksumOf(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const vite = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  rmSync(fresh, { recursive: true, force: true })
  const build = (out: string, ...more: readonly string[]) =>
    run(process.execPath, [vite, 'build', web, '--outDir', path.join(fresh, out), ...more], {
      signal,
    })
  await Promise.all([build('client'), build('server', '--ssr')])
  mkdirSync(fresh, { recursive: true })
  writeFileSync(path.join(fresh, 'built'), wanted)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(done)) renameSync(done, old)
  renameSync(fresh, done)
  rmSync(old, { recursive: true, force: true })
  return true
}
