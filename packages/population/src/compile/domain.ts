import type { Exact } from '@huiqi/domain'
import type { CodeIndex, Resolved, Scalar } from '@huiqi/engine'
import {
  type BoundTest,
  boundTestKey,
  type MemberTest,
  orderedValue,
  type SpanTest,
} from './bound-test.ts'
import { type CodeClasses, classOfCode, memberTruth } from './code-classes.ts'
import { type Cut, placeOfCut, stateOfNumber } from './cut.ts'
import { FALSE, negationOf, OPEN, TRUE } from './truth-code.ts'

/**
 * Values in order, parted by ascending cuts: state `s` lies above `s` of them, the state after the
 * last known one is the open value. Dates that never came lie below all dates, truth counts as 0 and 1.
 */
export interface OrderedDomain {
  readonly kind: 'ordered'
  readonly cuts: readonly Cut[]
  readonly hasNever: boolean
  /** Whether open values may have a known low and high end. */
  readonly isRanged: boolean
}

/**
 * Codes in classes; after the classes stand the sets of codes that an open value may be narrowed to,
 * and last the open value.
 */
export interface CodeDomain {
  readonly kind: 'codes'
  readonly classes: CodeClasses
  readonly narrowed: readonly (readonly string[])[]
  readonly index: CodeIndex | null
}

/** The finitely many states that a value can be in, as far as a program can tell. */
export type Domain = OrderedDomain | CodeDomain

/** The state of an open value that nothing narrows; all states before it are smaller. */
export const openState = (domain: Domain): number =>
  domain.kind === 'ordered' ? domain.cuts.length + 1 : domain.classes.count + domain.narrowed.length

/** The state of a known value. */
export const stateOfValue = (domain: Domain, value: Scalar): number => {
  if (domain.kind === 'codes') return classOfCode(domain.classes, String(value))
  const ordered = orderedValue(value)
  return ordered === null ? 0 : stateOfNumber(domain.cuts, ordered)
}

const narrowedState = (domain: CodeDomain, codes: readonly string[]): number => {
  const place = domain.narrowed.findIndex(
    (set) => set.length === codes.length && set.every((code) => codes.includes(code)),
  )
  return place === -1 ? openState(domain) : domain.classes.count + place
}

/** The state of a value that may be open; ranges count as open. */
export const stateOfResolved = (domain: Domain, resolved: Resolved): number => {
  if (resolved.kind === 'known') return stateOfValue(domain, resolved.value)
  const { possible } = resolved
  return domain.kind === 'codes' && possible?.kind === 'codes'
    ? narrowedState(domain, possible.codes)
    : openState(domain)
}

/** The lowest and highest state of a number that may be open; without an end the outermost known one. */
export const stateSpan = (
  domain: OrderedDomain,
  ends: { readonly low: Exact | null; readonly high: Exact | null },
): { readonly low: number; readonly high: number } => ({
  low: ends.low === null ? 0 : stateOfNumber(domain.cuts, ends.low),
  high: ends.high === null ? domain.cuts.length : stateOfNumber(domain.cuts, ends.high),
})

/** The known states that a span holds, as `from` up to but without `to`. */
export const statesOfSpan = (
  { cuts }: OrderedDomain,
  { from, to }: SpanTest,
): { readonly from: number; readonly to: number } => ({
  from: from === null ? 0 : placeOfCut(cuts, from) + 1,
  to: to === null ? cuts.length + 1 : placeOfCut(cuts, to) + 1,
})

const truthsOfSpan = (domain: OrderedDomain, test: SpanTest): Uint8Array => {
  const { from, to } = statesOfSpan(domain, test)
  return Uint8Array.from({ length: openState(domain) + 1 }, (_, state) =>
    state > domain.cuts.length ? OPEN : state >= from && state < to ? TRUE : FALSE,
  )
}

const truthsOfMember = ({ classes, narrowed, index }: CodeDomain, test: MemberTest): Uint8Array => {
  const truthOf = memberTruth(test, index)
  const none = test.isNegated ? TRUE : FALSE
  const known = classes.samples.map((code) => (code === null ? none : truthOf([code])))
  return Uint8Array.from([...known, ...narrowed.map(truthOf), OPEN])
}

/** How a test comes out in each state. Ranges are not told apart from open values here. */
export const truthsOf = (domain: Domain, test: BoundTest): Uint8Array => {
  if (test.kind === 'gap') return new Uint8Array(openState(domain) + 1).fill(OPEN)
  if (test.kind === 'span') {
    if (domain.kind === 'codes') throw new TypeError(`codes have no order: ${boundTestKey(test)}`)
    const truths = truthsOfSpan(domain, test)
    return test.isNegated ? truths.map(negationOf) : truths
  }
  if (domain.kind === 'ordered') throw new TypeError(`no codes here: ${boundTestKey(test)}`)
  return truthsOfMember(domain, test)
}

/**
 * How a comparison inside a formula comes out in each state: there an open value decides nothing even
 * when it is narrowed, and neither does a date that never came.
 */
export const strictTruthsOf = (domain: Domain, test: BoundTest): Uint8Array => {
  const known = domain.kind === 'ordered' ? domain.cuts.length + 1 : domain.classes.count
  const never = domain.kind === 'ordered' && domain.hasNever ? 0 : -1
  return truthsOf(domain, test).map((truth, state) =>
    state >= known || state === never ? OPEN : truth,
  )
}
