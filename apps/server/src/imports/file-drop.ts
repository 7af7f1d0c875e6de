import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Grade } from '@huiqi/contract'
import type { Connector, ReadyFile } from './connector.ts'
import { formatOfName } from './import-source.ts'

const FOLDER = /^(?<source>[a-z0-9][a-z0-9-]*)\.(?<grade>[ABCD])$/
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D']

const isReady = (name: string): boolean => !name.startsWith('.') && formatOfName(name) !== null

const baseOf = ({ name }: ReadyFile): string => path.basename(name)

const order = (a: ReadyFile, b: ReadyFile): number => {
  const [left, right] = [`${baseOf(a)} ${a.name}`, `${baseOf(b)} ${b.name}`]
  return left < right ? -1 : 1
}

/** A place that is free: the name itself, or with a number. */
const freePlace = (folder: string, name: string): string => {
  const { name: stem, ext } = path.parse(name)
  for (let number = 1; ; number += 1) {
    const place = path.join(folder, number === 1 ? name : `${stem}-${number}${ext}`)
    if (!existsSync(place)) return place
  }
}

/**
 * A folder into which registries move files: `<source>.<grade>/<name>.csv`, in the order of their names.
 * Files that are still written have other endings or names that begin with a dot. Those that were taken
 * move to `done/` or `refused/` with a report beside them.
 */
export const fileDrop = (folder: string): Connector => ({
  id: 'file-drop',
  list: async () => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const ready: ReadyFile[] = []
    for (const entry of entries) {
      const { source, grade } = FOLDER.exec(entry.name)?.groups ?? {}
      const known = GRADES.find((each) => each === grade)
      if (!entry.isDirectory() || source === undefined || known === undefined) continue
      const files = await readdir(path.join(folder, entry.name), { withFileTypes: true })
      for (const file of files) {
        if (!file.isFile() || !isReady(file.name)) continue
        ready.push({ name: path.posix.join(entry.name, file.name), source, grade: known })
      }
    }
    return ready.toSorted(order)
  },
  open: ({ name }) => createReadStream(path.join(folder, name)),
  finish: async (file, outcome, report) => {
    const target = path.join(folder, outcome, path.dirname(file.name))
    await mkdir(target, { recursive: true })
    const place = freePlace(target, baseOf(file))
    await writeFile(`${place}.report.json`, `${JSON.stringify(report, null, 2)}\n`)
    await rename(path.join(folder, file.name), place)
  },
})
