import type { ImportColumn } from '@huiqi/contract'
import { type IsoDate, type Issue, toHalfWidth, yearOf } from '@huiqi/domain'
import type { CodeIndex, FactDefinition, Rulebook } from '@huiqi/engine'
import type { RowSource } from '@huiqi/population'

/** A column that rows are read by. */
export type Column =
  | { readonly kind: 'uscc' | 'name' | 'ignored' | 'unknown' }
  | {
      readonly kind: 'fact'
      readonly fact: FactDefinition
      readonly index: CodeIndex | null
      readonly year: number | null
      readonly unit: 'fen' | 'plain'
      /** Stands behind each number, such as 万元. */
      readonly measure: string
    }

/** The columns of a file, and what is wrong with them. */
export interface ReadColumns {
  readonly columns: readonly Column[]
  readonly issues: readonly (Issue & { readonly column?: number })[]
}

const USCC_NAMES = new Set([
  'uscc',
  '统一社会信用代码',
  '社会信用代码',
  '信用代码',
  'credit code',
  'unified social credit code',
])
const NAME_NAMES = new Set(['name', '企业名称', '名称', '单位名称', 'enterprise', 'company'])

const YEAR_FORMS = [
  /^(?<name>.+?)\s*@\s*(?:fy)?(?<year>(?:19|20)\d{2})(?:年度?)?$/i,
  /^(?<name>.+?)\s*\(\s*(?<year>(?:19|20)\d{2})(?:年度?)?\s*\)$/,
  /^(?<name>.+?)[\s_]*(?<year>(?:19|20)\d{2})(?:年度?)?$/,
  /^(?<year>(?:19|20)\d{2})(?:年度?)?[\s_]*(?<name>.+)$/,
]
const MEASURE = /^(?<rest>.*?)\s*[([]\s*(?<measure>元|万元|亿元|%)\s*[)\]](?<tail>.*)$/
const FEN = /[._]fen$/

interface Names {
  readonly byName: ReadonlyMap<string, readonly FactDefinition[]>
}

const known = new WeakMap<Rulebook, Names>()

const plain = (text: string): string => toHalfWidth(text).trim().toLowerCase()

const namesOf = (rulebook: Rulebook): Names => {
  const ready = known.get(rulebook)
  if (ready !== undefined) return ready
  const entries = rulebook.corpus.facts.flatMap((fact) =>
    [...new Set([plain(fact.name.zh), plain(fact.name.en)])].map((name) => ({ name, fact })),
  )
  const byName = new Map(
    [...Map.groupBy(entries, ({ name }) => name)].map(([name, found]) => [
      name,
      found.map(({ fact }) => fact),
    ]),
  )
  const names = { byName }
  known.set(rulebook, names)
  return names
}

/** A fact by its id, with or without its subject, or by its name in either language. */
const findFact = (rulebook: Rulebook, text: string): FactDefinition | null => {
  const byId = rulebook.facts.get(text) ?? rulebook.facts.get(`enterprise.${text}`)
  if (byId !== undefined) return byId
  const named = namesOf(rulebook).byName.get(plain(text)) ?? []
  const own = named.filter(({ subject }) => subject === 'enterprise')
  const [found, ...others] = own.length > 0 ? own : named
  return found === undefined || others.length > 0 ? null : found
}

interface Taken {
  readonly fact: FactDefinition
  readonly year: number | null
  readonly unit: 'fen' | 'plain'
  readonly measure: string
}

const takeMeasure = (text: string): { readonly text: string; readonly measure: string } => {
  const { rest = '', measure = '', tail = '' } = MEASURE.exec(text)?.groups ?? {}
  return measure === '' ? { text, measure } : { text: `${rest}${tail}`.trim(), measure }
}

const findBare = (rulebook: Rulebook, text: string): Omit<Taken, 'year' | 'measure'> | null => {
  const whole = findFact(rulebook, text)
  if (whole !== null) return { fact: whole, unit: 'plain' }
  const fact = FEN.test(text) ? findFact(rulebook, text.replace(FEN, '')) : null
  return fact?.type === 'money' ? { fact, unit: 'fen' } : null
}

/** A column name taken apart; null when no fact has that name. */
const takeApart = (rulebook: Rulebook, name: string): Taken | null => {
  const { text, measure } = takeMeasure(toHalfWidth(name).trim())
  const whole = findBare(rulebook, text)
  if (whole !== null) return { ...whole, year: null, measure }
  for (const form of YEAR_FORMS) {
    const { name: bare = '', year = '' } = form.exec(text)?.groups ?? {}
    const found = bare === '' ? null : findBare(rulebook, bare.trim())
    if (found !== null) return { ...found, year: Number(year), measure }
  }
  return null
}

const faultOf = ({ fact, year }: Taken, today: IsoDate): string | null => {
  if (fact.subject !== 'enterprise') return 'import.column-of-things'
  if (fact.period === 'year' && year === null) return 'import.column-year'
  if (fact.period === 'point' && year !== null) return 'import.column-no-year'
  return year !== null && year > yearOf(today) ? 'import.column-future-year' : null
}

interface Sight {
  readonly rulebook: Rulebook
  readonly today: IsoDate
}

const readColumn = (
  { rulebook, today }: Sight,
  name: string,
): { readonly column: Column; readonly fault: string | null } => {
  const word = plain(name)
  if (word === '') return { column: { kind: 'ignored' }, fault: null }
  if (USCC_NAMES.has(word)) return { column: { kind: 'uscc' }, fault: null }
  if (NAME_NAMES.has(word)) return { column: { kind: 'name' }, fault: null }
  const taken = takeApart(rulebook, name)
  if (taken === null) return { column: { kind: 'unknown' }, fault: 'import.column-unknown' }
  const index =
    taken.fact.codes === null ? null : (rulebook.codeLists.get(taken.fact.codes) ?? null)
  return { column: { kind: 'fact', ...taken, index }, fault: faultOf(taken, today) }
}

const keyOf = (column: Column): string | null => {
  if (column.kind === 'fact') return `${column.fact.id}@${column.year}`
  return column.kind === 'uscc' || column.kind === 'name' ? column.kind : null
}

/** Recognises columns by id or by name in either language; every one that is not is named. */
export const readColumns = (names: RowSource['columns'], sight: Sight): ReadColumns => {
  const issues: Issue[] = []
  const seen = new Set<string>()
  const report = (code: string, name?: string): void => {
    const at = name === undefined ? {} : { path: name }
    const params = name === undefined ? {} : { name }
    issues.push({ code, severity: 'error', line: 1, ...at, params })
  }
  const columns = names.map(({ name }) => {
    const { column, fault } = readColumn(sight, name)
    if (fault !== null) report(fault, name)
    const key = keyOf(column)
    if (key !== null && seen.has(key)) report('import.column-twice', name)
    if (key !== null) seen.add(key)
    return column
  })
  if (!columns.some(({ kind }) => kind === 'uscc')) report('import.no-uscc-column')
  if (!columns.some(({ kind }) => kind === 'fact')) report('import.no-fact-column')
  return { columns, issues }
}

/** Columns as they are shown. */
export const showColumns = (
  names: RowSource['columns'],
  columns: readonly Column[],
): readonly ImportColumn[] =>
  names.map(({ name }, place) => {
    const column = columns[place]
    if (column?.kind !== 'fact') {
      return { name, kind: column?.kind ?? 'ignored', fact: null, factName: null, year: null }
    }
    const { fact, year } = column
    return { name, kind: 'fact', fact: fact.id, factName: fact.name, year }
  })
