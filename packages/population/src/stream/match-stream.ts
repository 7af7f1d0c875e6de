import type { Issue } from '@huiqi/domain'
import type { PopulationProgram } from '../compile/program.ts'
import type { SourceColumn, UnknownColumns } from '../io/column-heads.ts'
import { matchRows } from '../run/match-rows.ts'
import type { PopulationMatch } from '../run/population-match.ts'
import { addMatch } from './add-match.ts'
import { type BlockMatcher, createBlockMatcher, type FittingRows } from './match-block.ts'
import { createRowIntake, type RowIntake } from './row-intake.ts'
import type { RowStream, StreamRows } from './row-stream.ts'

/** The answer to one row of a stream. */
export type RowAnswer =
  | {
      readonly kind: 'answered'
      readonly id: string
      /** Ids of measures with a rule that the row meets, and that it may meet, in the order of the program. */
      readonly certain: readonly string[]
      readonly open: readonly string[]
    }
  /** A row at fault, which was not answered. */
  | { readonly kind: 'refused'; readonly id: string | null; readonly faults: readonly Issue[] }

/** How a stream of rows is answered. */
export interface MatchStreamOptions {
  readonly program: PopulationProgram
  /** When not given, a column that the vocabulary does not know is a fault. */
  readonly unknown?: UnknownColumns
  /** The column that tells the rows apart; unless it is `uscc` it is read for nothing else. */
  readonly id: string
  /** Is given the answers in the order of the rows, a few thousand at a time; only counts when not given. */
  readonly onAnswers?: (answers: readonly RowAnswer[]) => void
  readonly onIssue?: (issue: Issue) => void
  readonly onProgress?: (rows: number) => void
  readonly signal?: AbortSignal
}

/** What a stream came to. */
export interface StreamMatch {
  /** Of the rows without a fault. */
  readonly match: PopulationMatch
  /** Rows at fault. */
  readonly refused: number
}

/** Rows that are held before they are answered. */
const ROWS_AT_ONCE = 4_096
const BITS = 32

interface Session {
  readonly columns: readonly SourceColumn[]
  readonly intake: RowIntake
  readonly codes: number
  readonly matcher: BlockMatcher
}

/** A row that waits for its answer: the place in the table, or its faults. */
type Waiting =
  | { readonly kind: 'held'; readonly id: string; readonly at: number }
  | Extract<RowAnswer, { kind: 'refused' }>

/** The work on one stream. */
interface Run {
  readonly options: MatchStreamOptions
  readonly columnFaults: RowStream['columnFaults']
  waiting: Waiting[]
  intake: { readonly columns: readonly SourceColumn[]; readonly rows: RowIntake } | null
  session: Session | null
  held: number
  rows: number
  refused: number
  match: PopulationMatch
}

const lookedFor = ({ onAnswers }: MatchStreamOptions) =>
  onAnswers === undefined ? 'counts-and-money' : 'rows'

const nobody = (program: PopulationProgram): PopulationMatch =>
  matchRows({ rows: 0, columns: [], uscc: null }, program)

const endSession = (run: Run): void => {
  if (run.session === null) return
  run.match = addMatch(run.match, run.session.matcher.finish())
  run.session = null
}

/** The matcher of the rows held; another one when codes turned up that the last did not know. */
const matcherFor = (run: Run, { columns, rows }: NonNullable<Run['intake']>): BlockMatcher => {
  const codes = rows.held.codes()
  if (run.session?.intake === rows && run.session.codes === codes) return run.session.matcher
  endSession(run)
  const { program } = run.options
  const matcher = createBlockMatcher(rows.held.table, program, lookedFor(run.options))
  run.session = { columns, intake: rows, codes, matcher }
  return matcher
}

const collectIds = (lists: readonly string[][], bits: Uint32Array, id: string): void => {
  for (const [at, word] of bits.entries()) {
    for (let rest = word; rest !== 0; rest &= rest - 1) {
      lists[at * BITS + (BITS - 1 - Math.clz32(rest & -rest))]?.push(id)
    }
  }
}

const listsOf = (run: Run, fitting: readonly FittingRows[], which: 'certain' | 'open') => {
  const lists = Array.from({ length: run.held }, (): string[] => [])
  const { measures } = run.options.program
  for (const fits of fitting) {
    collectIds(lists, fits[which], measures[fits.measure]?.measure.id ?? '')
  }
  return lists
}

const answer = (run: Run, fitting: readonly FittingRows[]): void => {
  const certain = listsOf(run, fitting, 'certain')
  const open = listsOf(run, fitting, 'open')
  run.options.onAnswers?.(
    run.waiting.map((waiting): RowAnswer => {
      if (waiting.kind === 'refused') return waiting
      const { id, at } = waiting
      return { kind: 'answered', id, certain: certain[at] ?? [], open: open[at] ?? [] }
    }),
  )
}

const flush = (run: Run): void => {
  if (run.intake === null) return
  const fitting = run.held === 0 ? [] : matcherFor(run, run.intake).match(run.held)
  if (run.waiting.length > 0) answer(run, fitting)
  run.waiting = []
  run.held = 0
}

const intakeFor = (run: Run, columns: readonly SourceColumn[]): RowIntake => {
  if (run.intake?.columns === columns) return run.intake.rows
  flush(run)
  const { program, unknown = 'refuse', id, onAnswers, onIssue = () => undefined } = run.options
  const rows = createRowIntake(columns, ROWS_AT_ONCE, {
    rulebook: program.rulebook,
    unknown,
    id,
    needsId: onAnswers !== undefined,
    columnFaults: run.columnFaults,
    onIssue,
  })
  run.intake = { columns, rows }
  return rows
}

const takeRow = (run: Run, intake: RowIntake, from: Parameters<RowIntake['read']>[0]): void => {
  const faults = intake.read(from, run.held)
  const id = intake.idOf(from.batch, from.row)
  if (faults.length > 0) {
    run.refused += 1
    if (run.options.onAnswers) run.waiting.push({ kind: 'refused', id, faults })
  } else {
    if (run.options.onAnswers) run.waiting.push({ kind: 'held', id: id ?? '', at: run.held })
    run.held += 1
  }
  if (run.held === ROWS_AT_ONCE || run.waiting.length === ROWS_AT_ONCE) flush(run)
}

const takePart = (run: Run, { columns, batch }: StreamRows): void => {
  const { signal, onProgress } = run.options
  const intake = intakeFor(run, columns)
  for (let row = 0; row < batch.rows; row += 1) takeRow(run, intake, { batch, row })
  run.rows += batch.rows
  signal?.throwIfAborted()
  onProgress?.(run.rows)
}

/**
 * Answers rows as they arrive, a block at a time, in memory that does not grow with the stream. A row
 * with a fault is reported and not answered. Throws AppError `invalid-input` when the head cannot be
 * understood or the stream is not what it is said to be.
 */
export const matchStream = async (
  { parts, columnFaults }: RowStream,
  options: MatchStreamOptions,
): Promise<StreamMatch> => {
  const run: Run = {
    options,
    columnFaults,
    waiting: [],
    intake: null,
    session: null,
    held: 0,
    rows: 0,
    refused: 0,
    match: nobody(options.program),
  }
  for await (const part of parts) takePart(run, part)
  flush(run)
  endSession(run)
  return { match: run.match, refused: run.refused }
}
