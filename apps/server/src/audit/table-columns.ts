import type { AuditEvent } from '@huiqi/contract'
import { column, wordColumn } from '../exports/plain-columns.ts'
import type { Column } from '../exports/write-csv.ts'

/** The columns of lists of events. */
export const EVENT_COLUMNS: readonly Column<AuditEvent>[] = [
  column('时间', 'at', ({ at }) => at),
  column('账号', 'account', ({ account }) => account?.name ?? null),
  column('行为', 'action', ({ action }) => action),
  column('企业', 'enterprise', ({ enterprise }) => enterprise?.name ?? null),
  wordColumn('对象', 'subject', ({ subjectName }) => subjectName),
  column('对象编号', 'subject id', ({ subject }) => subject),
  column('详情', 'details', ({ details }) => JSON.stringify(details)),
  column('编号', 'id', ({ id }) => id),
]
