import { join, relative } from 'node:path'
import { isoDate } from '@huiqi/domain'
import type { ExitCode, Io } from './io.ts'
import { run } from './program.ts'

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..', '..')

/** The path of an example file from where the tests run. */
export const example = (name: string): string =>
  relative(process.cwd(), join(ROOT, 'examples', name))

/** What a command printed and how it ended. */
export interface Captured {
  readonly out: string
  readonly err: string
  readonly code: ExitCode
}

/** What differs from a pipe of 100 columns in English on 2025-09-01. */
export type Surroundings = Partial<Omit<Io, 'out' | 'err' | 'today'>> & { readonly today?: string }

/** Runs one command line in this process. */
export const runCaptured = async (
  args: readonly string[],
  { today = '2025-09-01', ...surroundings }: Surroundings = {},
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
    language: 'en',
    policies: join(ROOT, 'policies'),
    ...surroundings,
    today: isoDate(today),
  }
  const code = await run(io, args)
  return { ...written, code }
}
