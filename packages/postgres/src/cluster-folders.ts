import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PostgresError } from './postgres-error.ts'

/** PostgreSQL refuses to run as root; there it runs as the user that owns nothing. */
const NOBODY = 65_534

/** The user that PostgreSQL runs as: nobody for root, else whoever calls. */
export const IDENTITY: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** Folders of a private PostgreSQL. */
export interface ClusterFolders {
  readonly root: string
  readonly data: string
  /** Where the socket lies: clients connect to this path as their host. */
  readonly socket: string
}

const LONGEST_SOCKET_FOLDER = 85

const OTHERS_MAY_PASS = 0o001

/** The folder above which, or itself, other users of the machine cannot pass; null: they can reach it. */
export const findClosed = (folder: string): string | null => {
  if ((statSync(folder).mode & OTHERS_MAY_PASS) === 0) return folder
  const above = path.dirname(folder)
  return above === folder ? null : findClosed(above)
}

const nameFor = (root: string): string =>
  createHash('sha256').update(root).digest('hex').slice(0, 16)

const hasCluster = (root: string): boolean => existsSync(path.join(root, 'data', 'PG_VERSION'))

const makePassable = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** A folder of its own below `refuge`; a cluster that lies in the closed place already is not left behind. */
const findRefuge = (root: string, closed: string, refuge: string): string => {
  if (hasCluster(root)) throw new PostgresError('closed-folder', closed)
  const elsewhere = path.join(refuge, nameFor(root))
  for (const folder of [refuge, elsewhere]) makePassable(folder)
  const stillClosed = findClosed(elsewhere)
  if (stillClosed !== null) throw new PostgresError('closed-folder', stillClosed)
  return elsewhere
}

/** Where the cluster of a folder lies: there, or in the refuge when the user of PostgreSQL cannot enter it. */
const findPlace = (folder: string, refuge: string): string => {
  const root = path.resolve(folder)
  mkdirSync(root, { recursive: true })
  if (IDENTITY.uid === undefined) return root
  const elsewhere = path.join(refuge, nameFor(root))
  if (hasCluster(elsewhere)) return elsewhere
  chmodSync(root, 0o755)
  const closed = findClosed(root)
  return closed === null ? root : findRefuge(root, closed, refuge)
}

const makePrivate = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  if (IDENTITY.uid !== undefined) chownSync(folder, IDENTITY.uid, IDENTITY.gid ?? IDENTITY.uid)
  chmodSync(folder, 0o700)
}

const socketFolderFor = (root: string): string => {
  const beside = path.join(root, 'socket')
  if (beside.length <= LONGEST_SOCKET_FOLDER) return beside
  return path.join(tmpdir(), `huiqi-postgres-${nameFor(root)}`)
}

/**
 * Makes the folders, below `refuge` when the user of PostgreSQL cannot enter the wanted one. Throws
 * PostgresError `closed-folder` that names the closed folder when there is no way round it.
 */
export const makeClusterFolders = (folder: string, refuge: string): ClusterFolders => {
  const root = findPlace(folder, refuge)
  const folders = { root, data: path.join(root, 'data'), socket: socketFolderFor(root) }
  makePrivate(folders.socket)
  return folders
}

/** Whether the cluster has been made. */
export const isInitialised = ({ root }: ClusterFolders): boolean => hasCluster(root)
