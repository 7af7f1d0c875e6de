import { type Client, type components, createClient } from '@huiqi/client'
import { currentLanguage } from './language.tsx'

/** A problem document of the service. */
export type Problem = components['schemas']['Problem']

/** The service answered that something is wrong. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** The service could not be reached. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

const SAFE_METHODS = ['GET', 'HEAD']
const KEY_BYTES = 16
const AGAIN_AFTER_MS = 800

const makeKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends once more when the line breaks: the key of a change makes that safe. */
const send = async (request: Request): Promise<Response> => {
  const again = request.clone()
  try {
    return await fetch(request)
  } catch {
    await wait(AGAIN_AFTER_MS)
  }
  try {
    return await fetch(again)
  } catch (cause) {
    throw new UnreachableError('unreachable', { cause })
  }
}

/** Puts the language of the screen and the key of a change on a request. */
export const mark = (headers: Headers, method: string): void => {
  headers.set('accept-language', currentLanguage())
  if (!SAFE_METHODS.includes(method)) headers.set('idempotency-key', makeKey())
}

/** The service, asked with the session of this browser. */
export const client: Client = createClient({ baseUrl: window.location.origin, fetch: send })
client.use({
  onRequest: ({ request }) => {
    mark(request.headers, request.method)
    return request
  },
})

interface Asked<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body

/** A problem document out of whatever came back. */
export const problemOf = (body: unknown, { status, url }: Response): Problem =>
  isProblem(body)
    ? body
    : { type: 'about:blank', title: `HTTP ${status}`, status, code: 'internal', instance: url }

/** What the service answered. Throws ProblemError or UnreachableError. */
export const answerOf = async <Data>(asked: Promise<Asked<Data>>): Promise<Data> => {
  const { data, error, response } = await asked
  if (!response.ok) throw new ProblemError(problemOf(error, response))
  return data as Data
}

/** Whether the service said this. */
export const isProblemWith = (error: unknown, code: string): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === code
