import { formatExact } from '@huiqi/domain'
import {
  type Amount,
  type Condition,
  type Measure,
  NOT_FOUND,
  type Operand,
  type Parameter,
} from '@huiqi/engine'
import { eachChanged, inside, type Mutant } from './mutant.ts'
import { movedByStep } from './operand-mutants.ts'

const show = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'n' in value && 'd' in value
    ? formatExact({ n: BigInt(String(value.n)), d: BigInt(String(value.d)) })
    : String(value)

type DatedValue = Parameter['values'][number]

const isOfPeriod = ({ from, to }: DatedValue, { inForce }: Measure): boolean => {
  const { to: end } = inForce
  const isOpen = end === null || end === NOT_FOUND
  return (to === null || to >= inForce.from) && (isOpen || from <= end)
}

/** A parameter with one of the values that a measure meets while in force moved by one step. */
export const parameterMutants = (
  parameter: Parameter,
  measure: Measure,
): readonly Mutant<Parameter>[] =>
  inside(
    eachChanged(parameter.values, (dated, index) => {
      const { value } = dated
      if (value === NOT_FOUND || !isOfPeriod(dated, measure)) return []
      return movedByStep(value, parameter.type).map((moved) => ({
        what: `${show(value)} → ${show(moved)}`,
        path: `values[${index}]`,
        value: { ...dated, value: moved },
      }))
    }),
    (values) => ({ ...parameter, values }),
  )

const named = (operand: Operand | null): readonly string[] =>
  operand?.kind === 'parameter' ? [operand.parameter] : []

const ofCondition = (condition: Condition): readonly string[] =>
  condition.kind === 'leaf'
    ? condition.tests.flatMap((test) => ('values' in test ? [] : named(test.value)))
    : condition.parts.flatMap(ofCondition)

const ofAmount = (amount: Amount): readonly string[] => {
  switch (amount.kind) {
    case 'fixed':
    case 'per-unit':
      return named(amount.value)
    case 'rate':
      return named(amount.rate)
    case 'first':
      return amount.bands.flatMap(({ guards, amount: inner }) => [
        ...guards.flatMap(({ tests }) =>
          tests.flatMap((test) => ('values' in test ? [] : named(test.value))),
        ),
        ...ofAmount(inner),
      ])
    case 'at-most':
    case 'at-least':
      return ofAmount(amount.amount)
    case 'limited':
      return [...named(amount.cap), ...named(amount.floor), ...ofAmount(amount.amount)]
    case 'formula':
    case 'not-found':
      return []
  }
}

/** The parameters that decide a measure. */
export const parametersOf = (measure: Measure): ReadonlySet<string> =>
  new Set([
    ...(measure.eligible === null ? [] : ofCondition(measure.eligible)),
    ...(measure.benefit?.amount ? ofAmount(measure.benefit.amount) : []),
  ])
