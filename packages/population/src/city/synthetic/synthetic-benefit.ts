import { exact, multiply } from '@huiqi/domain'
import type { Amount, Benefit, Measure, Operand, Reference, Rulebook } from '@huiqi/engine'
import type { Random } from '../random.ts'

const FACTORS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20]
const RATES = [50, 100, 200, 300, 500, 1_000, 2_000, 3_000]
const CAPS = [10, 20, 30, 50, 100, 200, 300, 500, 1_000]
const BASES = ['enterprise.rd_spending', 'enterprise.revenue', 'enterprise.total_assets']
const TEN_THOUSAND_YUAN = 1_000_000

const scaled = (operand: Operand, fifths: number): Operand =>
  operand.kind === 'literal' && typeof operand.value === 'object'
    ? { kind: 'literal', value: multiply(operand.value, exact(fifths, 5)) }
    : operand

const scaledOrNull = (operand: Operand | null, fifths: number): Operand | null =>
  operand === null ? null : scaled(operand, fifths)

/** The amount with its sums of money multiplied; rates stay. */
const scaleAmount = (amount: Amount, fifths: number): Amount => {
  switch (amount.kind) {
    case 'fixed':
    case 'per-unit':
      return { ...amount, value: scaled(amount.value, fifths) }
    case 'at-most':
    case 'at-least':
      return { ...amount, amount: scaleAmount(amount.amount, fifths) }
    case 'limited':
      return {
        ...amount,
        amount: scaleAmount(amount.amount, fifths),
        cap: scaledOrNull(amount.cap, fifths),
        floor: scaledOrNull(amount.floor, fifths),
      }
    case 'first': {
      const bands = amount.bands.map((band) => ({
        ...band,
        amount: scaleAmount(band.amount, fifths),
      }))
      return { ...amount, bands }
    }
    default:
      return amount
  }
}

const pick = <Value>(values: readonly Value[], random: Random): Value | undefined =>
  values[random.below(values.length)]

/** A share of a figure of last year, up to a cap. */
const shareOfFigure = (rulebook: Rulebook, random: Random): Amount => {
  const fact = pick(
    BASES.filter((id) => rulebook.facts.has(id)),
    random,
  )
  const rate = pick(RATES, random) ?? 100
  const cap = exact((pick(CAPS, random) ?? 10) * TEN_THOUSAND_YUAN)
  const limit: Operand = { kind: 'literal', value: cap }
  if (fact === undefined) return { kind: 'fixed', value: limit }
  const of: Reference = { kind: 'fact', fact, year: 'last' }
  return {
    kind: 'limited',
    amount: { kind: 'rate', rate: { kind: 'literal', value: exact(rate, 10_000) }, of },
    cap: limit,
    floor: null,
    round: null,
  }
}

const NEUTRAL: Benefit = {
  kind: 'award',
  grants: null,
  amount: null,
  frequency: 'year',
  sharedBy: null,
  pool: null,
}

const isAboutEnterprise = (measure: Measure): boolean => measure.about === 'enterprise'

/** What a synthetic measure gives: the real amount with other sums, or a share of a figure up to a cap. */
export const drawBenefit = (measure: Measure, rulebook: Rulebook, random: Random): Benefit => {
  const real = measure.benefit?.amount ?? null
  const fifths = pick(FACTORS, random) ?? 5
  const isVaried = random.chance(0.5) && isAboutEnterprise(measure) && real !== null
  const amount =
    isVaried && real.kind !== 'not-found'
      ? scaleAmount(real, fifths)
      : shareOfFigure(rulebook, random)
  const kind = measure.benefit?.kind ?? 'award'
  const isMoney = kind !== 'title' && kind !== 'service'
  const frequency = measure.benefit?.frequency ?? 'year'
  return { ...NEUTRAL, kind: isMoney ? kind : 'award', amount, frequency }
}
