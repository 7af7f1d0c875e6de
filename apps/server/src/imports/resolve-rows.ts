import type { Issue } from '@huiqi/domain'
import type { Database } from '../platform/database/open-database.ts'
import type { Work } from '../platform/database/transaction.ts'
import type { Batch } from './batch-repository.ts'
import { namedPlace, type Row } from './read-rows.ts'
import { type EnterpriseToAdd, findByUscc, knownUsccs } from './target-repository.ts'

/** Rows with the enterprises that they are about. */
export interface ResolvedRows {
  /** By the code. */
  readonly known: ReadonlyMap<string, string>
  readonly toAdd: readonly EnterpriseToAdd[]
  readonly issues: readonly Issue[]
}

const stated = ({ values }: Row, fact: string): string | null => {
  const value = values.find((each) => each.fact === fact)?.value
  return typeof value === 'string' ? value : null
}

const toEnterprise = (row: Row): EnterpriseToAdd => ({
  uscc: row.uscc,
  name: row.name,
  district: stated(row, 'enterprise.district'),
  industry: stated(row, 'enterprise.industry'),
})

const faultOf = (row: Row, batch: Batch, elsewhere: ReadonlySet<string>): Issue | null => {
  const fault = (code: string): Issue => ({
    code,
    severity: 'error',
    line: row.line,
    params: { uscc: row.uscc, ...namedPlace(row.cell) },
  })
  if (!batch.adds_enterprises || elsewhere.has(row.uscc)) return fault('import.enterprise-unknown')
  const isElsewhere =
    batch.district !== null && stated(row, 'enterprise.district') !== batch.district
  if (isElsewhere) return fault('import.enterprise-unknown')
  return row.name === '' ? fault('import.name-missing') : null
}

/** Finds the enterprises that rows are about; those outside the reach of the batch are unknown to it. */
export const resolveRows = async (
  tables: Database | Work,
  batch: Batch,
  rows: readonly Row[],
): Promise<ResolvedRows> => {
  const usccs = rows.map(({ uscc }) => uscc)
  const known = await findByUscc(tables, usccs, batch.district)
  const missing = rows.filter(({ uscc }) => !known.has(uscc))
  const elsewhere =
    missing.length === 0 || batch.district === null
      ? new Set<string>()
      : await knownUsccs(
          tables,
          missing.map(({ uscc }) => uscc),
        )
  const looked = missing.map((row) => ({ row, fault: faultOf(row, batch, elsewhere) }))
  return {
    known,
    toAdd: looked.flatMap(({ row, fault }) => (fault === null ? [toEnterprise(row)] : [])),
    issues: looked.flatMap(({ fault }) => fault ?? []),
  }
}
