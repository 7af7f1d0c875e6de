import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '@huiqi/postgres'
import { migrate } from './migrate.ts'

const BIOME = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** Writes the types of the tables, read from a fresh database with all migrations applied. */
const generate = async (): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiqi-schema-'))
  const { connection, stop } = await startPostgres({ folder, isDurable: false })
  try {
    await migrate({ ...connection, database: 'postgres' })
    const url = `postgres://${connection.user}@/postgres?host=${encodeURIComponent(connection.host)}`
    const tool = createRequire(import.meta.url).resolve('kysely-codegen')
    const program = path.join(path.dirname(tool), 'cli', 'bin.js')
    const out = path.join(import.meta.dirname, 'schema.generated.ts')
    const mapping = JSON.stringify({ int8: 'number', date: 'string' })
    const source = ['--dialect', 'postgres', '--url', url, '--exclude-pattern', 'pgboss.*']
    const target = ['--out-file', out, '--no-domains', '--type-mapping', mapping]
    execFileSync(process.execPath, [program, ...source, ...target, '--log-level', 'error'], {
      stdio: 'inherit',
    })
    execFileSync(process.execPath, [BIOME, 'format', '--write', out], { stdio: 'ignore' })
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

await generate()
