import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { AppError, type Issue, parseDate } from '@huiqi/domain'
import {
  arrowSource,
  csvSource,
  type Imported,
  importCity,
  parquetSource,
  postgresSource,
  type RowSource,
} from '@huiqi/population'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { optionError } from '../option-error.ts'
import { paint } from '../show/paint.ts'
import { grouped, rateProgress } from './city-progress.ts'
import { cityError, runCity, sayCityIssue, showRowIssues } from './city-run.ts'
import { CITY_TEXT } from './city-text.ts'

export interface ImportCityOptions {
  readonly out: string
  readonly query?: string
  readonly asOf?: string
  readonly ignoreUnknown?: true
  readonly replace?: true
  readonly report?: string
  readonly json?: true
}

const DATABASE = /^postgres(?:ql)?:\/\//
const SHOWN = 20

const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const openFile = (source: string): Promise<RowSource> => {
  switch (extname(source).toLowerCase()) {
    case '.csv':
    case '.tsv':
      return csvSource(source)
    case '.parquet':
      return parquetSource(source)
    case '.arrow':
    case '.arrows':
    case '.feather':
    case '.ipc':
      return arrowSource(source)
    default:
      throw cityError('option.format', { file: source })
  }
}

const openDatabase = async (connection: string, query: string | undefined): Promise<RowSource> => {
  if (query === undefined) throw cityError('option.query')
  try {
    return await postgresSource({ connection, query })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw Object.assign(cityError('database.failed', { detail }), { cause })
  }
}

const openSource = async (source: string, query: string | undefined): Promise<RowSource> => {
  if (DATABASE.test(source)) return openDatabase(source, query)
  try {
    return await openFile(source)
  } catch (cause) {
    if (!isOfSystem(cause) || cause instanceof AppError) throw cause
    if (cause.code === 'ENOENT') throw new AppError('file-not-found', { path: source }, { cause })
    throw new AppError('unreadable-file', { path: source, reason: cause.code ?? '' }, { cause })
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Collects faults: all of them in a file when asked for, the first ones for the screen. */
const createReport = (io: Io, file: string | undefined) => {
  const first: Issue[] = []
  const out = file === undefined ? null : createWriteStream(file)
  out?.write('line,column,name,code,found,text\n')
  return {
    first,
    add: (issue: Issue): void => {
      if (first.length < SHOWN) first.push(issue)
      const { line = '', column = '', path = '', code, params } = issue
      const words = [path, code, String(params.found ?? ''), sayCityIssue(issue, io.language)]
      out?.write(`${[line, column, ...words.map(quoted)].join(',')}\n`)
    },
    close: async (): Promise<void> => {
      if (out === null) return
      out.end()
      await once(out, 'close')
    },
  }
}

const showResult = (
  io: Io,
  imported: Imported,
  { out, first, file }: { out: string; first: Issue[]; file: string | undefined },
) => {
  const text = CITY_TEXT[io.language]
  const { head, refused, faults } = imported
  io.out(`${text.imported(grouped(head.rows), out)}\n`)
  if (refused === 0) return
  io.err(`${paint(io, 'bad', text.refused(grouped(refused)))}\n`)
  for (const line of showRowIssues(io, first)) io.err(`${line}\n`)
  const more = Object.values(faults).reduce((sum, count) => sum + count, 0) - first.length
  if (more > 0) io.err(`  ${text.andMore(grouped(more), file)}\n`)
}

const asOfDay = (text: string | undefined) => {
  if (text === undefined) return {}
  const asOf = parseDate(text)
  if (asOf === null) throw optionError('option.date', '--as-of', { text })
  return { asOf }
}

/** `city import`: a file or query as a city folder; exit 1 when rows were left out. */
export const cityImport = async (
  io: Io,
  source: string,
  options: ImportCityOptions,
): Promise<ExitCode> => {
  const text = CITY_TEXT[io.language]
  const day = asOfDay(options.asOf)
  const rulebook = await loadRulebook(io)
  const progress = rateProgress(io)
  return runCity(io, async (signal) => {
    const rows = await openSource(source, options.query)
    const report = createReport(io, options.report)
    try {
      const imported = await importCity(options.out, rows, {
        rulebook,
        ...day,
        unknown: options.ignoreUnknown ? 'ignore' : 'refuse',
        existing: options.replace ? 'replace' : 'refuse',
        signal,
        onIssue: report.add,
        onProgress: (done) => progress.show(text.importing, done, rows.rows),
      })
      progress.clear()
      const { head, refused, faults } = imported
      if (options.json) {
        const result = { schema: 'huiqi/city-import/1', rows: head.rows, refused, faults }
        io.out(`${JSON.stringify(result, null, 2)}\n`)
      } else
        showResult(io, imported, { out: options.out, first: report.first, file: options.report })
      return refused === 0 ? EXIT.fine : EXIT.findings
    } finally {
      progress.clear()
      await report.close()
    }
  })
}
