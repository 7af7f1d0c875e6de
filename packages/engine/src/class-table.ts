import { compare } from '@huiqi/domain'
import type { ClassTable, Scalar } from './model.ts'
import { gapOf, resolveOperand, resolveReference } from './reference.ts'
import { boundsOf, joinOpenness, known, type Openness, open, type Resolved } from './resolved.ts'
import { codeLineage } from './rulebook.ts'
import type { Situation } from './situation.ts'

type Row = ClassTable['rows'][number]
type Limit = Row['limits'][number]

/** Positions in `classes` that one limit still allows, best first. */
interface ClassSpan {
  readonly best: number
  readonly worst: number
  readonly why: Openness
  readonly resolved: Resolved
}

const firstReached = (bounds: readonly (Scalar | null)[], value: Scalar): number => {
  const reached = bounds.findIndex((bound) => {
    if (typeof bound === 'object' && bound !== null && typeof value === 'object') {
      return compare(value, bound) >= 0
    }
    return bound === value
  })
  return reached === -1 ? bounds.length : reached
}

const spanOf = (situation: Situation, limit: Limit): ClassSpan => {
  const resolved = resolveReference(situation, limit.reference)
  const bounds = limit.atLeast.map((operand) => resolveOperand(situation, operand))
  const gaps = limit.atLeast.filter((_, index) => bounds[index] === null).map(gapOf)
  if (gaps.length > 0) {
    return { best: 0, worst: bounds.length, why: { missing: [], reviews: [], gaps }, resolved }
  }
  if (resolved.kind === 'known') {
    const at = firstReached(bounds, resolved.value)
    return { best: at, worst: at, why: { missing: [], reviews: [], gaps: [] }, resolved }
  }
  const { low, high } = resolved.possible?.kind === 'range' ? boundsOf(resolved) : noBounds
  return {
    best: high === null ? 0 : firstReached(bounds, high),
    worst: low === null ? bounds.length : firstReached(bounds, low),
    why: joinOpenness([resolved]),
    resolved,
  }
}

const noBounds = { low: null, high: null }

const rowFor = (situation: Situation, table: ClassTable, code: string): Row | null => {
  const list = situation.rulebook.facts.get(table.by)?.codes
  const index = list ? situation.rulebook.codeLists.get(list) : undefined
  const lineage = index ? codeLineage(index, code) : [code]
  for (const ancestor of lineage) {
    const row = table.rows.find(({ codes }) => codes.includes(ancestor))
    if (row) return row
  }
  return null
}

const classAt = (table: ClassTable, position: number): string => {
  const found = table.classes[position]
  if (found === undefined) throw new RangeError(`${table.id} has no class ${position}`)
  return found
}

const classify = (situation: Situation, table: ClassTable, row: Row): Resolved => {
  const spans = row.limits.map((limit) => spanOf(situation, limit))
  const best = Math.max(0, ...spans.map((span) => span.best))
  const worst = Math.max(0, ...spans.map((span) => span.worst))
  const uses = spans.flatMap(({ resolved }) => resolved.uses)
  if (best === worst) return known(classAt(table, best), uses)
  const undecided = spans.filter((span) => span.worst > best).map(({ why }) => why)
  const codes = table.classes.slice(best, worst + 1)
  return open(joinOpenness(undecided), { possible: { kind: 'codes', codes }, uses })
}

/** The row that holds for every code still possible; null when there is none. */
const rowOf = (situation: Situation, table: ClassTable, by: Resolved): Row | null => {
  if (by.kind === 'known') return rowFor(situation, table, String(by.value))
  if (by.possible?.kind !== 'codes') return null
  const rows = new Set(by.possible.codes.map((code) => rowFor(situation, table, code)))
  const [row] = rows
  return rows.size === 1 ? (row ?? null) : null
}

/** The class of the enterprise in a table; an industry that the table leaves out needs review. */
export const classOf = (situation: Situation, tableId: string, fact: string): Resolved => {
  const table = situation.rulebook.classTables.get(tableId)
  if (!table) throw new RangeError(`unknown class table: ${tableId}`)
  const by = situation.resolve(table.by, null)
  const row = rowOf(situation, table, by)
  if (row === null && by.kind === 'open') return open(by, { uses: by.uses })
  if (row === null) return open({ reviews: [{ fact, year: null }] }, { uses: by.uses })
  const resolved = classify(situation, table, row)
  return { ...resolved, uses: [...by.uses, ...resolved.uses] }
}
