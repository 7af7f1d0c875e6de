import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'

/** Beyond this mean delay of a second the service says that it is busy. */
const LOOP_DELAY_AT_MOST_MS = 2000

/** Starting is long work on one thread; it is over this time after the door was opened. */
const SETTLED_AFTER_MS = 3000

const SAMPLE_MS = 1000

/** What a request is refused with that the process cannot keep up with: one for all, for it tells nothing else. */
const SHED = Object.assign(new Error('busy'), { statusCode: 503 })

/** Whether a request failed only because the process could not keep up. */
export const isShed = (error: unknown): boolean => error === SHED

/** Refuses requests with 503 while the process cannot keep up with those it has. */
export const refuseUnderPressure = async (app: FastifyInstance): Promise<void> => {
  let openSince = Number.POSITIVE_INFINITY
  app.addHook('onListen', (done) => {
    openSince = performance.now()
    done()
  })
  await app.register(underPressure, {
    maxEventLoopDelay: LOOP_DELAY_AT_MOST_MS,
    sampleInterval: SAMPLE_MS,
    pressureHandler: () => {
      if (performance.now() - openSince < SETTLED_AFTER_MS) return
      throw SHED
    },
  })
}
