import type { IsoDate } from '@huiqi/domain'
import { isoDate } from '@huiqi/domain'
import { NOTHING_FURTHER } from '../empty.ts'
import type { Amount, Band, Benefit, Call, Evidence, Guard, Measure, Operand } from '../model.ts'
import { NOT_FOUND } from '../model.ts'
import type { ReferenceInput, ScalarInput } from './test-condition.ts'
import { all, operand, reference, words } from './test-condition.ts'

/** A day that may be `not-found`. */
export const dayOrHole = (text: string): IsoDate | typeof NOT_FOUND =>
  text === NOT_FOUND ? NOT_FOUND : isoDate(text)

/** A measure that every enterprise meets, in force since 2020, without a benefit. */
export const measure = (id: string, rest: Partial<Measure> = {}): Measure => ({
  id,
  instrument: 'test/instrument',
  name: words(id),
  provision: 'art-1',
  lead: 'sheitc',
  agencies: [],
  delivery: 'apply',
  about: 'enterprise',
  inForce: { from: isoDate('2020-01-01'), to: null },
  grade: 'primary',
  eligible: all(),
  benefit: null,
  ...NOTHING_FURTHER,
  plain: words(id),
  ...rest,
})

/** An award granted once. */
export const award = (amount: Amount | null, rest: Partial<Benefit> = {}): Benefit => ({
  kind: 'award',
  grants: null,
  amount,
  frequency: 'once',
  sharedBy: null,
  pool: null,
  ...rest,
})

/** An amount of so many fen, or a hole. */
export const fixed = (value: ScalarInput | Operand): Amount => ({
  kind: 'fixed',
  value: operand(value),
})

/** A part of a base. */
export const rateOf = (rate: ScalarInput | Operand, of: ReferenceInput): Amount => ({
  kind: 'rate',
  rate: operand(rate),
  of: reference(of),
})

/** So much for each unit. */
export const perUnit = (value: ScalarInput | Operand, units: ReferenceInput): Amount => ({
  kind: 'per-unit',
  value: operand(value),
  units: reference(units),
})

/** A band with its guards. */
export const band = (amount: Amount, ...guards: readonly Guard[]): Band => ({ guards, amount })

/** The first band that holds. */
export const first = (...bands: readonly Band[]): Amount => ({ kind: 'first', bands })

/** An amount with a cap, a floor, a rounding or several of them. */
export const limited = (
  amount: Amount,
  limits: {
    readonly cap?: ScalarInput | Operand
    readonly floor?: ScalarInput | Operand
    readonly round?: Extract<Amount, { kind: 'limited' }>['round']
  },
): Amount => ({
  kind: 'limited',
  amount,
  cap: limits.cap === undefined ? null : operand(limits.cap),
  floor: limits.floor === undefined ? null : operand(limits.floor),
  round: limits.round ?? null,
})

/** A window to apply; the end may be `not-found`. */
export const call = (id: string, from: string, to: string): Call => ({
  id,
  from: isoDate(from),
  to: dayOrHole(to),
  says: null,
})

/** A paper that proves facts. */
export const evidence = (
  id: string,
  grade: Evidence['grade'],
  proves: readonly string[],
): Evidence => ({ id, name: words(id), proves, grade })
