import type { Demonstration } from '@huiqi/contract'
import { composeApp } from './compose-app.ts'
import { startWork } from './compose-work.ts'
import { prepareDemonstration } from './demonstration/prepare-demonstration.ts'
import { closeDoor, openDoor, tryDoor } from './listening.ts'
import { buildCatalogue } from './measures/build-catalogue.ts'
import { prepareCatalogue } from './measures/prepare-catalogue.ts'
import { loadWebBuild } from './pages/web-build.ts'
import type { Config } from './platform/config.ts'
import type { App } from './platform/create-app.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { endSending } from './platform/jobs.ts'
import { loadPolicies } from './platform/load-policies.ts'
import type { Clock, Platform, Policies } from './platform/platform.ts'
import { preparedFolder } from './platform/prepared-folder.ts'
import { keepDaysReady } from './screening/keep-days-ready.ts'
import {
  findDatabase,
  makeDataFolder,
  prepareDatabase,
  type ServerDatabase,
} from './server-database.ts'

/** A step of starting, for a person who waits. */
export type StartStage =
  | 'database'
  | 'migrations'
  | 'policies'
  | 'catalogue'
  | 'demonstration'
  | 'listening'

/** What a start is told. */
export interface StartOptions {
  readonly config: Config
  readonly clock: Clock
  /** Makes the demonstration anew; only a database that holds one allows it. */
  readonly isDemonstrationReset?: boolean
  /** Instead of those of the folder. */
  readonly policies?: Policies
  readonly onStage?: (stage: StartStage) => void
  /** Ends a start that is not over yet: at the next stage it is undone and throws the signal's reason. */
  readonly signal?: AbortSignal
}

/** A running service. */
export interface RunningServer {
  readonly address: string
  /** The invented city that the database holds; null: what it holds is real. */
  readonly demonstration: Demonstration | null
  /** Where its own PostgreSQL keeps its files when it may not keep them below the data folder; null else. */
  readonly elsewhere: string | null
  /** Finishes running requests and ends; a PostgreSQL of its own goes on for the next start. */
  readonly close: () => Promise<void>
  /** Like close; ends the own PostgreSQL too, unless another service is on it. */
  readonly stop: () => Promise<void>
}

const composeRole = async (platform: Platform): Promise<App> => {
  const { role, webFolder } = platform.config
  const web = role === 'worker' ? null : await loadWebBuild(webFolder)
  return composeApp(platform, web)
}

const stagesOf =
  ({ onStage, signal }: StartOptions) =>
  (stage: StartStage): void => {
    signal?.throwIfAborted()
    onStage?.(stage)
  }

/** The policies; where pages are served, with their lists and their search. */
const preparePolicies = async ({ config, policies }: StartOptions): Promise<Policies> => {
  const loaded = policies ?? (await loadPolicies(config.policies, config.dataFolder))
  if (config.role !== 'worker') await prepareCatalogue(loaded, preparedFolder(config))
  return loaded
}

const startOn = async (
  { connection }: ServerDatabase,
  preparing: Promise<Policies>,
  options: StartOptions,
): Promise<Omit<RunningServer, 'stop' | 'elsewhere'>> => {
  const { config, clock } = options
  const onStage = stagesOf(options)
  onStage('migrations')
  await prepareDatabase(connection)
  onStage('policies')
  const policies = await preparing
  const database = openDatabase(connection)
  try {
    const bare = { config, database, clock, policies, isDemonstration: false }
    onStage('catalogue')
    await buildCatalogue(bare)
    onStage('demonstration')
    const demonstration = await prepareDemonstration(bare, options.isDemonstrationReset === true)
    const platform = { ...bare, isDemonstration: demonstration !== null }
    const app = await composeRole(platform)
    onStage('listening')
    const address = await openDoor(app, config)
    const endWork = config.role === 'web' ? null : startWork(platform, app.log)
    const endDays = config.role === 'worker' ? null : keepDaysReady(platform, app.log)
    const close = async (): Promise<void> => {
      endDays?.()
      await endWork?.()
      await closeDoor(app)
      await endSending(database)
      await database.destroy()
    }
    return { address, demonstration, close }
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/**
 * Starts the service: database, migrations, policies, lists, HTTP, background work. Throws StartError, or
 * AppError `invalid-input` with what is wrong with the policies; what was started for it is ended again.
 */
export const startServer = async (options: StartOptions): Promise<RunningServer> => {
  const { config } = options
  await tryDoor(config)
  makeDataFolder(config.dataFolder)
  stagesOf(options)('database')
  // The database starts in a process of its own; the policies are read meanwhile.
  const preparing = preparePolicies(options)
  preparing.catch(() => undefined)
  const found = await findDatabase(config)
  try {
    const { close, ...server } = await startOn(found, preparing, options)
    const stop = async (): Promise<void> => {
      await close()
      await found.leave()
    }
    return { ...server, elsewhere: found.elsewhere, close, stop }
  } catch (error) {
    await found.leave()
    throw error
  }
}
