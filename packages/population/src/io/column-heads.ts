import type { Issue, IssueParams } from '@huiqi/domain'
import type { FactDefinition, Rulebook } from '@huiqi/engine'
import { type CellKind, cellKind } from './cell.ts'
import { createCodeReader } from './code-reader.ts'

/** A column as a source names it. */
export interface SourceColumn {
  readonly name: string
  /** How its numbers count; `plain` when left out. */
  readonly physical?: CellKind['physical']
}

/** What a column of a source is about. */
export type ColumnHead =
  | { readonly kind: 'uscc' | 'ignored' }
  | {
      readonly kind: 'fact'
      readonly cell: CellKind
      readonly year: number | null
    }
  /** True where the date of the same fact is known never to have come. */
  | { readonly kind: 'never'; readonly fact: string; readonly year: number | null }

/** The heads of a source, and what is wrong with them. */
export interface ReadHeads {
  readonly heads: readonly ColumnHead[]
  readonly issues: readonly Issue[]
}

/** What to do with columns that the vocabulary does not know. */
export type UnknownColumns = 'refuse' | 'ignore'

const IGNORED: ColumnHead = { kind: 'ignored' }
const NOT_KEPT = new Set(['name', ''])
const YEAR = /^(?:FY)?((?:19|20)\d{2})(?:年度?)?$/i
const FEN = /[._]fen$/
const NEVER = /\.never$/

interface NamedColumn {
  readonly name: string
  readonly yearText: string | undefined
  readonly physical: CellKind['physical']
}

interface Reading {
  readonly rulebook: Rulebook
  readonly unknown: UnknownColumns
  readonly issues: Issue[]
  readonly report: (code: string, params: IssueParams) => ColumnHead
}

const findFact = ({ facts }: Rulebook, name: string): FactDefinition | undefined =>
  facts.get(name) ?? facts.get(`enterprise.${name}`)

const withYear = (
  reading: Reading,
  fact: FactDefinition,
  text: string | undefined,
): number | null | ColumnHead => {
  const year = text === undefined ? null : YEAR.exec(text.trim())?.[1]
  if (year === undefined) return reading.report('enterprise.year', { found: text ?? '' })
  if (fact.period === 'year' && year === null) {
    return reading.report('enterprise.year-needed', { fact: fact.id })
  }
  if (fact.period === 'point' && year !== null) {
    return reading.report('enterprise.year-unwanted', { fact: fact.id })
  }
  return year === null ? null : Number(year)
}

/** What a name says besides the fact: that amounts are in fen, or that a date never came. */
type Suffix = 'fen' | 'never' | null

const takeApart = (rulebook: Rulebook, name: string) => {
  const whole = findFact(rulebook, name)
  if (whole !== undefined) return { fact: whole, suffix: null }
  const suffix: Suffix = FEN.test(name) ? 'fen' : NEVER.test(name) ? 'never' : null
  return { fact: findFact(rulebook, name.replace(FEN, '').replace(NEVER, '')), suffix }
}

/** A suffix goes with one type of fact. */
const isMisplaced = (suffix: Suffix, { type }: FactDefinition): boolean =>
  (suffix === 'fen' && type !== 'money') || (suffix === 'never' && type !== 'date')

const cellOf = (
  { rulebook }: Reading,
  fact: FactDefinition,
  given: { readonly suffix: Suffix; readonly physical: CellKind['physical'] },
): CellKind => {
  const index = fact.codes === null ? undefined : rulebook.codeLists.get(fact.codes)
  const codes = index === undefined ? null : createCodeReader(index)
  const { suffix, physical } = given
  return cellKind(fact, { unit: suffix === 'fen' ? 'fen' : 'plain', codes, physical })
}

const factHead = (reading: Reading, { name, yearText, physical }: NamedColumn): ColumnHead => {
  const { fact, suffix } = takeApart(reading.rulebook, name)
  if (fact === undefined) {
    return reading.unknown === 'ignore' ? IGNORED : reading.report('fact.unknown', { fact: name })
  }
  if (isMisplaced(suffix, fact)) return reading.report('enterprise.fen', { fact: fact.id })
  const year = withYear(reading, fact, yearText)
  if (typeof year === 'object' && year !== null) return year
  if (suffix === 'never') return { kind: 'never', fact: fact.id, year }
  return { kind: 'fact', cell: cellOf(reading, fact, { suffix, physical }), year }
}

const readHead = (reading: Reading, { name, physical = 'plain' }: SourceColumn): ColumnHead => {
  const trimmed = name.trim()
  if (trimmed === 'uscc') return { kind: 'uscc' }
  if (NOT_KEPT.has(trimmed)) return IGNORED
  const [factName = '', yearText] = trimmed.split('@')
  return factHead(reading, { name: factName, yearText, physical })
}

const keyOf = (head: ColumnHead): string | null => {
  if (head.kind === 'fact') return `${head.cell.fact.id}@${head.year}`
  if (head.kind === 'never') return `${head.fact}@${head.year} never`
  return head.kind === 'uscc' ? 'uscc' : null
}

/**
 * Reads the names of columns: a fact id with or without `enterprise.`, `@year` behind it for yearly
 * facts, `.fen` for amounts in fen, `.never` beside a date, and `uscc`. A name twice is reported.
 */
export const readColumnHeads = (
  columns: readonly SourceColumn[],
  { rulebook, unknown }: { readonly rulebook: Rulebook; readonly unknown: UnknownColumns },
): ReadHeads => {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const heads = columns.map((column, place) => {
    const report = (code: string, params: IssueParams): ColumnHead => {
      const at = { line: 1, column: place + 1, path: column.name }
      issues.push({ code, severity: 'error', ...at, params })
      return IGNORED
    }
    const head = readHead({ rulebook, unknown, issues, report }, column)
    const key = keyOf(head)
    if (key !== null && seen.has(key)) return report('enterprise.fact-twice', { fact: column.name })
    if (key !== null) seen.add(key)
    return head
  })
  return { heads, issues }
}
