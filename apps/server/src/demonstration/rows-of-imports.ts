import { idOf } from './chance.ts'
import { SEED } from './demonstration.ts'
import type { Cast } from './draw-people.ts'
import { type DrawnCity, momentOf } from './drawn-city.ts'
import { lastYear } from './rows-of-enterprises.ts'
import { APPLIED_BATCH } from './rows-of-statements.ts'

const REFUSED_BATCH = idOf(SEED, 'batch refused')
const REFUSED_ROWS = 121
const BYTES_A_ROW = 24
const NUMBER = '统一社会信用代码'

const columnsOf = ({ rulebook, today }: DrawnCity) => {
  const year = lastYear(today)
  const fact = rulebook.facts.get('enterprise.employees')
  const name = fact === undefined ? { zh: '', en: '' } : { ...fact.name }
  return {
    fact,
    name,
    year,
    columns: [
      { name: NUMBER, kind: 'uscc', fact: null, factName: null, year: null },
      { name: `${name.zh} ${year}`, kind: 'fact', fact: fact?.id ?? null, factName: name, year },
    ],
  }
}

const issuesOf = (city: DrawnCity) => {
  const { name, columns } = columnsOf(city)
  const staff = columns[1]?.name ?? ''
  const wrongCount = (line: number, found: string) => ({
    line,
    column_name: staff,
    code: 'value.count',
    params: { fact: name.zh, found },
  })
  const wrongNumber = {
    line: 18,
    column_name: NUMBER,
    code: 'uscc.check-digit',
    params: { expected: 'K', character: '3' },
  }
  return [wrongNumber, wrongCount(64, '三十二'), wrongCount(97, '-4')].map((issue) => ({
    batch: REFUSED_BATCH,
    ...issue,
  }))
}

/** One batch that was applied and one that was refused for three rows. */
export const rowsOfImports = (city: DrawnCity, cast: Cast, appliedRows: number) => {
  const { today, enterprises } = city
  const { fact, year, columns } = columnsOf(city)
  const issues = issuesOf(city)
  const batch = (id: string, rows: number) => ({
    id,
    format: 'csv',
    bytes: rows * BYTES_A_ROW,
    source: fact?.source ?? 'social-insurance',
    grade: fact?.grade ?? 'A',
    district: null,
    adds_enterprises: false,
    applies_itself: false,
    preview: {
      columns,
      rows: enterprises.slice(0, 5).map(({ uscc }, at) => [uscc, String(12 + at * 7)]),
    },
    begun_by: cast.person('city-officer').id,
    rows_in_all: rows,
    rows_done: rows,
    file_key: `demonstration/${id}`,
  })
  const batches = [
    {
      ...batch(APPLIED_BATCH, appliedRows),
      file_name: `社保参保人数-${year}.csv`,
      state: 'applied' as const,
      rows_bad: 0,
      statements_made: appliedRows,
      begun_at: momentOf(today, 18, '10:52'),
      ended_at: momentOf(today, 18, '11:00'),
    },
    {
      ...batch(REFUSED_BATCH, REFUSED_ROWS),
      file_name: `社保参保人数-${year}-补报.csv`,
      state: 'refused' as const,
      rows_bad: issues.length,
      statements_made: null,
      begun_at: momentOf(today, 5, '09:41'),
      ended_at: momentOf(today, 5, '09:42'),
    },
  ]
  return { batches, issues }
}
