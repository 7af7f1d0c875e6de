import type { Command } from 'commander'
import type { ExitCode, Io } from './io.ts'

/** A place where commands are added, in the reader's language. */
export interface Shelf {
  readonly program: Command
  readonly io: Io
  /** Runs a command in the surroundings that the options of the command line ask for. */
  readonly perform: (run: (io: Io) => Promise<ExitCode>) => Promise<void>
}
