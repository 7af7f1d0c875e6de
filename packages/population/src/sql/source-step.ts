import type { Language } from '@huiqi/domain'
import type { Subject } from '@huiqi/engine'
import { OWNER_COLUMN, THING_COLUMN, tableOf } from './column-name.ts'
import type { Dialect } from './dialect.ts'
import { indent } from './page.ts'
import { remark } from './print-sql.ts'
import type { SourceColumn } from './scope.ts'

/** Where the rows come from and which columns are read. */
export interface Source {
  readonly about: Subject
  /** The table of enterprises. */
  readonly table: string
  readonly columns: readonly SourceColumn[]
  readonly language: Language
  readonly dialect: Dialect
}

const TEXT = {
  zh: {
    facts: (never: string) =>
      `规则所用的指标。NULL 表示不知道；金额以分计；DATE '${never}' 表示从未。`,
  },
  en: {
    facts: (never: string) =>
      `The facts that the rule reads: NULL where not known, money in fen, '${never}' for never.`,
  },
} as const

const meaning = ({ definition, year }: SourceColumn, language: Language): string => {
  const unit = definition.unit === null ? '' : `, ${definition.unit[language]}`
  const fen = definition.type === 'money' ? { zh: '，分', en: ', fen' }[language] : unit
  return `${definition.name[language]}${year === null ? '' : ` ${year}`}${fen}`
}

const PAD_AT_MOST = 58

const aligned = (
  entries: readonly { readonly code: string; readonly note: string }[],
): readonly string[] => {
  const lengths = entries
    .map(({ code }) => code.length + 1)
    .filter((length) => length <= PAD_AT_MOST)
  const width = Math.max(0, ...lengths)
  return entries.map(({ code, note }, at) => {
    const comma = at === entries.length - 1 ? '' : ','
    return note === '' ? `${code}${comma}` : `${`${code}${comma}`.padEnd(width)} ${remark(note)}`
  })
}

/** The names that say which row it is. */
export const keysOf = (about: Subject): readonly string[] =>
  about === 'enterprise' ? [OWNER_COLUMN] : [OWNER_COLUMN, THING_COLUMN]

const fromText = ({ about, table }: Source): string =>
  about === 'enterprise'
    ? `FROM ${table}`
    : [
        `FROM ${tableOf(about)} AS t`,
        `LEFT JOIN ${table} AS e ON e.${OWNER_COLUMN} = t.${OWNER_COLUMN}`,
      ].join('\n')

const columnCode = (about: Subject, name: string, owner: Subject): string => {
  if (about === 'enterprise') return name
  return `${owner === 'enterprise' ? 'e' : 't'}.${name} AS ${name}`
}

/** The step that picks the columns the rule reads; a thing comes with the facts of its enterprise. */
export const sourceStep = (source: Source): string => {
  const { about, columns, language, dialect } = source
  const keys = keysOf(about).map((name) => ({ code: columnCode(about, name, about), note: '' }))
  const facts = columns.map((column) => ({
    code: columnCode(about, column.name, column.definition.subject),
    note: meaning(column, language),
  }))
  const select = `SELECT\n${indent(aligned([...keys, ...facts]).join('\n'))}`
  const fence = dialect.fence === null ? [] : [dialect.fence]
  const note = remark(TEXT[language].facts(dialect.never))
  const lines = [note, select, fromText(source), ...fence]
  return `facts AS (\n${indent(lines.join('\n'))}\n)`
}
