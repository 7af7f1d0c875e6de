import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { FromService, Memory, ToService } from './messages.ts'

/** A service in a process of its own. */
export interface RunningService {
  readonly address: string
  readonly measures: number
  /** When its process was started, in milliseconds of `performance.now()`. */
  readonly begunAt: number
  /** From the start of the process until it answered. */
  readonly readyMs: number
  readonly readMemory: () => Promise<Memory>
  /** Processor time that it has taken so far, in milliseconds. */
  readonly readProcessor: () => Promise<number>
  readonly stop: () => Promise<void>
}

type OfKind<Kind extends FromService['kind']> = Extract<FromService, { readonly kind: Kind }>

/** Starts the service of the bench. Throws Error when it ends before it answers. */
export const startService = async (
  settings: Readonly<Record<string, string>>,
): Promise<RunningService> => {
  const begunAt = performance.now()
  const child = fork(path.join(import.meta.dirname, 'service.ts'), {
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...settings },
  })
  const ended = once(child, 'exit')
  const hear = <Kind extends FromService['kind']>(kind: Kind): Promise<OfKind<Kind>> =>
    new Promise((resolve, reject) => {
      const listen = (message: OfKind<Kind>): void => {
        if (message.kind !== kind) return
        child.off('message', listen)
        resolve(message)
      }
      child.on('message', listen)
      ended.then(() => reject(new Error('the service ended')))
    })
  const ask = (message: ToService): void => {
    child.send(message)
  }
  const { address, measures } = await hear('ready')
  await fetch(`${address}/api/v1/health`)
  return {
    address,
    measures,
    begunAt,
    readyMs: performance.now() - begunAt,
    readMemory: () => {
      const heard = hear('memory')
      ask({ kind: 'memory' })
      return heard
    },
    readProcessor: async () => {
      const heard = hear('processor')
      ask({ kind: 'processor' })
      return (await heard).ms
    },
    stop: async () => {
      ask({ kind: 'stop' })
      await ended
    },
  }
}
