import { toApproximateNumber } from '@huiqi/domain'
import {
  codeLineage,
  type FactType,
  type Operand,
  type Rulebook,
  typeOfReference,
} from '@huiqi/engine'

/** A lower limit of the best class of a table; money in yuan. */
export interface ClassLimit {
  readonly fact: string
  readonly atLeast: number
}

const FEN_PER_YUAN = 100

const amountOf = (operand: Operand | undefined, type: FactType): number | null => {
  if (operand?.kind !== 'literal' || typeof operand.value !== 'object') return null
  const amount = toApproximateNumber(operand.value)
  return type === 'money' ? amount / FEN_PER_YUAN : amount
}

/** What the best class of a table asks of a code; null when the table leaves the code out or is not there. */
export const bestClassLimits = (
  rulebook: Rulebook,
  tableId: string,
  code: string,
): readonly ClassLimit[] | null => {
  const table = rulebook.classTables.get(tableId)
  const list = table === undefined ? null : rulebook.facts.get(table.by)?.codes
  const index = list ? rulebook.codeLists.get(list) : undefined
  if (table === undefined || index === undefined) return null
  const row = codeLineage(index, code)
    .map((ancestor) => table.rows.find(({ codes }) => codes.includes(ancestor)))
    .find((found) => found !== undefined)
  if (row === undefined) return null
  return row.limits.flatMap(({ reference, atLeast }) => {
    const amount = amountOf(atLeast[0], typeOfReference(rulebook, reference))
    const isPlain = reference.kind === 'fact' && amount !== null
    return isPlain ? [{ fact: reference.fact, atLeast: amount }] : []
  })
}
