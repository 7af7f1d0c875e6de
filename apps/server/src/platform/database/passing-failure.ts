/** The network and the pool: nobody answers, or the connection went away. */
const OF_CONNECTIONS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
])

const OF_SOCKETS = new Set(['connect', 'read', 'write', 'getaddrinfo'])

/** SQLSTATEs that pass: connections, too many of them, shutting down or starting up, lost races. */
const PASSING_STATE = /^(08...|53300|57P0[123]|40001|40P01|25006)$/

const PASSING_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether the database could not answer just now: the same request may succeed in a moment. */
export const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (code === '') return PASSING_WORDS.test(error.message)
  if (PASSING_STATE.test(code)) return true
  return OF_CONNECTIONS.has(code) && 'syscall' in error && OF_SOCKETS.has(String(error.syscall))
}
