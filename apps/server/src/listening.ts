import { createServer, isIPv6 } from 'node:net'
import { Health } from '@huiqi/contract'
import type { Config } from './platform/config.ts'
import type { App } from './platform/create-app.ts'
import { StartError, type StartFault } from './start-error.ts'

const faultOf = (error: unknown, { host, port }: Config): StartFault | null => {
  switch (error instanceof Error && 'code' in error ? error.code : '') {
    case 'EADDRINUSE':
      return { kind: 'port-taken', host, port }
    case 'EACCES':
      return { kind: 'port-forbidden', port }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { kind: 'host-unknown', host }
    default:
      return null
  }
}

const ANSWER_WITHIN_MS = 1000

/** Where a Huiqi that holds the port answers; null when something else holds it. */
const findHuiqi = async ({ host, port }: Pick<Config, 'host' | 'port'>): Promise<string | null> => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const address = `http://${isIPv6(name) ? `[${name}]` : name}:${port}`
  try {
    const answer = await fetch(`${address}/api/v1/health`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    return Health.safeParse(await answer.json()).success ? address : null
  } catch {
    return null
  }
}

const explain =
  (config: Config) =>
  async (cause: unknown): Promise<never> => {
    const fault = faultOf(cause, config)
    if (fault === null) throw cause
    const address = fault.kind === 'port-taken' ? await findHuiqi(config) : null
    const found = address === null ? fault : { kind: 'already-running' as const, address }
    throw new StartError(found, { cause })
  }

/** Tries the door before the long work of starting. Throws StartError. */
export const tryDoor = (config: Config): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    const { host, port } = config
    const door = createServer()
    door.once('error', reject)
    door.listen({ host, port, exclusive: true }, () => door.close(() => resolve()))
  }).catch(explain(config))

/** Opens the door and returns the address. Throws StartError. */
export const openDoor = (app: App, config: Config): Promise<string> =>
  app.listen({ host: config.host, port: config.port }).catch(explain(config))

/** Running requests may take this long when the service ends. */
const GRACE_MS = 10_000

/** Takes no more connections and waits for the running requests; after ten seconds they are cut off. */
export const closeDoor = async (app: App): Promise<void> => {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), GRACE_MS)
  await app.close()
  clearTimeout(cutOff)
}
