import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { afterEach, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { logOptions } from './log-options.ts'
import { refuseUnderPressure } from './pressure.ts'
import { sendProblem } from './problem.ts'

/** A process that cannot keep up with any request. */
vi.mock('@fastify/under-pressure', () => ({
  default: Object.assign(
    (
      app: FastifyInstance,
      { pressureHandler }: { readonly pressureHandler: () => void },
      done: () => void,
    ) => {
      app.addHook('onRequest', (_request, _reply, next) => {
        pressureHandler()
        next()
      })
      done()
    },
    { [Symbol.for('skip-override')]: true },
  ),
}))

afterEach(() => vi.restoreAllMocks())

const openBusy = async () => {
  const lines: string[] = []
  const stream = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  const options = { ...logOptions(readConfig({ LOG_LEVEL: 'warn' })), stream }
  const app = fastify({ logger: options })
  app.setErrorHandler(sendProblem)
  await refuseUnderPressure(app)
  app.get('/', () => 'answered')
  await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, lines }
}

test('a request that was shed is a short line of the log, without a stack', async () => {
  const { app, lines } = await openBusy()
  expect((await app.inject('/')).body).toBe('answered')
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + 4000)
  const { statusCode, headers } = await app.inject('/')
  await app.close()
  expect([statusCode, headers['retry-after']]).toEqual([503, '2'])
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, msg: 'refused: busy' })
  expect(lines[0]).not.toContain('stack')
})
