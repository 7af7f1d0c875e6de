import type { Readable } from 'node:stream'
import type { Issue } from '@huiqi/domain'
import {
  compilePopulation,
  csvStream,
  matchStream,
  ndjsonRows,
  type RowAnswer,
  type RowStream,
  type StreamMatch,
  streamOf,
} from '@huiqi/population'
import { clockOf } from '../clock.ts'
import { grouped, rateProgress } from '../commands/city-progress.ts'
import { cityError, showCityIssue } from '../commands/city-run.ts'
import { EXIT, type ExitCode, type Io } from '../io.ts'
import { loadRulebook } from '../load.ts'
import { paint } from '../show/paint.ts'
import { jsonText } from './json-text.ts'
import {
  type CityMatchOptions,
  groupingsFor,
  measuresFor,
  type NamedGrouping,
} from './match-options.ts'
import { groupCounts } from './match-page.ts'
import { MATCH_TEXT } from './match-text.ts'

const NAME = 'stdin'
const DEFAULT_ID = 'uscc'

const openRows = async (
  { format = 'ndjson', id = DEFAULT_ID, summary }: CityMatchOptions,
  bytes: Readable,
): Promise<RowStream> => {
  const named = { name: NAME, bytes }
  if (format === 'ndjson') return ndjsonRows(named)
  const source = await csvStream(named)
  const hasId = source.columns.some(({ name }) => name === id)
  if (!hasId && !summary) throw cityError('match.no-id', { id })
  return streamOf(source)
}

const faultJson = ({ code, line, column, path }: Issue) => ({
  code,
  line: line ?? null,
  column: column ?? null,
  path: path ?? null,
})

const answerJson = (answer: RowAnswer) =>
  answer.kind === 'answered'
    ? { id: answer.id, certain: answer.certain, open: answer.open, faults: [] }
    : { id: answer.id, certain: null, open: null, faults: answer.faults.map(faultJson) }

const NO_MONEY = { low: 0n, high: 0n, unbounded: 0, unknown: 0 }

/** Lines whose counts may be added up over parts: by measure, grouping and label. */
const summaryLines = (
  { match, refused }: StreamMatch,
  groupings: readonly NamedGrouping[],
): readonly object[] => {
  const whole = { by: null, label: null, rows: match.rows, refused: 0 }
  const lines = match.measures.flatMap(({ measure, certain, possible, money }, place) => {
    const { low, high, unbounded, unknown } = money ?? NO_MONEY
    const counts = { certain, open: possible - certain }
    const amounts = {
      lowFen: low,
      highFen: high,
      amountUnbounded: unbounded,
      amountUnknown: unknown,
    }
    const groups = groupCounts({ match, groupings }, place).flatMap(({ name, labels }) =>
      labels.map(({ label, ...each }) => ({
        measure: measure.id,
        by: name,
        label,
        refused: 0,
        ...each,
      })),
    )
    return [{ measure: measure.id, ...whole, ...counts, ...amounts }, ...groups]
  })
  return [{ measure: null, ...whole, refused, certain: 0, open: 0 }, ...lines]
}

const write = (io: Io, lines: readonly unknown[]): void =>
  io.out(lines.map((line) => `${jsonText(line)}\n`).join(''))

/** What a run on standard input is given. */
export interface StdinRun {
  readonly options: CityMatchOptions
  readonly signal: AbortSignal
}

const answerRows = async (io: Io, { options, signal }: StdinRun): Promise<StreamMatch> => {
  const { input, id = DEFAULT_ID, summary, ignoreUnknown } = options
  const clock = clockOf(options, io.today)
  const rulebook = await loadRulebook(io)
  const measures = measuresFor(rulebook, options.measure, clock.submittedOn)
  const groupings = groupingsFor(rulebook, options.by)
  const kinds = groupings.map(({ grouping }) => grouping)
  const program = compilePopulation(measures, { rulebook, clock }, kinds)
  const progress = rateProgress(io)
  const stream = await openRows(options, input)
  const found = await matchStream(stream, {
    program,
    unknown: ignoreUnknown ? 'ignore' : 'refuse',
    id,
    ...(summary ? {} : { onAnswers: (answers) => write(io, answers.map(answerJson)) }),
    onIssue: (issue) => io.err(`${paint(io, 'bad', showCityIssue(issue, io.language))}\n`),
    onProgress: (rows) => progress.show(MATCH_TEXT[io.language].answering, rows, null),
    signal,
  })
  progress.clear()
  if (summary) write(io, summaryLines(found, groupings))
  return found
}

/** `city match --stdin`: answers rows as they come; exit 1 when some were at fault. */
export const matchStdin = async (io: Io, run: StdinRun): Promise<ExitCode> => {
  const { input } = run.options
  const stop = (): void => {
    input.destroy()
  }
  run.signal.addEventListener('abort', stop, { once: true })
  try {
    const { refused } = await answerRows(io, run)
    run.signal.throwIfAborted()
    if (refused === 0) return EXIT.fine
    io.err(`${paint(io, 'bad', MATCH_TEXT[io.language].refused(grouped(refused)))}\n`)
    return EXIT.findings
  } finally {
    run.signal.removeEventListener('abort', stop)
  }
}
