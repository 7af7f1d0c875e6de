export { findBinaries, type PostgresOrigin } from './postgres-binaries.ts'
export { PostgresError, type PostgresFault } from './postgres-error.ts'
export { type PostgresOptions, type PrivatePostgres, startPostgres } from './start-postgres.ts'
