import type { Exact } from '@huiqi/domain'
import type { CodeIndex, FactDefinition, FactType } from '@huiqi/engine'
import { fraction, type NumberSql } from './fraction.ts'
import { MISSING, openValue, REVIEW, type ResolvedSql, type WhenOpen } from './resolved-sql.ts'
import { codesOfFact, type Scope } from './scope.ts'
import type { ColumnNode } from './sql-node.ts'
import { any, choose, isKnown, not, oneOf } from './truth-sql.ts'

/** Least and greatest value that a column may have; decimals count in millionths. */
export interface Bounds {
  readonly low: bigint
  readonly high: bigint
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const DECIMAL_DIGITS = 10n ** 15n - 1n
const MILLION = 1_000_000n

const floor = ({ n, d }: Exact): bigint => (n < 0n ? -((d - 1n - n) / d) : n / d)

/** Whether facts of the type stand in decimal columns. */
export const isDecimalType = (type: FactType): boolean => type === 'rate' || type === 'number'

/** The bounds of a numeric fact: those of the vocabulary within those of its column. */
export const boundsOfFact = ({ type, min, max }: FactDefinition): Bounds => {
  const isDecimal = isDecimalType(type)
  const widest = isDecimal ? DECIMAL_DIGITS : SAFE
  const scale = isDecimal ? MILLION : 1n
  const least = type === 'count' ? 0n : -widest
  return {
    low: min === undefined ? least : floor({ n: min.n * scale, d: min.d }),
    high: max === undefined ? widest : -floor({ n: -max.n * scale, d: max.d }),
  }
}

/** The kind of value that facts of a type have in a query. */
export const kindOf = (type: FactType): ResolvedSql['kind'] => {
  switch (type) {
    case 'date':
      return 'date'
    case 'boolean':
      return 'truth'
    case 'code':
      return 'code'
    default:
      return 'number'
  }
}

const statedNumber = (definition: FactDefinition, stated: ColumnNode): NumberSql => {
  const bounds = boundsOfFact(definition)
  if (isDecimalType(definition.type)) {
    return { kind: 'decimal', decimal: { sql: stated, ...bounds } }
  }
  return fraction({ sql: stated, width: 'big', ...bounds })
}

const whenNotStated = ({ isJudgement }: FactDefinition): WhenOpen =>
  isJudgement ? REVIEW : MISSING

/** The codes at the top of a hierarchy, each with the codes below it. */
const topsOf = ({ ancestors }: CodeIndex): ReadonlyMap<string, readonly string[]> => {
  const entries = [...ancestors]
  const tops = entries
    .filter(([, lineage]) => lineage.length === 0)
    .map(([top]): readonly [string, readonly string[]] => [
      top,
      entries.filter(([, lineage]) => lineage.includes(top)).map(([code]) => code),
    ])
  return new Map(tops.filter(([, below]) => below.length > 0))
}

const statedCode = (
  index: CodeIndex | null,
  stated: ColumnNode,
  whenOpen: WhenOpen,
): ResolvedSql => {
  const tops = index === null ? new Map<string, readonly string[]>() : topsOf(index)
  const plain = { kind: 'code', value: stated, span: null, coarse: null, index, whenOpen } as const
  if (tops.size === 0) return plain
  const isFine = not(oneOf(stated, [...tops.keys()]))
  return {
    ...plain,
    value: choose([{ when: isFine, gives: stated }]),
    coarse: { stated, tops },
    whenOpen: { ...whenOpen, unknown: any(whenOpen.unknown, isKnown(stated)) },
  }
}

/** A fact as the table states it, without any derivation; `stated` is null when there is no column. */
export const statedFact = (
  scope: Scope,
  definition: FactDefinition,
  stated: ColumnNode | null,
): ResolvedSql => {
  const whenOpen = whenNotStated(definition)
  const kind = kindOf(definition.type)
  if (stated === null) return openValue(kind, whenOpen)
  switch (kind) {
    case 'number':
      return { kind, value: statedNumber(definition, stated), range: null, whenOpen }
    case 'code':
      return statedCode(codesOfFact(scope, definition), stated, whenOpen)
    default:
      return { kind, value: stated, whenOpen }
  }
}
