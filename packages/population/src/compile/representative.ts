import { add, divide, type Exact, exact, fromDayNumber, ONE, subtract } from '@huiqi/domain'
import { type FactType, known, NEVER, open, type Resolved, type Scalar } from '@huiqi/engine'
import type { Cut } from './cut.ts'
import type { CodeDomain, Domain, OrderedDomain } from './domain.ts'

const TWO = exact(2)

const middle = (a: Exact, b: Exact): Exact => divide(add(a, b), TWO) ?? a

const valueBetween = (under: Cut | null, over: Cut | null): Exact => {
  if (under?.value != null && under.side === 'below') return under.value
  if (under?.value != null) {
    if (over?.value == null) return add(under.value, ONE)
    return over.side === 'above' ? over.value : middle(under.value, over.value)
  }
  if (over?.value == null) return exact(0)
  return over.side === 'above' ? over.value : subtract(over.value, ONE)
}

const scalarOf = (type: FactType, value: Exact): Scalar => {
  if (type === 'boolean') return value.n > 0n
  return type === 'date' ? fromDayNumber(Number(value.n)) : value
}

const orderedRepresentative = (domain: OrderedDomain, type: FactType, state: number): Resolved => {
  const { cuts, hasNever } = domain
  if (state > cuts.length) return open({})
  if (hasNever && state === 0) return known(NEVER)
  return known(scalarOf(type, valueBetween(cuts[state - 1] ?? null, cuts[state] ?? null)))
}

const codeRepresentative = ({ classes, narrowed }: CodeDomain, state: number): Resolved => {
  if (state < classes.count) return known(classes.samples[state] ?? UNLISTED)
  const codes = narrowed[state - classes.count]
  return open({}, { possible: codes === undefined ? null : { kind: 'codes', codes } })
}

/** Stands for a code that no test names and no list holds. */
const UNLISTED = '?'

/** A value that is in the state. */
export const representativeOf = (domain: Domain, type: FactType, state: number): Resolved =>
  domain.kind === 'codes'
    ? codeRepresentative(domain, state)
    : orderedRepresentative(domain, type, state)
