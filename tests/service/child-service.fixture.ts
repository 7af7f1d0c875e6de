import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { ROOT } from '../../tools/repository.ts'

/** A service in a process of its own. */
export interface ChildService {
  readonly address: string
  /** From the start of the process until it said its address. */
  readonly readyAfterMs: number
  readonly process: ChildProcess
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>
}

const MAIN = path.join(ROOT, 'apps', 'server', 'src', 'main.ts')

/** Starts a service and waits until it answers. Throws Error with what it said when it ends before. */
export const startChild = async (
  settings: Readonly<Record<string, string>>,
): Promise<ChildService> => {
  const begun = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (text: Buffer): void => {
    said += text.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /^https?:\/\/\S+$/m.exec(said)
      if (found !== null) resolve(found[0])
    })
    ended.then(() => reject(new Error(said)))
  })
  return {
    address,
    readyAfterMs: performance.now() - begun,
    process: child,
    kill: async (signal) => {
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
}
