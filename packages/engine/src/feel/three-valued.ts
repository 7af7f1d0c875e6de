import { compare } from '@huiqi/domain'
import type { FeelValue, Known } from './feel-value.ts'
import { FALSE, missingOf, TRUE, truthOf } from './feel-value.ts'

/** Whether two definite values of one type are the same. */
export const isSame = (left: Known, right: Known): boolean => {
  const isAmount = left.type === 'number' || left.type === 'money'
  if (isAmount && right.type === left.type) return compare(left.value, right.value) === 0
  return left.type === right.type && left.value === right.value
}

const isTruth = (value: FeelValue, truth: boolean): boolean =>
  value.kind === 'known' && value.value === truth

const undecided = (left: FeelValue, right: FeelValue): FeelValue =>
  left.kind === 'undefined' && right.kind === 'undefined'
    ? left
    : { kind: 'unknown', missing: missingOf([left, right]) }

/** Strong Kleene `and`: one false decides, even beside an unknown. */
export const conjunction = (left: FeelValue, right: FeelValue): FeelValue => {
  if (isTruth(left, false) || isTruth(right, false)) return FALSE
  if (isTruth(left, true)) return right
  return isTruth(right, true) ? left : undecided(left, right)
}

/** Strong Kleene `or`: one true decides, even beside an unknown. */
export const disjunction = (left: FeelValue, right: FeelValue): FeelValue => {
  if (isTruth(left, true) || isTruth(right, true)) return TRUE
  if (isTruth(left, false)) return right
  return isTruth(right, false) ? left : undecided(left, right)
}

/** Strong Kleene `not`. */
export const complement = (value: FeelValue): FeelValue => {
  if (value.kind !== 'known') return value
  return truthOf(value) ? FALSE : TRUE
}

const haveSameReason = (left: FeelValue, right: FeelValue): boolean =>
  left.kind === 'undefined' && right.kind === 'undefined' && left.reason === right.reason

/** `if`: without a definite condition there is a value only when both branches agree on it. */
export const choice = (
  condition: FeelValue,
  consequent: FeelValue,
  alternative: FeelValue,
): FeelValue => {
  if (condition.kind === 'known') return truthOf(condition) ? consequent : alternative
  const branches = [consequent, alternative]
  if (consequent.kind === 'known' && alternative.kind === 'known') {
    if (isSame(consequent, alternative)) return consequent
    return condition
  }
  if (condition.kind === 'unknown') {
    if (haveSameReason(consequent, alternative)) return consequent
    return { kind: 'unknown', missing: missingOf([condition, ...branches]) }
  }
  if (branches.some((branch) => branch.kind === 'undefined')) return condition
  return { kind: 'unknown', missing: missingOf(branches) }
}
