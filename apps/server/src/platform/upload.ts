import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** sha-256 of the uploaded file and its name; null: there is none, or it has not come in whole yet. */
    fileHash: Buffer | null
  }
}

/** A file that comes in. */
export interface Upload {
  readonly fileName: string
  readonly content: Readable
  /** Whether it was cut off because it is too large. */
  readonly isCut: () => boolean
}

const NAME_AT_MOST = 200

/** The file of a form, which is hashed while it is read; null when there is none. */
export const uploadOf = async (request: FastifyRequest): Promise<Upload | null> => {
  const found = request.isMultipart() ? await request.file() : undefined
  if (found === undefined) return null
  const { filename, file } = found
  const hash = createHash('sha256').update(`${filename}\n`)
  async function* read() {
    for await (const piece of file) {
      hash.update(piece)
      yield piece
    }
    request.fileHash = hash.digest()
  }
  return {
    fileName: filename.slice(0, NAME_AT_MOST),
    content: Readable.from(read(), { objectMode: false }),
    isCut: () => file.truncated,
  }
}
