import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Corpus, type Rulebook, toJson } from '@huiqi/engine'
import type { App } from '../platform/create-app.ts'

const YEAR_SECONDS = 365 * 24 * 3600

/** The corpus as browsers load it, to answer without the service. */
export interface CorpusFile {
  /** Names the content, so that it can be kept for good: `/corpus/6f1a….json`. */
  readonly path: string
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
}

/** What answering needs: no words for the search, no promised figures. */
const neededOf = (corpus: Corpus): Corpus => ({
  ...corpus,
  synonyms: [],
  measures: corpus.measures.map((measure) => ({ ...measure, targets: [] })),
})

/** Writes and compresses the corpus file once. */
export const makeCorpusFile = ({ corpus }: Rulebook): CorpusFile => {
  const plain = Buffer.from(toJson(neededOf(corpus)))
  const checksum = createHash('sha256').update(plain).digest('hex').slice(0, 16)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return {
    path: `/corpus/${checksum}.json`,
    plain,
    gzip: gzipSync(plain),
    brotli: brotliCompressSync(plain, { params }),
  }
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
  app.get(file.path, { schema: { hide: true }, compress: false }, (request, reply) => {
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const found = ENCODINGS.find(([encoding]) => accepts(accepted, encoding))
    if (found !== undefined) reply.header('content-encoding', found[0])
    return reply
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .header('vary', 'accept-encoding')
      .type('application/json; charset=utf-8')
      .send(file[found?.[1] ?? 'plain'])
  })
}
