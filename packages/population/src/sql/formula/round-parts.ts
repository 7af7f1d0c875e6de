import type { Exact } from '@huiqi/domain'
import type { Fraction } from '../fraction.ts'
import { refuse } from '../refusal.ts'
import { comparison } from '../truth-sql.ts'
import { constant, minus, negated, pick, plus, quotient, times, type Whole } from '../whole.ts'

/** The direction in which a number is brought to a whole multiple of a step, as amounts name it. */
export type StepRounding = 'down' | 'up' | 'half-up' | 'half-even'

const ONE = constant(1)
const TWO = constant(2)

const toEven = (n: Whole, d: Whole): Whole => {
  const below = quotient(n, d)
  const twice = times(TWO, minus(n, times(below, d)))
  const isOdd = comparison(
    '<>',
    minus(below, times(TWO, quotient(below, TWO))).sql,
    constant(0).sql,
  )
  const above = plus(below, ONE)
  const isTie = comparison('=', twice.sql, d.sql)
  return pick(
    [
      { when: comparison('<', twice.sql, d.sql), gives: below },
      { when: comparison('>', twice.sql, d.sql), gives: above },
      { when: { kind: 'all', parts: [isTie, isOdd] }, gives: above },
      { when: isTie, gives: below },
    ],
    null,
  )
}

const rounded = (n: Whole, d: Whole, mode: StepRounding): Whole => {
  switch (mode) {
    case 'down':
      return quotient(n, d)
    case 'up':
      return quotient(plus(n, minus(d, ONE)), d)
    case 'half-up':
      return quotient(plus(times(TWO, n), d), times(TWO, d))
    case 'half-even':
      return toEven(n, d)
  }
}

/** How many whole steps the number is, rounded. */
export const stepsIn = ({ n, d }: Fraction, step: Exact, mode: StepRounding): Whole =>
  rounded(times(n, constant(step.d)), times(d, constant(step.n)), mode)

/** The number brought to a whole multiple of a positive step. */
export const roundToStep = (number: Fraction, step: Exact, mode: StepRounding): Fraction => ({
  n: times(stepsIn(number, step, mode), constant(step.n)),
  d: constant(step.d),
})

const MAGNITUDES: Readonly<Record<string, StepRounding | 'half-down'>> = {
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half-up',
  'round half down': 'half-down',
  decimal: 'half-even',
}

const roundMagnitude = (
  number: Fraction,
  step: Exact,
  mode: StepRounding | 'half-down',
): Fraction => {
  if (mode !== 'half-down') return roundToStep(number, step, mode)
  const mirrored = roundToStep({ ...number, n: negated(number.n) }, step, 'half-up')
  return { ...mirrored, n: negated(mirrored.n) }
}

/** One of the rounding functions of formulas; the direction of a negative number is that of its size. */
export const roundByName = (name: string, number: Fraction, step: Exact): Fraction => {
  if (name === 'floor') return roundToStep(number, step, 'down')
  if (name === 'ceiling') return roundToStep(number, step, 'up')
  const mode = MAGNITUDES[name]
  if (mode === undefined) return refuse('not-supported', name)
  if (number.n.low >= 0n) return roundMagnitude(number, step, mode)
  const zero = constant(0)
  const positive = roundMagnitude({ ...number, n: atLeastZero(number.n) }, step, mode)
  const negative = roundMagnitude({ ...number, n: atLeastZero(negated(number.n)) }, step, mode)
  const n = pick(
    [
      { when: comparison('>=', number.n.sql, zero.sql), gives: positive.n },
      { when: comparison('<', number.n.sql, zero.sql), gives: negated(negative.n) },
    ],
    null,
  )
  return { n, d: positive.d }
}

/** The same expression where it is known not to be negative. */
const atLeastZero = (whole: Whole): Whole => ({ ...whole, low: whole.low < 0n ? 0n : whole.low })
