import { Client, type ClientConfig } from 'pg'

/** Why a database cannot carry the service. */
export type DatabaseFault =
  | { readonly fault: 'version'; readonly found: string }
  | { readonly fault: 'encoding'; readonly found: string }
  /** Chinese letters do not count as letters, so names cannot be searched. */
  | { readonly fault: 'letters'; readonly found: string }
  | { readonly fault: 'extensions'; readonly found: string }
  | { readonly fault: 'rights'; readonly found: string }
  | { readonly fault: 'role'; readonly found: string }
  | { readonly fault: 'read-only'; readonly found: string }

/** The database says itself what it is. */
export interface DatabaseTraits {
  readonly version: string
  readonly version_number: number
  readonly encoding: string
  readonly ctype: string
  readonly has_chinese_letters: boolean
  readonly missing_extensions: readonly string[]
  readonly may_create: boolean
  readonly has_role: boolean
  readonly may_make_role: boolean
  readonly is_read_only: boolean
}

const OLDEST = 150_000

const ASK = `
  SELECT current_setting('server_version') AS version,
    current_setting('server_version_num')::integer AS version_number,
    current_setting('server_encoding') AS encoding,
    (SELECT datctype FROM pg_database WHERE datname = current_database()) AS ctype,
    -- U+653F; in another encoding there is no such character to ask about.
    chr(CASE current_setting('server_encoding') WHEN 'UTF8' THEN 25919 ELSE 64 END)
      ~ '[[:alpha:]]' AS has_chinese_letters,
    ARRAY(
      SELECT wanted FROM unnest(ARRAY['pg_trgm', 'btree_gist']) AS wanted
      WHERE wanted NOT IN (SELECT name FROM pg_available_extensions)
    ) AS missing_extensions,
    has_database_privilege(current_database(), 'CREATE')
      AND has_schema_privilege('public', 'CREATE') AS may_create,
    EXISTS (
      SELECT FROM pg_roles WHERE rolname = 'huiqi_app' AND pg_has_role(current_user, oid, 'MEMBER')
    ) AS has_role,
    (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS may_make_role,
    pg_is_in_recovery() AS is_read_only`

/** Everything that is wrong with a database; empty: the service can run on it. */
export const databaseFaults = (traits: DatabaseTraits): readonly DatabaseFault[] => {
  const { version, encoding, ctype } = traits
  const missing = traits.missing_extensions.join(', ')
  const found: readonly (DatabaseFault | null)[] = [
    traits.version_number < OLDEST ? { fault: 'version', found: version } : null,
    encoding === 'UTF8' ? null : { fault: 'encoding', found: encoding },
    traits.has_chinese_letters ? null : { fault: 'letters', found: ctype },
    missing === '' ? null : { fault: 'extensions', found: missing },
    traits.may_create ? null : { fault: 'rights', found: 'CREATE' },
    traits.has_role || traits.may_make_role ? null : { fault: 'role', found: 'huiqi_app' },
    traits.is_read_only ? { fault: 'read-only', found: version } : null,
  ]
  return found.filter((fault) => fault !== null)
}

/** Asks a database whether it can carry the service. Throws what `pg` throws when it cannot be reached. */
export const checkDatabase = async (
  connection: ClientConfig,
): Promise<readonly DatabaseFault[]> => {
  const client = new Client({ connectionTimeoutMillis: 10_000, ...connection })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<DatabaseTraits>(ASK)
    return rows.flatMap(databaseFaults)
  } finally {
    await client.end().catch(() => undefined)
  }
}
