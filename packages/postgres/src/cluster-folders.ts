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

const findClosed = (folder: string): string | null => {
  if ((statSync(folder).mode & OTHERS_MAY_PASS) === 0) return folder
  const above = path.dirname(folder)
  return above === folder ? null : findClosed(above)
}

const makePrivate = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  if (IDENTITY.uid !== undefined) chownSync(folder, IDENTITY.uid, IDENTITY.gid ?? IDENTITY.uid)
  chmodSync(folder, 0o700)
}

const socketFolderFor = (root: string): string => {
  const beside = path.join(root, 'socket')
  if (beside.length <= LONGEST_SOCKET_FOLDER) return beside
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `huiqi-postgres-${name}`)
}

/** Makes the folders. Throws PostgresError `closed-folder` that names the folder which the user of PostgreSQL cannot enter. */
export const makeClusterFolders = (folder: string): ClusterFolders => {
  const root = path.resolve(folder)
  mkdirSync(root, { recursive: true })
  if (IDENTITY.uid !== undefined) {
    chmodSync(root, 0o755)
    const closed = findClosed(root)
    if (closed !== null) {
      throw new PostgresError('closed-folder', closed)
    }
  }
  const folders = { root, data: path.join(root, 'data'), socket: socketFolderFor(root) }
  makePrivate(folders.socket)
  return folders
}

/** Whether the cluster has been made. */
export const isInitialised = ({ data }: ClusterFolders): boolean =>
  existsSync(path.join(data, 'PG_VERSION'))
