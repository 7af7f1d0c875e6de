import type { Bilingual, IsoDate } from '@huiqi/domain'
import type {
  CodeIndex,
  FactType,
  Measure,
  NOT_FOUND,
  Operand,
  Reference,
  Test,
} from '@huiqi/engine'

/** What may be written at a place of a measure. */
export type Expected =
  /** One value of a type; an optional one may be left out (`none`). */
  | {
      readonly kind: 'figure'
      readonly type: FactType
      readonly index: CodeIndex | null
      readonly isOptional: boolean
    }
  | { readonly kind: 'codes'; readonly index: CodeIndex | null }
  /** A day of a period; an optional one may be left out, a hole is an end that the text does not give. */
  | { readonly kind: 'day'; readonly isOptional: boolean; readonly mayBeHole: boolean }
  /** A whole condition: it can only be left out. */
  | { readonly kind: 'condition' }

/** What stands, or is to stand, at a place. */
export type PlaceValue =
  | { readonly kind: 'figure'; readonly operand: Operand }
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'day'; readonly day: IsoDate | typeof NOT_FOUND }
  | { readonly kind: 'condition' }
  /** Nothing: no cap, no end, no such condition. */
  | { readonly kind: 'none' }

/** One place of a measure that can be changed. */
export interface Place {
  /** The path as the policy file has it: `eligible.all[1].at-least`. */
  readonly path: string
  /** Other names: `enterprise.revenue.at-least`. */
  readonly aliases: readonly string[]
  /** The statement of the condition it belongs to; null for amounts and days. */
  readonly says: Bilingual | null
  /** What is compared and how; null where nothing is. */
  readonly compares: { readonly reference: Reference; readonly word: Test['word'] } | null
  readonly expected: Expected
  readonly value: PlaceValue
  /** The measure with another value here. Throws TypeError on a value of another kind. */
  readonly put: (value: PlaceValue) => Measure
}

/** The operand of a value. Throws TypeError when it is none. */
export const operandOf = (value: PlaceValue): Operand => {
  if (value.kind === 'figure') return value.operand
  throw new TypeError(`a figure was expected, found ${value.kind}`)
}
