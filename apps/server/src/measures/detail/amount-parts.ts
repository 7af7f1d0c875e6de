import type { AmountRule } from '@huiqi/contract'
import { type Bilingual, formatRate } from '@huiqi/domain'
import {
  type Amount,
  type Band,
  NOT_FOUND,
  type Operand,
  type Reference,
  type Scalar,
} from '@huiqi/engine'
import { showAmountRule, showGuard, words } from '@huiqi/wording'
import { inBothLanguages } from '../measure-summary.ts'
import { figureOf, mostOf } from '../measure-traits.ts'
import type { Telling } from './conditions.ts'

type Parts = AmountRule['bands'][number]
type Figures = Omit<Parts, 'says' | 'when'>

const NOTHING: Figures = {
  rate: null,
  base: null,
  fixedFen: null,
  perUnitFen: null,
  floorFen: null,
  capFen: null,
  isDecidedByOfficer: false,
  isNotFound: false,
}

const scalarOf = ({ rulebook, day }: Telling, operand: Operand): Scalar | null => {
  if (operand.kind !== 'parameter') return operand.kind === 'literal' ? operand.value : null
  const values = rulebook.parameters.get(operand.parameter)?.values ?? []
  const dated = values.find(({ from, to }) => from <= day && (to === null || day <= to))
  const value = (dated ?? values.at(-1))?.value
  return value === undefined || value === NOT_FOUND ? null : value
}

const rateOf = (telling: Telling, operand: Operand): string | null => {
  const value = scalarOf(telling, operand)
  return typeof value === 'object' && value !== null ? formatRate(value) : null
}

const baseOf = ({ rulebook }: Telling, reference: Reference): Bilingual | null =>
  reference.kind === 'fact' ? (rulebook.facts.get(reference.fact)?.name ?? null) : null

const fenOf = ({ rulebook, day }: Telling, operand: Operand | null): number | null =>
  operand === null ? null : figureOf(rulebook, operand, day)

const figuresOf = (telling: Telling, amount: Amount): Figures => {
  switch (amount.kind) {
    case 'fixed':
      return { ...NOTHING, fixedFen: fenOf(telling, amount.value) }
    case 'rate':
      return { ...NOTHING, rate: rateOf(telling, amount.rate), base: baseOf(telling, amount.of) }
    case 'per-unit': {
      const base = baseOf(telling, amount.units)
      return { ...NOTHING, perUnitFen: fenOf(telling, amount.value), base }
    }
    case 'at-most':
    case 'at-least':
      return { ...figuresOf(telling, amount.amount), isDecidedByOfficer: true }
    case 'limited': {
      const floorFen = fenOf(telling, amount.floor)
      return { ...figuresOf(telling, amount.amount), floorFen, capFen: fenOf(telling, amount.cap) }
    }
    case 'not-found':
      return { ...NOTHING, isNotFound: true }
    default:
      return NOTHING
  }
}

const UNSAID: Bilingual = { zh: '', en: '' }

const saysOf = (telling: Telling, amount: Amount): Bilingual =>
  inBothLanguages(telling, (reader) => showAmountRule(reader, amount)) ?? UNSAID

const bandsIn = (amount: Amount): readonly Band[] => {
  if (amount.kind === 'first') return amount.bands
  return 'amount' in amount ? bandsIn(amount.amount) : []
}

const whenOf = (telling: Telling, { guards }: Band): Bilingual | null =>
  guards.length === 0
    ? null
    : inBothLanguages(telling, (reader) =>
        words[reader.language].punctuation.list(
          guards.flatMap((guard) => showGuard(reader, guard)),
        ),
      )

/** An amount taken apart. */
export const amountParts = (telling: Telling, amount: Amount): AmountRule => ({
  says: saysOf(telling, amount),
  ...figuresOf(telling, amount),
  mostFen: mostOf(telling.rulebook, amount, telling.day),
  bands: bandsIn(amount).map((band) => ({
    when: whenOf(telling, band),
    says: saysOf(telling, band.amount),
    ...figuresOf(telling, band.amount),
  })),
})
