import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

interface ClientError extends Error {
  readonly code: string
}

const STATUS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

/** Answers what is no HTTP, or HTTP with headers beyond bounds, with a problem document as well. */
export const refuseBrokenRequest = (error: ClientError, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const status = STATUS[error.code] ?? 400
  const title = STATUS_CODES[status] ?? ''
  const problem = {
    type: 'https://huiqi.example/problems/bad-request',
    title,
    status,
    code: 'bad-request',
    instance: '',
  }
  const body = JSON.stringify(problem)
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
