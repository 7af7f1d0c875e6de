import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type PostgresOrigin, startPostgres } from '@huiqi/postgres'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../platform/database/migrate.ts'

/** The database that the databases of tests are copied from. */
export const TEMPLATE = 'huiqi_template'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: { readonly host: string; readonly user: string }
  }
}

const originOf = (wanted: string | undefined): { readonly origin?: PostgresOrigin } =>
  wanted === 'npm' || wanted === 'system' ? { origin: wanted } : {}

/** Starts the PostgreSQL that all tests of a run share; HUIQI_TEST_POSTGRES chooses `npm` or `system`. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-tests-'))
  const origin = originOf(process.env.HUIQI_TEST_POSTGRES)
  const { connection, stop } = await startPostgres({ folder, isDurable: false, ...origin })
  const client = new Client({ ...connection, database: 'postgres' })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  await migrate({ ...connection, database: TEMPLATE })
  project.provide('postgres', connection)
  return async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
