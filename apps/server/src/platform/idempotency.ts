import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@huiqi/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './create-app.ts'
import { inTransaction } from './database/transaction.ts'
import {
  dropKey,
  type KeyedRequest,
  type KeyFinding,
  keepAnswer,
  takeKey,
} from './idempotency-store.ts'
import type { Platform } from './platform.ts'
import { uploadOf } from './upload.ts'

const HEADER = 'idempotency-key'
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
const KEY = /^[\x21-\x7e]{1,200}$/
const TOO_MANY = 429
const WAIT_AT_MOST_MS = 5000
const LOOK_EVERY_MS = 100
/** A request that runs longer than this died with its service. */
const CUT_OFF_AFTER_MS = 120_000

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that this request has taken; null: it repeats nothing and may not be repeated. */
    keyed: KeyedRequest | null
  }
}

const refuse = (reason: string): never => {
  throw new AppError('conflict', { reason: `idempotency-${reason}` })
}

const keyedRequestOf = ({ method, url, body, headers, account }: FastifyRequest) => {
  const key = headers[HEADER]
  if (key === undefined || account === null || SAFE_METHODS.includes(method)) return null
  if (typeof key !== 'string' || !KEY.test(key)) return refuse('key-malformed')
  const told = [method, url, JSON.stringify(body ?? null)]
  const hash = createHash('sha256').update(told.join('\n')).digest()
  return { account: account.id, key, hash }
}

const sendAgain = (
  finding: Extract<KeyFinding, { readonly kind: 'answered' }>,
  reply: FastifyReply,
): FastifyReply => {
  const { status, contentType, body } = finding.answer
  reply.status(status).header('idempotent-replayed', 'true')
  if (contentType !== null) reply.type(contentType)
  return reply.send(body)
}

/** Whether a request brings the file that the first one under its key brought. */
const bringsSameFile = async (request: FastifyRequest, hash: Buffer | null): Promise<boolean> => {
  if (hash === null) return true
  const upload = await uploadOf(request)
  for await (const _ of upload?.content ?? []);
  return request.fileHash?.equals(hash) === true
}

/**
 * Makes it safe to send a change twice: with an `Idempotency-Key` the same request of the same account is
 * carried out once and answered alike. A second one waits for the first for a while; another request
 * under the same key is in conflict, also one that differs in its file alone. Too many requests and errors of the service
 * itself are not kept. A request that was
 * cut off with its service stays in conflict, for nobody knows what became of it.
 */
export const addIdempotency = (
  app: App,
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
): void => {
  const take = async (request: FastifyRequest, keyed: KeyedRequest): Promise<KeyFinding> => {
    const look = () =>
      inTransaction(database, request.actor, (work) => takeKey(work, keyed, clock.now()))
    let finding = await look()
    for (let waited = 0; finding.kind === 'running' && waited < WAIT_AT_MOST_MS; ) {
      if (clock.now().getTime() - finding.since.getTime() > CUT_OFF_AFTER_MS) break
      await wait(LOOK_EVERY_MS)
      waited += LOOK_EVERY_MS
      finding = await look()
    }
    return finding
  }

  app.decorateRequest('keyed', null)
  app.decorateRequest('fileHash', null)
  app.addHook('preHandler', async (request, reply) => {
    const keyed = keyedRequestOf(request)
    if (keyed === null) return undefined
    const finding = await take(request, keyed)
    if (finding.kind === 'other-request') return refuse('key-reused')
    if (finding.kind === 'answered') {
      const isSame = await bringsSameFile(request, finding.answer.fileHash)
      return isSame ? sendAgain(finding, reply) : refuse('key-reused')
    }
    if (finding.kind === 'running') {
      const ranFor = clock.now().getTime() - finding.since.getTime()
      return refuse(ranFor > CUT_OFF_AFTER_MS ? 'outcome-unknown' : 'in-progress')
    }
    request.keyed = keyed
    return undefined
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { keyed } = request
    if (keyed === null) return payload
    const body = payload === null || payload === undefined ? '' : payload
    const isKept =
      typeof body === 'string' && reply.statusCode < 500 && reply.statusCode !== TOO_MANY
    const contentType = reply.getHeader('content-type')
    await inTransaction(database, request.actor, (work) =>
      isKept
        ? keepAnswer(work, keyed, {
            status: reply.statusCode,
            contentType: contentType === undefined ? null : String(contentType),
            body,
            fileHash: request.fileHash,
          })
        : dropKey(work, keyed),
    )
    return payload
  })
}
