import { join } from 'node:path'
import { isoDate, type Language } from '@huiqi/domain'
import { Command } from 'commander'
import type { ExitCode, Io } from '../io.ts'
import { addSimulateCommand } from '../simulate-program.ts'

/** The root of the repository. */
const ROOT = join(import.meta.dirname, '..', '..', '..', '..')

/** What a command printed and how it ended. */
export interface Captured {
  readonly out: string
  readonly err: string
  readonly code: ExitCode | null
}

/** Runs one `simulate` command line in this process, on 2025-09-15 on a pipe of 100 columns. */
export const runSimulate = async (
  args: readonly string[],
  language: Language = 'en',
): Promise<Captured> => {
  const written = { out: '', err: '' }
  const io: Io = {
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    columns: 100,
    isColored: false,
    terminal: null,
    language,
    today: isoDate('2025-09-15'),
    policies: join(ROOT, 'policies'),
  }
  let code: ExitCode | null = null
  const program = new Command('huiqi').exitOverride()
  addSimulateCommand(program, io, async (run) => {
    code = await run(io)
  })
  await program.parseAsync(['simulate', ...args], { from: 'user' })
  return { ...written, code }
}
