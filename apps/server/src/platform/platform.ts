import type { IsoDate } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import type { Config } from './config.ts'
import type { Database } from './database/open-database.ts'

/** Tells the time; the only one who may look at the clock. */
export interface Clock {
  readonly now: () => Date
  /** The day in the city. */
  readonly today: () => IsoDate
}

/** The policies that the service answers from. */
export interface Policies {
  readonly rulebook: Rulebook
  /** Changes when any policy file changes. */
  readonly checksum: string
}

/** What every feature stands on. */
export interface Platform {
  readonly config: Config
  readonly database: Database
  readonly clock: Clock
  readonly policies: Policies
  /** Whether the enterprises and people of the database are invented. */
  readonly isDemonstration: boolean
}
