import { join } from 'node:path'
import { isoDate, type Language } from '@huiqi/domain'
import { Command } from 'commander'
import type { ExitCode, Io } from '../io.ts'
import { ROOT } from '../run-captured.fixture.ts'
import { addSimulateCommand } from '../simulate-program.ts'

/** What a command printed and how it ended. */
export interface Captured {
  readonly out: string
  readonly err: string
  readonly code: ExitCode | null
}

/** Runs one `simulate` command line in this process, on 2025-09-15 on a pipe. */
export const runSimulate = async (
  args: readonly string[],
  language: Language = 'en',
  columns = 100,
): Promise<Captured> => {
  const written = { out: '', err: '' }
  const io: Io = {
    out: (text) => {
      written.out += text
    },
    err: (text) => {
      written.err += text
    },
    columns,
    isColored: false,
    terminal: null,
    language,
    today: isoDate('2025-09-15'),
    policies: join(ROOT, 'policies'),
  }
  let code: ExitCode | null = null
  const program = new Command('huiqi').exitOverride()
  addSimulateCommand({
    program,
    io,
    perform: async (run) => {
      code = await run(io)
    },
  })
  await program.parseAsync(['simulate', ...args], { from: 'user' })
  return { ...written, code }
}
