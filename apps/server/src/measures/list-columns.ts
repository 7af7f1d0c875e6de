import type { CalendarEntry, InstrumentSummary } from '@huiqi/contract'
import { column, linesColumn, wordColumn } from '../exports/plain-columns.ts'
import type { Column } from '../exports/write-csv.ts'

/** The columns of lists of instruments. */
export const INSTRUMENT_COLUMNS: readonly Column<InstrumentSummary>[] = [
  wordColumn('文件', 'instrument', ({ name }) => name),
  column('文号', 'number', ({ number }) => number),
  column('发布', 'issued on', ({ issuedOn }) => issuedOn),
  linesColumn('发文机关', 'issuers', ({ issuers }) => issuers.map(({ name }) => name)),
  column('措施数', 'measures', ({ measures }) => measures),
  column('编号', 'id', ({ id }) => id),
]

/** The columns of days of the calendar. */
export const DAY_COLUMNS: readonly Column<CalendarEntry>[] = [
  column('日期', 'day', ({ day }) => day),
  column('事由', 'kind', ({ kind }) => kind),
  wordColumn('事项', 'what', (entry) =>
    'measure' in entry ? entry.measure.name : entry.ladder.name,
  ),
  wordColumn('说明', 'says', ({ says }) => says),
]
