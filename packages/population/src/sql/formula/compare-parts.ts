import type { ComparisonOperator } from '@huiqi/engine'
import { compareNumbers } from '../fraction.ts'
import { refuse } from '../refusal.ts'
import type { ComparisonSign, Sql } from '../sql-node.ts'
import { all, any, comparison, not } from '../truth-sql.ts'
import { type Part, sqlIn, wholeOf } from './part.ts'

const SIGN: Readonly<Record<ComparisonOperator, ComparisonSign>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

const sameTruth = (a: Sql, b: Sql): Sql => any(all(a, b), all(not(a), not(b)))

/** A comparison of two parts of one type; NULL on either side leaves it open. */
export const compareParts = (operator: ComparisonOperator, left: Part, right: Part): Sql => {
  const sign = SIGN[operator]
  switch (left.type) {
    case 'number':
    case 'money':
      if (right.type !== 'number' && right.type !== 'money') break
      return compareNumbers(
        sign,
        { kind: 'fraction', ...left.value },
        { kind: 'fraction', ...right.value },
      )
    case 'days':
    case 'months':
      return comparison(sign, left.value.sql, wholeOf(right).sql)
    case 'date':
    case 'text':
      return comparison(sign, left.value, sqlIn(right))
    case 'boolean': {
      const same = sameTruth(left.value, sqlIn(right))
      return operator === '=' ? same : not(same)
    }
  }
  return refuse('not-supported', `${left.type} ${operator} ${right.type}`)
}
