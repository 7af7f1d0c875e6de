import type { Config } from './config.ts'

/** What never stands in a log, wherever it comes up. */
const SECRET = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'token',
  'clientSecret',
  'smtpUrl',
  'databaseUrl',
]

/**
 * A request as the log has it: no headers and no body, and of the parameters only the names, for what people
 * search for and the codes of sign-ins are nobody's business.
 */
export const tellRequest = (request: {
  readonly method: string
  readonly url: string
  readonly ip?: string
}) => {
  const [path = '', search = ''] = request.url.split('?', 2)
  const parameters = [...new Set(new URLSearchParams(search).keys())].toSorted()
  return { method: request.method, path, parameters, address: request.ip ?? '' }
}

interface ToldError {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly [more: string]: unknown
}

const wordsOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown
    ? String(thrown.message)
    : String(thrown)

/** An error as the log has it: not the row that PostgreSQL was given. */
export const tellError = (error: unknown): ToldError => {
  if (!(error instanceof Error)) return { type: typeof error, message: wordsOf(error), stack: '' }
  const { name, message, stack = '' } = error
  const code = 'code' in error ? { code: error.code } : {}
  const constraint = 'constraint' in error ? { constraint: error.constraint } : {}
  const cause = error.cause === undefined ? {} : { cause: tellError(error.cause) }
  return { type: name, message, stack, ...code, ...constraint, ...cause }
}

/** How the service logs: JSON lines without secrets. */
export const logOptions = ({ logLevel }: Config) => ({
  level: logLevel,
  redact: SECRET.flatMap((name) => [name, `*.${name}`]),
  serializers: { req: tellRequest, err: tellError, error: tellError },
})
