import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The repository's root folder. */
export const ROOT = path.join(import.meta.dirname, '..')

const IGNORED_FOLDERS = new Set([
  'node_modules',
  'coverage',
  'cities',
  'dist',
  'dist.new',
  'dist.old',
])
const KEPT_DOT_FOLDERS = new Set(['.ci', '.github'])

const isWalked = (folder: string): boolean =>
  folder.startsWith('.') ? KEPT_DOT_FOLDERS.has(folder) : !IGNORED_FOLDERS.has(folder)

const listBelow = (root: string, folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return isWalked(entry.name) ? listBelow(root, below) : []
    return entry.isFile() && !entry.name.endsWith('.log') ? [below] : []
  })

/** The repository's own files, sorted, as paths from the root with `/`; installed and made folders are left out. */
export const listFiles = (root: string = ROOT): readonly string[] => listBelow(root, '').sort()
