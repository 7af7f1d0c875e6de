import { spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import { ROOT } from './repository.ts'

/** How a finished command ended: its exit code (1 when it was killed or did not start), and all it printed. */
export interface Outcome {
  readonly exitCode: number
  readonly output: string
}

/** Where a command runs (default: the root), which variables it gets besides the process's own, and who hears its lines as they come. */
export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly onLine?: (line: string) => void
}

const NOBODY = (): void => undefined

/** Passes on whole lines of what comes in pieces. */
const intoLines = (onLine: (line: string) => void): ((piece: Buffer) => void) => {
  const decoder = new StringDecoder('utf8')
  let begun = ''
  return (piece) => {
    const lines = (begun + decoder.write(piece)).split('\n')
    begun = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
}

/** Runs a command without input and resolves with what it printed on both streams, in order of arrival. */
export const runCommand = (
  command: readonly string[],
  { cwd = ROOT, env = {}, onLine = NOBODY }: Surroundings = {},
): Promise<Outcome> =>
  new Promise((resolve) => {
    const [program = '', ...args] = command
    const chunks: Buffer[] = []
    const output = (): string => Buffer.concat(chunks).toString('utf8')
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdout.on('data', intoLines(onLine))
    child.on('error', (error) => resolve({ exitCode: 1, output: `${output()}${error.message}\n` }))
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: output() }))
  })
