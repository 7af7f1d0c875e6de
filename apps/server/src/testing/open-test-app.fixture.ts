import path from 'node:path'
import { isoDate } from '@huiqi/domain'
import type { ClientConfig } from 'pg'
import { composeApp } from '../compose-app.ts'
import { buildCatalogue } from '../measures/build-catalogue.ts'
import { readConfig } from '../platform/config.ts'
import type { App } from '../platform/create-app.ts'
import { loadPolicies } from '../platform/load-policies.ts'
import type { Clock, Platform } from '../platform/platform.ts'
import { openTestDatabase } from './open-test-database.fixture.ts'

const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..')

/** The day on which tests of the service live. */
export const TODAY = isoDate('2025-09-15')

/** A whole service on a database of its own, asked without the network. */
export interface TestApp {
  readonly app: App
  readonly platform: Platform
  /** How others reach the same database. */
  readonly connection: ClientConfig
  readonly close: () => Promise<void>
}

/** A service other than the usual one: with settings, or a clock that the test moves. */
export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly clock?: Clock
}

const NOON: Clock = { now: () => new Date(`${TODAY}T04:00:00Z`), today: () => TODAY }

/** Opens a service for one test file. */
export const openTestApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  const { environment = {}, clock = NOON } = options
  const { database, connection, drop } = await openTestDatabase()
  const policies = await loadPolicies(path.join(ROOT, 'policies'), path.join(ROOT, '.huiqi'))
  const platform = {
    config: readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: '0', ...environment }),
    database,
    clock,
    policies,
    isDemonstration: false,
  }
  await buildCatalogue(platform)
  const app = await composeApp(platform, null)
  return {
    app,
    platform,
    connection,
    close: async () => {
      await app.close()
      await drop()
    },
  }
}
