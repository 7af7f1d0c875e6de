import { once } from 'node:events'
import { ConfigError, readConfig } from './platform/config.ts'
import { systemClock } from './platform/system-clock.ts'
import { describeStartFault, StartError } from './start-error.ts'
import { startServer } from './start-server.ts'

const tell = (error: unknown): never => {
  if (!(error instanceof StartError || error instanceof ConfigError)) throw error
  const faults =
    error instanceof ConfigError ? error.faults : [describeStartFault(error.fault, 'en')]
  for (const fault of faults) console.error(fault)
  process.exit(1)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const run = async (ending: AbortSignal): Promise<void> => {
  const config = readConfig(process.env)
  const server = await startServer({ config, clock: systemClock(config.today), signal: ending })
  if (server.elsewhere !== null) console.error(`PostgreSQL keeps its files in ${server.elsewhere}`)
  console.log(server.address)
  if (!ending.aborted) await once(ending, 'abort')
  await server.stop()
}

const ending = new AbortController()
for (const signal of SIGNALS) process.once(signal, () => ending.abort())
await run(ending.signal).catch((error: unknown) => {
  if (!ending.signal.aborted) tell(error)
})
