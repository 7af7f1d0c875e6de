import type { Amount, Band, Operand, Rulebook } from '@huiqi/engine'
import { eachChanged, eachDropped, inside, type Mutant } from './mutant.ts'
import { operandMutants } from './operand-mutants.ts'
import { guardMutants, referenceMutants } from './test-mutants.ts'

type Kind<K extends Amount['kind']> = Extract<Amount, { kind: K }>

const PATH = 'benefit.amount'

const moneyMutants = (operand: Operand): readonly Mutant<Operand>[] =>
  operandMutants(operand, { type: 'money', path: PATH })

const rateMutants = (amount: Kind<'rate'>): readonly Mutant<Amount>[] => [
  ...inside(operandMutants(amount.rate, { type: 'rate', path: PATH }), (rate) => ({
    ...amount,
    rate,
  })),
  ...inside(referenceMutants(amount.of, PATH), (of) => ({ ...amount, of })),
]

const bandMutants = (rulebook: Rulebook, band: Band): readonly Mutant<Band>[] => [
  ...inside(amountMutants(rulebook, band.amount), (amount) => ({ ...band, amount })),
  ...inside(
    eachChanged(band.guards, (guard) => guardMutants(rulebook, guard, PATH)),
    (guards) => ({ ...band, guards }),
  ),
  ...inside(
    eachDropped(band.guards, { path: PATH, what: () => 'a guard of a band' }),
    (guards) => ({ ...band, guards }),
  ),
]

const firstMutants = (rulebook: Rulebook, amount: Kind<'first'>): readonly Mutant<Amount>[] => {
  const changed = eachChanged(amount.bands, (band) => bandMutants(rulebook, band))
  const dropped = eachDropped(amount.bands, { path: PATH, what: (_, index) => `band ${index + 1}` })
  return inside([...changed, ...dropped], (bands) => ({ ...amount, bands }))
}

const OTHER_ROUNDING = { down: 'up', up: 'down', 'half-up': 'down', 'half-even': 'down' } as const

const boundMutants = (
  amount: Kind<'limited'>,
  bound: 'cap' | 'floor',
): readonly Mutant<Amount>[] => {
  const operand = amount[bound]
  if (operand === null || operand.kind === 'not-found') return []
  return [
    { what: `drop the ${bound}`, path: PATH, value: { ...amount, [bound]: null } },
    ...inside(moneyMutants(operand), (moved) => ({ ...amount, [bound]: moved })),
  ]
}

const limitedMutants = (rulebook: Rulebook, amount: Kind<'limited'>): readonly Mutant<Amount>[] => {
  const { round } = amount
  const mode = round === null ? null : OTHER_ROUNDING[round.mode]
  return [
    ...inside(amountMutants(rulebook, amount.amount), (inner) => ({ ...amount, amount: inner })),
    ...boundMutants(amount, 'cap'),
    ...boundMutants(amount, 'floor'),
    ...(round === null || mode === null
      ? []
      : [{ what: `round ${mode}`, path: PATH, value: { ...amount, round: { ...round, mode } } }]),
  ]
}

/** A cap that was not found leaves the low end at nothing, as an "up to" does. */
const hasOpenCap = (amount: Amount): boolean =>
  amount.kind === 'limited' && amount.cap?.kind === 'not-found'

const boundedMutants = (
  rulebook: Rulebook,
  amount: Kind<'at-most' | 'at-least'>,
): readonly Mutant<Amount>[] => [
  ...(hasOpenCap(amount.amount)
    ? []
    : [{ what: `drop ${amount.kind}`, path: PATH, value: amount.amount }]),
  ...inside(amountMutants(rulebook, amount.amount), (inner) => ({ ...amount, amount: inner })),
]

/** An amount with a figure moved by one step, a bound or band dropped, or another rounding. */
export const amountMutants = (rulebook: Rulebook, amount: Amount): readonly Mutant<Amount>[] => {
  switch (amount.kind) {
    case 'fixed':
      return inside(moneyMutants(amount.value), (value) => ({ ...amount, value }))
    case 'rate':
      return rateMutants(amount)
    case 'per-unit':
      return inside(moneyMutants(amount.value), (value) => ({ ...amount, value }))
    case 'first':
      return firstMutants(rulebook, amount)
    case 'at-most':
    case 'at-least':
      return boundedMutants(rulebook, amount)
    case 'limited':
      return limitedMutants(rulebook, amount)
    case 'formula':
    case 'not-found':
      return []
  }
}
