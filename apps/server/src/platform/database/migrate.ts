import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client, type ClientConfig } from 'pg'

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'migrations')

/** One lock for all services that start on the same database. */
const LOCK = 4_860_001

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

const readMigrations = (): readonly Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(path.join(FOLDER, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })

const apply = async (client: Client, { name, text, checksum }: Migration): Promise<void> => {
  await client.query('BEGIN')
  try {
    await client.query(text)
    await client.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [name, checksum])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed; nothing of it was kept`, { cause })
  }
}

const applyMissing = async (client: Client): Promise<readonly string[]> => {
  await client.query(
    `CREATE TABLE IF NOT EXISTS migrations (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`,
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM migrations',
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const done: string[] = []
  for (const migration of readMigrations()) {
    const before = applied.get(migration.name)
    if (before === migration.checksum) continue
    if (before !== undefined) throw new Error(`${migration.name} was changed after it was applied`)
    await apply(client, migration)
    done.push(migration.name)
  }
  return done
}

/**
 * Brings the database up to date and returns what was applied; services that start at the same time wait
 * for each other. Throws Error that names a migration which failed or was changed.
 */
export const migrate = async (connection: ClientConfig): Promise<readonly string[]> => {
  const client = new Client(connection)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await applyMissing(client)
  } finally {
    await client.end()
  }
}
