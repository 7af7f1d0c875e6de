import { parseDate, toApproximateNumber, toDayNumber } from '@huiqi/domain'
import {
  type Condition,
  codeLineage,
  type Guard,
  type Measure,
  type Reference,
  resolveOperand,
  resolveReference,
  type Scalar,
  type Situation,
  type Test,
} from '@huiqi/engine'

/** A value as the other engines take it: money in fen, dates as days since 1970. */
export type PeerValue = number | string | boolean

/** Values by variable; a fact that is not known is absent. */
export type PeerFacts = Readonly<Record<string, PeerValue>>

export type PeerOperator = '>=' | '<=' | '>' | '<' | '=' | '!='

/** A rule in negation normal form: comparisons of variables joined by `all` and `any`. */
export type PeerRule =
  | {
      readonly kind: 'compare'
      readonly variable: string
      readonly operator: PeerOperator
      readonly value: PeerValue
    }
  | {
      readonly kind: 'member'
      readonly variable: string
      readonly isIn: boolean
      readonly values: readonly string[]
    }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly PeerRule[] }

/** Rules for the other engines. */
export interface PeerRules {
  /** One for each measure; null when it cannot be said: no rule, or a hole in the text. */
  readonly rules: readonly (PeerRule | null)[]
  readonly variables: readonly string[]
  /** The variables of an enterprise; derived values are handed over ready. */
  readonly factsOf: (situation: Situation) => PeerFacts
}

const OPERATOR = {
  'at-least': '>=',
  'at-most': '<=',
  'more-than': '>',
  'less-than': '<',
  'not-before': '>=',
  'not-after': '<=',
  is: '=',
  'is-not': '!=',
} as const

const OPPOSITE: Readonly<Record<PeerOperator, PeerOperator>> = {
  '>=': '<',
  '<=': '>',
  '>': '<=',
  '<': '>=',
  '=': '!=',
  '!=': '=',
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** zen-engine ends the process on a number of more than 28 decimals. */
const DECIMALS = 12

/** Null for a date that never came, which the other engines cannot say. */
const toPeerValue = (value: Scalar): PeerValue | null => {
  if (typeof value === 'object') return Number(toApproximateNumber(value).toFixed(DECIMALS))
  if (typeof value === 'boolean') return value
  const date = DATE.test(value) ? parseDate(value) : null
  if (date !== null) return toDayNumber(date)
  return value === 'never' ? null : value
}

type Sign = 'as-is' | 'negated'

const flipped = (sign: Sign): Sign => (sign === 'as-is' ? 'negated' : 'as-is')

const codesUnder = (
  situation: Situation,
  { reference }: Guard,
  listed: readonly string[],
): readonly string[] => {
  const { facts, codeLists } = situation.rulebook
  const list = reference.kind === 'fact' ? facts.get(reference.fact)?.codes : null
  const index = list ? codeLists.get(list) : undefined
  if (!index) return listed
  const codes = index.list.codes.map(({ code }) => code)
  const below = codes.filter((code) => codeLineage(index, code).some((at) => listed.includes(at)))
  return [...new Set([...listed, ...below])]
}

interface Translation {
  readonly situation: Situation
  readonly variableOf: (reference: Reference) => string
}

const translateTest = (
  { situation, variableOf }: Translation,
  guard: Guard,
  { test, sign }: { readonly test: Test; readonly sign: Sign },
): PeerRule | null => {
  const variable = variableOf(guard.reference)
  if ('values' in test) {
    const isIn = (test.word === 'one-of') === (sign === 'as-is')
    return { kind: 'member', variable, isIn, values: codesUnder(situation, guard, test.values) }
  }
  const bound = resolveOperand(situation, test.value)
  const value = bound === null ? null : toPeerValue(bound)
  const operator = OPERATOR[test.word]
  return value === null
    ? null
    : {
        kind: 'compare',
        variable,
        operator: sign === 'as-is' ? operator : OPPOSITE[operator],
        value,
      }
}

const join = (kind: 'all' | 'any', parts: readonly (PeerRule | null)[]): PeerRule | null => {
  const said = parts.flatMap((part) => part ?? [])
  const [only] = said
  if (said.length < parts.length) return null
  return only && said.length === 1 ? only : { kind, parts: said }
}

const translate = (translation: Translation, condition: Condition, sign: Sign): PeerRule | null => {
  if (condition.kind === 'leaf') {
    const tests = condition.tests.map((test) =>
      translateTest(translation, condition, { test, sign }),
    )
    return join(sign === 'as-is' ? 'all' : 'any', tests)
  }
  const inner = condition.kind === 'except' ? flipped(sign) : sign
  const isAll = (condition.kind === 'any') === (sign === 'negated')
  return join(
    isAll ? 'all' : 'any',
    condition.parts.map((part) => translate(translation, part, inner)),
  )
}

const keyOf = (reference: Reference): string =>
  reference.kind === 'fact' ? `${reference.fact}@${reference.year}` : reference.formula

/** Says the rules of measures, as they stand on the day of the situation, for the other engines. */
export const toPeerRules = (measures: readonly Measure[], situation: Situation): PeerRules => {
  const variables = new Map<string, { readonly name: string; readonly reference: Reference }>()
  const variableOf = (reference: Reference): string => {
    const key = keyOf(reference)
    const variable = variables.get(key) ?? { name: `v${variables.size}`, reference }
    variables.set(key, variable)
    return variable.name
  }
  const rules = measures.map(({ eligible }) =>
    eligible === null ? null : translate({ situation, variableOf }, eligible, 'as-is'),
  )
  const used = [...variables.values()]
  return {
    rules,
    variables: used.map(({ name }) => name),
    factsOf: (of) =>
      Object.fromEntries(
        used.flatMap(({ name, reference }) => {
          const resolved = resolveReference(of, reference)
          const value = resolved.kind === 'known' ? toPeerValue(resolved.value) : null
          return value === null ? [] : [[name, value]]
        }),
      ),
  }
}
