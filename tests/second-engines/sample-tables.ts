import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Clock, Measure, Rulebook, Subject } from '@huiqi/engine'
import { createTableSql, measureSql, type SourceColumn, tableOf } from '@huiqi/population'
import { type SampleRow, toCsv } from './random-rows.ts'
import type { SecondEngine } from './second-engine.ts'

/** The columns that the measures read, on any of the days. */
export const columnsOf = (
  rulebook: Rulebook,
  measures: readonly Measure[],
  clocks: readonly Clock[],
): readonly SourceColumn[] => {
  const columns = new Map<string, SourceColumn>()
  for (const clock of clocks) {
    for (const { id } of measures) {
      const request = { dialect: 'postgresql', clock, select: 'breakdown', language: 'en' } as const
      const found = measureSql(rulebook, id, request)
      if (!found.ok) throw new RangeError(`${id}: ${found.refusal.code} ${found.refusal.what}`)
      for (const column of found.columns) columns.set(column.name, column)
    }
  }
  return [...columns.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

interface SampleTable {
  readonly name: string
  readonly subject: Subject
  readonly columns: readonly SourceColumn[]
}

const tablesFor = (
  measures: readonly Measure[],
  columns: readonly SourceColumn[],
): readonly SampleTable[] => {
  const isOwn = ({ definition }: SourceColumn): boolean => definition.subject === 'enterprise'
  const subjects = new Set<Subject>(['enterprise', ...measures.map(({ about }) => about)])
  return [...subjects].map((subject) => ({
    name: tableOf(subject),
    subject,
    columns: columns.filter((column) => isOwn(column) === (subject === 'enterprise')),
  }))
}

/** Makes the tables of all subjects in an engine and fills them with the rows. */
export const loadSample = async (
  engine: SecondEngine,
  {
    measures,
    columns,
    rows,
    folder,
  }: {
    readonly measures: readonly Measure[]
    readonly columns: readonly SourceColumn[]
    readonly rows: readonly SampleRow[]
    readonly folder: string
  },
): Promise<void> => {
  for (const table of tablesFor(measures, columns)) {
    const kind = table.subject === 'enterprise' ? 'enterprise' : 'thing'
    const file = path.join(folder, `${table.name}.csv`)
    writeFileSync(file, toCsv(rows, table.columns, kind), { mode: 0o644 })
    await engine.run(createTableSql(engine.dialect, table, table.columns))
    await engine.load(table.name, file)
  }
}
