import { createServer } from 'node:net'
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

const explain =
  (config: Config) =>
  (cause: unknown): never => {
    const fault = faultOf(cause, config)
    throw fault === null ? cause : new StartError(fault, { cause })
  }

/** Tries the door before the long work of starting. Throws StartError. */
export const tryDoor = ({ host, port, ...config }: Config): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    const door = createServer()
    door.once('error', reject)
    door.listen({ host, port, exclusive: true }, () => door.close(() => resolve()))
  }).catch(explain({ ...config, host, port }))

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
