import { once } from 'node:events'
import path from 'node:path'
import {
  type Config,
  ConfigError,
  describeStartFault,
  readConfig,
  StartError,
  startServer,
  systemClock,
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

/** Resolves when somebody wants the service to end; a second signal ends it at once. */
const toldToEnd = (): Promise<unknown> =>
  Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))

const run = async (io: Io, config: Config, options: StartOptions): Promise<ExitCode> => {
  const text = START_TEXT[io.language]
  const stages = createStages(io)
  const end = toldToEnd().then(() => io.err(`${text.stopping}\n`))
  if (config.role !== 'worker') {
    stages.begin('web')
    await buildWeb(path.dirname(io.policies))
  }
  const server = await startServer({
    config,
    clock: systemClock(config.today),
    isDemonstrationReset: options.resetDemonstration === true,
    onStage: stages.begin,
  })
  stages.finish()
  io.out(showReady(io, server))
  io.err(`${text.stop}\n`)
  await end
  await server.stop()
  return EXIT.fine
}

/** `start`: database, web pages and service on this machine, until it is told to stop. */
export const start = async (
  io: Io,
  environment: Environment,
  options: StartOptions,
): Promise<ExitCode> => {
  try {
    return await run(io, configOf(io, environment, options), options)
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
