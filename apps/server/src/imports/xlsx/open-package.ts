import { open as openFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { AppError } from '@huiqi/domain'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { refuseFormat, refuseWorkbook } from './refuse-workbook.ts'

/** The parts of a workbook by their names. */
export interface Package {
  readonly has: (name: string) => boolean
  /** The bytes of a part as they are unpacked. Throws AppError `invalid-input` for a damaged one. */
  readonly read: (name: string) => AsyncGenerator<Uint8Array>
  readonly close: () => void
}

/** How much is unpacked at most. */
export interface PackageLimits {
  /** Bytes of all parts that are rows, texts or forms of cells; pictures are never unpacked. */
  readonly bytes: number
  readonly parts: number
}

/** More than any register of the city needs: a million rows of a dozen columns. */
export const PACKAGE_LIMITS: PackageLimits = { bytes: 768 << 20, parts: 10_000 }

const ZIP = Buffer.from('PK')
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** What a compound file with a password holds, in its own letters. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const READ_PART = /^(?:_rels|xl)\/.*\.(?:xml|rels)$/i
const MEBIBYTE = 1 << 20

const headOf = async (path: string): Promise<Buffer> => {
  const handle = await openFile(path, 'r')
  try {
    const head = Buffer.alloc(COMPOUND.length)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const holds = async (path: string, sought: Buffer): Promise<boolean> => {
  const handle = await openFile(path, 'r')
  let rest = Buffer.alloc(0)
  for await (const piece of handle.createReadStream()) {
    const bytes = Buffer.concat([rest, piece])
    if (bytes.includes(sought)) return true
    rest = bytes.subarray(-sought.length)
  }
  return false
}

const refuseOthers = async (path: string): Promise<void> => {
  const head = await headOf(path)
  if (head.subarray(0, ZIP.length).equals(ZIP)) return
  if (!head.equals(COMPOUND)) throw refuseFormat('no workbook')
  throw refuseWorkbook((await holds(path, ENCRYPTED)) ? 'xlsx.encrypted' : 'xlsx.old')
}

const detailOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const openZip = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (cause) {
    const isCut = /end of central directory/i.test(detailOf(cause))
    const refused = isCut ? refuseWorkbook('file.truncated', { format: 'Excel' }) : null
    throw Object.assign(refused ?? refuseFormat(detailOf(cause)), { cause })
  }
}

const listParts = async (
  zip: ZipFile,
  limits: PackageLimits,
): Promise<ReadonlyMap<string, Entry>> => {
  if (zip.entryCount > limits.parts) throw refuseFormat(`${zip.entryCount} parts`)
  const parts = new Map<string, Entry>()
  let bytes = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw refuseWorkbook('xlsx.encrypted')
    if (!READ_PART.test(entry.fileName)) continue
    bytes += entry.uncompressedSize
    parts.set(entry.fileName.toLowerCase(), entry)
  }
  if (bytes > limits.bytes) {
    throw refuseWorkbook('xlsx.too-large', { megabytes: Math.round(limits.bytes / MEBIBYTE) })
  }
  return parts
}

const isBytes = (piece: unknown): piece is Uint8Array => piece instanceof Uint8Array

/** What yauzl says of sizes is checked by it, so nothing is longer than it was counted; sums are checked here. */
async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    if (!isBytes(piece)) continue
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc32) throw new RangeError(`${entry.fileName} is damaged`)
}

const refusing = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw Object.assign(refuseFormat(detailOf(cause)), { cause })
  }
}

/**
 * Opens a workbook (ECMA-376 part 2) without unpacking it. Throws AppError `invalid-input` for one that
 * has a password, is cut off, is of another kind or would be too large.
 */
export const openPackage = async (
  path: string,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<Package> => {
  await refuseOthers(path)
  const zip = await openZip(path)
  let parts: ReadonlyMap<string, Entry>
  try {
    parts = await refusing(() => listParts(zip, limits))
  } catch (error) {
    zip.close()
    throw error
  }
  return {
    has: (name) => parts.has(name.toLowerCase()),
    close: () => zip.close(),
    read: async function* (name) {
      const entry = parts.get(name.toLowerCase())
      if (entry === undefined) throw refuseFormat(`no ${name}`)
      const pieces = unpack(zip, entry)
      try {
        for (;;) {
          const { value, done } = await refusing(() => pieces.next())
          if (done === true) return
          yield value
        }
      } finally {
        await pieces.return(undefined)
      }
    },
  }
}
