import { join } from 'node:path'
import { parseDate } from '@huiqi/domain'
import { EXIT, type Io } from './io.ts'
import { run } from './program.ts'

const PAGE_AT_MOST = 110
const PAGE_AT_LEAST = 40
const PAGE_OTHERWISE = 100

const languageAsked = (args: readonly string[]): string | undefined => {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  return args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1]
}

const languageOf = (args: readonly string[], env: NodeJS.ProcessEnv): Io['language'] => {
  const asked = args.some((arg) => arg.startsWith('--lang')) ? languageAsked(args) : undefined
  if (asked === 'zh' || asked === 'en') return asked
  const locale = env.HUIQI_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())

const columnsOf = (shown: number | undefined, stated: string | undefined): number => {
  const columns = shown ?? (Number(stated) || PAGE_OTHERWISE)
  return Math.min(Math.max(columns, PAGE_AT_LEAST), PAGE_AT_MOST)
}

const main = (args: readonly string[]): Promise<number> | number => {
  const { stdout, stderr, stdin, env } = process
  const today = parseDate(env.HUIQI_TODAY ?? todayIn('Asia/Shanghai'))
  if (today === null) {
    stderr.write(`HUIQI_TODAY=${env.HUIQI_TODAY} ≠ YYYY-MM-DD\n`)
    return EXIT.misuse
  }
  const isPerson = stdin.isTTY === true && stderr.isTTY === true
  return run(
    {
      out: (text) => stdout.write(text),
      err: (text) => stderr.write(text),
      columns: columnsOf(stdout.columns ?? stderr.columns, env.COLUMNS),
      isColored: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
      terminal: isPerson ? { input: stdin, output: stderr } : null,
      language: languageOf(args, env),
      today,
      policies: join(import.meta.dirname, '..', '..', '..', 'policies'),
    },
    args,
  )
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine)
  throw error
})
process.exitCode = await main(process.argv.slice(2))
