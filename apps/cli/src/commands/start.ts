import { once } from 'node:events'
import path from 'node:path'
import {
  type Config,
  ConfigError,
  describeStartFault,
  type RunningServer,
  readConfig,
  StartError,
  startServer,
  systemClock,
  tryDoor,
} from '@huiqi/server'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { paint } from '../show/paint.ts'
import { buildWeb } from '../start/build-web.ts'
import { showReady } from '../start/show-ready.ts'
import { createStages } from '../start/stages.ts'
import { START_TEXT } from '../start/start-text.ts'

export interface StartOptions {
  readonly port?: string
  readonly host?: string
  /** False: `--no-demonstration`. */
  readonly demonstration?: boolean
  readonly resetDemonstration?: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const configOf = (io: Io, environment: Environment, options: StartOptions): Config => {
  const root = path.dirname(io.policies)
  return readConfig(
    {
      DATA_FOLDER: path.join(root, '.huiqi', 'data'),
      POLICIES: io.policies,
      WEB_FOLDER: path.join(root, 'apps', 'web', 'dist'),
      LOG_LEVEL: 'warn',
      ...environment,
      ...(options.port === undefined ? {} : { PORT: options.port }),
      ...(options.host === undefined ? {} : { HOST: options.host }),
      ...(options.demonstration === false ? { DEMONSTRATION: 'off' } : {}),
    },
    io.language,
  )
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Aborted when somebody wants the service to end; a second signal ends it at once. */
const listenForEnd = (): AbortSignal => {
  const ending = new AbortController()
  for (const signal of SIGNALS) process.once(signal, () => ending.abort())
  return ending.signal
}

interface Run {
  readonly config: Config
  readonly isDemonstrationReset: boolean
  readonly signal: AbortSignal
}

const makeReady = async (io: Io, { config, ...told }: Run): Promise<RunningServer> => {
  const stages = createStages(io)
  try {
    await tryDoor(config)
    if (config.role !== 'worker') {
      stages.begin('web')
      await buildWeb(path.dirname(io.policies), told.signal)
    }
    const clock = systemClock(config.today)
    const server = await startServer({ ...told, config, clock, onStage: stages.begin })
    stages.finish()
    return server
  } finally {
    stages.leave()
  }
}

const run = async (io: Io, how: Run): Promise<ExitCode> => {
  const text = START_TEXT[io.language]
  const { signal } = how
  signal.addEventListener('abort', () => io.err(`${text.stopping}\n`))
  try {
    const server = await makeReady(io, how)
    io.out(showReady(io, server))
    io.err(`${text.stop}\n`)
    if (!signal.aborted) await once(signal, 'abort')
    await server.stop()
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return EXIT.fine
}

/** `start`: database, web pages and service on this machine, until it is told to stop. */
export const start = async (
  io: Io,
  environment: Environment,
  options: StartOptions,
): Promise<ExitCode> => {
  try {
    const config = configOf(io, environment, options)
    const isDemonstrationReset = options.resetDemonstration === true
    return await run(io, { config, isDemonstrationReset, signal: listenForEnd() })
  } catch (error) {
    if (error instanceof StartError) {
      io.err(`${paint(io, 'bad', describeStartFault(error.fault, io.language))}\n`)
      return EXIT.findings
    }
    if (!(error instanceof ConfigError)) throw error
    const { faults } = START_TEXT[io.language]
    io.err(`${[faults, ...error.faults.map((fault) => `  ${fault}`)].join('\n')}\n`)
    return EXIT.misuse
  }
}
