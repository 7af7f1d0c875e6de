import type { Language } from '@huiqi/domain'
import { type Clock, type Measure, NOT_FOUND, type Rulebook } from '@huiqi/engine'
import type { AmountSql } from './amount-sql.ts'
import { amountOfMeasure, amountParts, amountStep } from './amount-step.ts'
import { type Dimension, dimensionOf } from './breakdown-sql.ts'
import { ENTERPRISES, safeTableName } from './column-name.ts'
import { countsText } from './counts-text.ts'
import { DIALECTS, type Dialect, type DialectName } from './dialect.ts'
import { columnsText, indent, type PageStep, stepText } from './page.ts'
import { columnsInParquet, type ParquetFile, parquetViews } from './parquet-view.ts'
import { remark } from './print-sql.ts'
import { type Refusal, RefusedError, refuse } from './refusal.ts'
import { openQuery } from './resolve-sql.ts'
import type { DefinedColumn, Scope, SourceColumn } from './scope.ts'
import { keysOf, sourceStep } from './source-step.ts'
import { partsOf, type Sql } from './sql-node.ts'
import { tableSql } from './table-sql.ts'
import { type VerdictSql, verdictSql, verdictSteps } from './verdict-step.ts'

/** What a query gives: the verdict of each row, with the amount, counts, counts by group, or the table it reads. */
export type SqlSelect = 'verdict' | 'amounts' | 'counts' | 'breakdown' | 'table'

/** Every selection, in the order of the documentation. */
export const SQL_SELECTS: readonly SqlSelect[] = [
  'verdict',
  'amounts',
  'counts',
  'breakdown',
  'table',
]

/** Whether a text names a selection. */
export const isSqlSelect = (text: string): text is SqlSelect =>
  SQL_SELECTS.some((select) => select === text)

/** For which engine and which day a measure is written. */
export interface MeasureSqlRequest {
  readonly dialect: DialectName
  readonly clock: Clock
  readonly select: SqlSelect
  readonly language: Language
  /** The table of enterprises; `enterprises` unless given. */
  readonly table?: string
  /** The columns that the tables have; facts without one are not known. All of them unless given. */
  readonly columns?: ReadonlySet<string>
  /** A Parquet file of a city that DuckDB reads in place of tables; the views stand before the query. */
  readonly parquet?: ParquetFile
  /** Facts by which a breakdown parts the rows; those that the vocabulary lacks are left out. */
  readonly by?: readonly string[]
}

/** The SQL of a measure with the columns it reads, or why there is none. */
export type MeasureSql =
  | { readonly ok: true; readonly sql: string; readonly columns: readonly SourceColumn[] }
  | { readonly ok: false; readonly refusal: Refusal }

const BREAKDOWN = ['enterprise.district', 'enterprise.size_class', 'enterprise.industry']

interface Draft {
  readonly scope: Scope
  readonly measure: Measure
  readonly dialect: Dialect
  readonly request: MeasureSqlRequest
  readonly verdict: VerdictSql
  readonly amount: AmountSql | null
  readonly dimensions: readonly Dimension[]
}

const needsAmounts = ({ select }: MeasureSqlRequest): boolean => select !== 'verdict'

const columnsFor = (
  rulebook: Rulebook,
  { columns, parquet }: MeasureSqlRequest,
): ReadonlySet<string> | null =>
  columns ?? (parquet === undefined ? null : columnsInParquet(rulebook, parquet))

const draftOf = (rulebook: Rulebook, measure: Measure, request: MeasureSqlRequest): Draft => {
  const scope = openQuery({
    rulebook,
    clock: request.clock,
    language: request.language,
    present: columnsFor(rulebook, request),
    hasThing: measure.about !== 'enterprise',
  })
  const verdict = verdictSql(scope, measure)
  const hasAmount = needsAmounts(request) && verdict.rule !== null
  const by = (request.by ?? BREAKDOWN).filter((fact) => rulebook.facts.has(fact))
  return {
    scope,
    measure,
    dialect: DIALECTS[request.dialect],
    request,
    verdict,
    amount: hasAmount ? amountOfMeasure(scope, measure) : null,
    dimensions: request.select === 'breakdown' ? by.map((fact) => dimensionOf(scope, fact)) : [],
  }
}

const columnsIn = (sql: Sql): readonly string[] =>
  sql.kind === 'column' ? [sql.name] : partsOf(sql).flatMap(columnsIn)

/** The columns worked out on the way that the roots rest on, those for one step together. */
const neededSteps = (
  { scope }: Draft,
  roots: readonly Sql[],
): readonly (readonly DefinedColumn[])[] => {
  const needed = new Set<string>()
  const visit = (sql: Sql): void => {
    for (const name of columnsIn(sql)) {
      const defined = scope.defined.get(name)
      if (needed.has(name) || defined === undefined) continue
      needed.add(name)
      visit(defined.sql)
    }
  }
  for (const root of roots) visit(root)
  const columns = [...scope.defined.values()].filter(({ name }) => needed.has(name))
  const depths = [...new Set(columns.map(({ depth }) => depth))].toSorted((a, b) => a - b)
  return depths.map((depth) => columns.filter((column) => column.depth === depth))
}

const rootsOf = ({ verdict, amount, dimensions }: Draft): readonly Sql[] => [
  ...(verdict.rule?.leaves.map(({ sql }) => sql) ?? []),
  verdict.verdict,
  ...amountParts(amount),
  ...dimensions.map(({ code }) => code),
]

const sourcesOf = (
  draft: Draft,
  steps: readonly (readonly DefinedColumn[])[],
): readonly SourceColumn[] => {
  const expressions = [...rootsOf(draft), ...steps.flat().map(({ sql }) => sql)]
  const read = new Set(expressions.flatMap(columnsIn))
  return [...draft.scope.sources.values()]
    .filter(({ name }) => read.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const pageSteps = (
  draft: Draft,
  steps: readonly (readonly DefinedColumn[])[],
): readonly PageStep[] => {
  const worked = steps.map((columns, at) => ({
    name: `step_${at + 1}`,
    remarks: [],
    columns: columns.map(({ name, sql, remarks }) => ({ name, sql, remarks })),
  }))
  const verdicts = verdictSteps(draft.scope, draft.verdict)
  const amounts = needsAmounts(draft.request) ? [amountStep(draft.scope, draft.amount)] : []
  return [...worked, ...verdicts, ...amounts].filter(({ columns }) => columns.length > 0)
}

const breakdownText = (draft: Draft): string => {
  const parts = draft.dimensions.map(({ name, code }) => {
    const columns = columnsText([{ name: 'code', sql: code, remarks: [] }], draft.dialect)
    const kept = ['verdict', 'amount_low', 'amount_high', 'amount_status'].join(', ')
    return `SELECT\n${indent(`'${name}' AS dimension,\n${columns},\n${kept}`)}\nFROM amounts`
  })
  return `groups AS (\n${indent(parts.join('\nUNION ALL\n'))}\n)`
}

const finalText = (draft: Draft): string => {
  const { measure, request, dialect } = draft
  const keys = keysOf(measure.about).join(', ')
  const counts = indent(
    countsText(
      dialect,
      draft.amount === null ? 'without-amounts' : 'with-amounts',
      request.language,
    ),
  )
  switch (request.select) {
    case 'amounts':
      return `SELECT ${keys}, verdict, amount_low, amount_high, amount_status\nFROM amounts`
    case 'counts':
      return `SELECT\n${counts}\nFROM amounts`
    case 'breakdown':
      return [
        `SELECT\n  dimension,\n  code,\n${counts}`,
        'FROM groups\nGROUP BY dimension, code\nORDER BY dimension, code',
      ].join('\n')
    default:
      return `SELECT ${keys}, verdict\nFROM verdicts`
  }
}

const TEXT = {
  zh: {
    days: (asOf: string, on: string) => `事实与资质按 ${asOf}，规则与年度按 ${on}（申报日）。`,
    force: (from: string, to: string) => `有效期 ${from} 至 ${to}`,
    open: '未见截止日',
    none: '无截止日',
  },
  en: {
    days: (asOf: string, on: string) =>
      `Facts and titles as of ${asOf}; rules and years as of ${on}, the day of submission.`,
    force: (from: string, to: string) => `in force from ${from} to ${to}`,
    open: 'an end that was not found',
    none: 'no end',
  },
} as const

const headerText = ({ scope, measure, request }: Draft): string => {
  const { language } = request
  const words = TEXT[language]
  const instrument = scope.rulebook.instruments.get(measure.instrument)?.name[language]
  const { from, to } = measure.inForce
  const end = to === null ? words.none : to === NOT_FOUND ? words.open : to
  const lines = [
    `${measure.name[language]} (${measure.id})`,
    `${instrument ?? measure.instrument} · ${measure.provision} · ${words.force(from, end)}`,
    words.days(request.clock.asOf, request.clock.submittedOn),
  ]
  return lines.map(remark).join('\n')
}

const viewsText = (
  { scope, measure, request }: Draft,
  columns: readonly SourceColumn[],
): string => {
  const { parquet, table, dialect } = request
  if (parquet === undefined) return ''
  if (dialect !== 'duckdb') return refuse('not-supported', 'reading a Parquet file')
  const { about } = measure
  const query = { about, columns, ...(table === undefined ? {} : { table }) }
  return `${parquetViews(scope.rulebook, parquet, query)}\n`
}

const queryText = (
  draft: Draft,
): { readonly sql: string; readonly columns: readonly SourceColumn[] } => {
  const { scope, measure, request, dialect } = draft
  const steps = neededSteps(draft, rootsOf(draft))
  const columns = sourcesOf(draft, steps)
  const table = safeTableName(request.table ?? ENTERPRISES)
  const source = { about: measure.about, table, columns, language: scope.language, dialect }
  if (request.select === 'table') {
    return { sql: `${headerText(draft)}\n${tableSql(dialect, source, columns)}\n`, columns }
  }
  const pages = pageSteps(draft, steps)
  const texts = pages.map((step, at) => stepText(step, pages[at - 1]?.name ?? 'facts', dialect))
  const groups = request.select === 'breakdown' ? [breakdownText(draft)] : []
  const body = `WITH ${[sourceStep(source), ...texts, ...groups].join(',\n')}`
  const closing = dialect.closing === null ? '' : `\n${dialect.closing}`
  const query = `${headerText(draft)}\n${body}\n${finalText(draft)}${closing};\n`
  return { sql: `${viewsText(draft, columns)}${query}`, columns }
}

/**
 * A measure as SQL that answers as the evaluator does, row by row, with the clause and the statement of
 * every condition. The same request gives the same text. Throws RangeError on an unknown measure.
 */
export const measureSql = (
  rulebook: Rulebook,
  id: string,
  request: MeasureSqlRequest,
): MeasureSql => {
  const measure = rulebook.measures.get(id)
  if (!measure) throw new RangeError(`unknown measure: ${id}`)
  try {
    return { ok: true, ...queryText(draftOf(rulebook, measure, request)) }
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, refusal: error.refusal }
    throw error
  }
}
