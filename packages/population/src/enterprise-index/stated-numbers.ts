import { collectOnce, type Exact } from '@huiqi/domain'
import { type Need, needKey } from '@huiqi/engine'
import type { Arithmetic } from '../compile/arithmetic.ts'
import { orderedValue } from '../compile/bound-test.ts'
import {
  type Approximate,
  approximateOf,
  combineApproximate,
  NO_VALUE,
  type Operation,
  ULP,
} from '../kernel/approximate.ts'
import type { EnterpriseWithThings, StatedOf } from './enterprise-facts.ts'

/** Stated, but as `never`. */
export const STATED_NEVER: Approximate = { value: Number.NaN, error: 0 }

const RATIO_ERROR = 2 * ULP

/** A stated number as a double, the quick way where numerator and denominator are small. */
const approximateStated = (stated: Exact): Approximate => {
  const n = Number(stated.n)
  if (!Number.isSafeInteger(n)) return approximateOf(stated)
  if (stated.d === 1n) return { value: n, error: 0 }
  const d = Number(stated.d)
  if (!Number.isSafeInteger(d)) return approximateOf(stated)
  return { value: n / d, error: Math.abs(n / d) * RATIO_ERROR }
}

/** An expression whose constants are doubles and whose facts are places among stated numbers. */
export type Worked =
  | { readonly kind: 'constant'; readonly near: Approximate }
  | { readonly kind: 'number'; readonly place: number; readonly otherwise: Worked | null }
  | {
      readonly kind: Operation
      readonly left: Worked
      readonly right: Worked
    }

/** The numbers that an enterprise states, each looked up once until they are forgotten. */
export const createStatedNumbers = (statedOf: StatedOf) => {
  const { placeOf, entries } = collectOnce(needKey)
  const stamps: number[] = []
  const known: (Approximate | null)[] = []
  let stamp = 0

  const lookUp = (subject: EnterpriseWithThings, place: number): Approximate | null => {
    const need = entries[place]
    if (need === undefined) throw new RangeError(`no number ${place}`)
    const stated = statedOf(subject, need)
    if (stated === null) return null
    const number = orderedValue(stated.value)
    return number === null ? STATED_NEVER : approximateStated(number)
  }

  /** What is stated for a number; null when nothing is. */
  const at = (subject: EnterpriseWithThings, place: number): Approximate | null => {
    if (stamps[place] === stamp) return known[place] ?? null
    const found = lookUp(subject, place)
    stamps[place] = stamp
    known[place] = found
    return found
  }

  const prepare = (need: Need): number => {
    const place = placeOf(need)
    stamps[place] = -1
    known[place] = null
    return place
  }

  const work = (expression: Arithmetic): Worked => {
    switch (expression.kind) {
      case 'constant':
        return { kind: 'constant', near: approximateOf(expression.value) }
      case 'fact': {
        const { otherwise } = expression
        return {
          kind: 'number',
          place: prepare(expression),
          otherwise: otherwise === null ? null : work(otherwise),
        }
      }
      default:
        return {
          kind: expression.kind,
          left: work(expression.left),
          right: work(expression.right),
        }
    }
  }

  /** The value of an expression; NaN when it is open. */
  const evaluate = (worked: Worked, subject: EnterpriseWithThings): Approximate => {
    switch (worked.kind) {
      case 'constant':
        return worked.near
      case 'number': {
        const stated = at(subject, worked.place)
        if (stated !== null && stated !== STATED_NEVER) return stated
        return worked.otherwise === null ? NO_VALUE : evaluate(worked.otherwise, subject)
      }
      default: {
        const left = evaluate(worked.left, subject)
        return combineApproximate(worked.kind, left, evaluate(worked.right, subject))
      }
    }
  }

  return {
    prepare,
    work,
    at,
    evaluate,
    forget: (): void => {
      stamp += 1
    },
  }
}

/** See `createStatedNumbers`. */
export type StatedNumbers = ReturnType<typeof createStatedNumbers>
