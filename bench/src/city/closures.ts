import type { PeerFacts, PeerOperator, PeerRule, PeerValue } from '../peer-rule.ts'

/** Values of one variable by row; NaN where it is not known. Texts and truths are numbered. */
type Values = Float64Array

/** 0 no, 1 yes, 2 not known. */
type Verdict = 0 | 1 | 2

type Closure = (row: number) => Verdict

const numberOf = (codes: Map<PeerValue, number>, value: PeerValue): number => {
  if (typeof value === 'number') return value
  const place = codes.get(value) ?? codes.size
  codes.set(value, place)
  return place
}

const COMPARE: Readonly<Record<PeerOperator, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

const verdictOf = (truth: boolean): Verdict => (truth ? 1 : 0)

const allOf =
  (parts: readonly Closure[]): Closure =>
  (row) => {
    let verdict: Verdict = 1
    for (const part of parts) {
      const found = part(row)
      if (found === 0) return 0
      if (found === 2) verdict = 2
    }
    return verdict
  }

const anyOf =
  (parts: readonly Closure[]): Closure =>
  (row) => {
    let verdict: Verdict = 0
    for (const part of parts) {
      const found = part(row)
      if (found === 1) return 1
      if (found === 2) verdict = 2
    }
    return verdict
  }

/** What a programmer would write by hand: one three-valued function for each rule, over columns of numbers. */
export const makeClosures = (
  rules: readonly PeerRule[],
  variables: readonly string[],
  facts: readonly PeerFacts[],
): readonly Closure[] => {
  const codes = new Map<PeerValue, number>()
  const columns = new Map(
    variables.map((name): [string, Values] => [
      name,
      Float64Array.from(facts, (row) => {
        const value = row[name]
        return value === undefined ? Number.NaN : numberOf(codes, value)
      }),
    ]),
  )
  const test = (name: string, holds: (value: number) => boolean): Closure => {
    const values = columns.get(name) ?? new Float64Array(facts.length).fill(Number.NaN)
    return (row) => {
      const value = values[row] ?? Number.NaN
      return Number.isNaN(value) ? 2 : verdictOf(holds(value))
    }
  }
  const closureOf = (rule: PeerRule): Closure => {
    switch (rule.kind) {
      case 'compare': {
        const bound = numberOf(codes, rule.value)
        const compare = COMPARE[rule.operator]
        return test(rule.variable, (value) => compare(value, bound))
      }
      case 'member': {
        const listed = new Set(rule.values.map((value) => numberOf(codes, value)))
        return test(rule.variable, (value) => listed.has(value) === rule.isIn)
      }
      case 'all':
        return allOf(rule.parts.map(closureOf))
      case 'any':
        return anyOf(rule.parts.map(closureOf))
    }
  }
  return rules.map(closureOf)
}
