import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../repository.ts'

/** A demonstration that runs beside this process, on files of its own. */
export interface RunningDemonstration {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** The day on which it lives, so that every run shows the same. */
const TODAY = '2025-09-15'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts `huiqi start` and waits for its address. Throws Error when it ends before. */
export const startDemonstration = async (): Promise<RunningDemonstration> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-pictures-'))
  chmodSync(folder, 0o755)
  const port = String(await freePort())
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'apps', 'cli', 'src', 'main.ts'), 'start', '--port', port],
    {
      cwd: ROOT,
      env: { ...process.env, DATA_FOLDER: folder, HUIQI_TODAY: TODAY, RATE_LIMIT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/\S+/.exec(line) ?? []
    if (address !== undefined) return { address, stop }
  }
  throw new Error('the demonstration did not start')
}
