import { createHash } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { brotliCompress, constants, gzip as gzipCompress, gunzip as gzipExpand } from 'node:zlib'
import { codeStampOf, corpusCodeStamp, readSealed, writeSealed } from '@huiqi/corpus'
import { type Corpus, type Rulebook, toJson } from '@huiqi/engine'
import type { App } from '../platform/create-app.ts'
import type { Policies } from '../platform/platform.ts'

const YEAR_SECONDS = 365 * 24 * 3600

/** The corpus as browsers load it, to answer without the service. */
export interface CorpusFile {
  /** Names the content, so that it can be kept for good: `/corpus/6f1a….json`. */
  readonly path: string
  readonly gzip: Uint8Array
  readonly brotli: Uint8Array
}

/** What answering needs: no words for the search, no promised figures. */
const neededOf = (corpus: Corpus): Corpus => ({
  ...corpus,
  synonyms: [],
  measures: corpus.measures.map((measure) => ({ ...measure, targets: [] })),
})

const BEST_BELOW_BYTES = 2 ** 23

/** The best compression takes seconds for what is large; the next best a tenth of that. */
const qualityFor = ({ length }: Buffer): number => (length < BEST_BELOW_BYTES ? 9 : 5)

const brotli = promisify(brotliCompress)
const gzip = promisify(gzipCompress)
const gunzip = promisify(gzipExpand)

/** Writes and compresses the corpus file. */
export const makeCorpusFile = async ({ corpus }: Rulebook): Promise<CorpusFile> => {
  const plain = Buffer.from(toJson(neededOf(corpus)))
  const checksum = createHash('sha256').update(plain).digest('hex').slice(0, 16)
  const params = { [constants.BROTLI_PARAM_QUALITY]: qualityFor(plain) }
  const [zipped, best] = await Promise.all([gzip(plain), brotli(plain, { params })])
  return { path: `/corpus/${checksum}.json`, gzip: zipped, brotli: best }
}

const FILE = 'corpus-file'

/** The corpus file of policies, made once and kept in a folder for the next start. */
export const prepareCorpusFile = async (
  { rulebook, checksum }: Policies,
  folder: string,
): Promise<CorpusFile> => {
  const file = path.join(folder, FILE)
  const key = [checksum, process.version, codeStampOf(import.meta.dirname), corpusCodeStamp()]
  const kept = await readSealed(file, key.join('\n'))
  if (kept !== null) return deserialize(kept)
  const made = await makeCorpusFile(rulebook)
  await writeSealed(file, key.join('\n'), serialize(made))
  return made
}

const ENCODINGS = [
  ['br', 'brotli'],
  ['gzip', 'gzip'],
] as const

const accepts = (accepted: string, encoding: string): boolean =>
  accepted.split(',').some((part) => {
    const [name = '', quality = ''] = part.split(';').map((each) => each.trim())
    return name === encoding && quality !== 'q=0'
  })

/** Serves the corpus file; its address changes with its content. */
export const addCorpusRoute = (app: App, file: CorpusFile): void => {
  app.get(file.path, { schema: { hide: true }, compress: false }, async (request, reply) => {
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const found = ENCODINGS.find(([encoding]) => accepts(accepted, encoding))
    if (found !== undefined) reply.header('content-encoding', found[0])
    return reply
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .header('vary', 'accept-encoding')
      .type('application/json; charset=utf-8')
      .send(found === undefined ? await gunzip(file.gzip) : file[found[1]])
  })
}
