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

const run = async (): Promise<void> => {
  const config = readConfig(process.env)
  const server = await startServer({ config, clock: systemClock(config.today) })
  console.log(server.address)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => server.stop())
  }
}

await run().catch(tell)
