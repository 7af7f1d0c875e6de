import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { onRequestHookHandler } from 'fastify'

const HEADER = 'x-request-id'
const ACCEPTED = /^[\w.-]{8,64}$/

/** The id that a proxy in front gave the request, or a new one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = headers[HEADER]
  return typeof given === 'string' && ACCEPTED.test(given) ? given : randomUUID()
}

/** A hook that tells every caller under which id the logs speak of the request. */
export const answerRequestId: onRequestHookHandler = (request, reply, done) => {
  reply.header(HEADER, request.id)
  done()
}
