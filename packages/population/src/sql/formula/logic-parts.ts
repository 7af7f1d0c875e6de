import { refuse } from '../refusal.ts'
import { joinOpen } from '../resolved-sql.ts'
import type { Sql } from '../sql-node.ts'
import {
  all,
  any,
  choose,
  isAlways,
  isKnown,
  isNull,
  isTrue,
  mayBeTrue,
  not,
} from '../truth-sql.ts'
import { constantOf, pick, type Whole } from '../whole.ts'
import { compareParts } from './compare-parts.ts'
import { fractionIn, isWaiting, type Part, sqlIn, waitingFor, wholeOf, witness } from './part.ts'

/** `and`, `or`: without value only where no part could still decide. */
export const joinTruths = (operator: 'and' | 'or', left: Part, right: Part): Part => {
  const [a, b] = [sqlIn(left), sqlIn(right)]
  const value = operator === 'and' ? all(a, b) : any(a, b)
  const isSettled = (part: Part): Sql => any(part.undefined, isKnown(witness(part)))
  const hasUndefined = any(left.undefined, right.undefined)
  return {
    type: 'boolean',
    value,
    undefined: all(hasUndefined, isNull(value), isSettled(left), isSettled(right)),
    whenOpen: waitingFor([left, right]),
  }
}

interface Branch {
  readonly when: Sql
  readonly gives: Part
}

const denominator = (branches: readonly { readonly when: Sql; readonly gives: Whole }[]): Whole => {
  const [first, ...rest] = branches.map(({ gives }) => gives)
  const value = first === undefined ? null : constantOf(first)
  const isOne = value !== null && rest.every((other) => constantOf(other) === value)
  return first !== undefined && isOne ? first : pick(branches, null)
}

/** The value of the first branch that holds; NULL when none does. Parts are of one type. */
export const pickPart = (branches: readonly [Branch, ...Branch[]]): Part => {
  const [{ gives: first }] = branches
  const open = { undefined: first.undefined, whenOpen: first.whenOpen }
  const over = <Value>(payload: (part: Part) => Value) =>
    branches.map(({ when, gives }) => ({ when, gives: payload(gives) }))
  switch (first.type) {
    case 'number':
    case 'money': {
      const n = pick(
        over((part) => fractionIn(part).n),
        null,
      )
      const d = denominator(over((part) => fractionIn(part).d))
      return { ...open, type: first.type, value: { n, d } }
    }
    case 'days':
    case 'months':
      return { ...open, type: first.type, value: pick(over(wholeOf), null) }
    default:
      return { ...open, type: first.type, value: choose(over(sqlIn)) }
  }
}

const isUndefinedChoice = (
  condition: Part,
  branches: { readonly consequent: Part; readonly alternative: Part },
  value: Sql,
): Sql => {
  const { consequent, alternative } = branches
  const holds = sqlIn(condition)
  const bothKnown = all(isKnown(witness(consequent)), isKnown(witness(alternative)))
  return all(
    isNull(value),
    any(
      all(isTrue(holds), consequent.undefined),
      all(isTrue(not(holds)), alternative.undefined),
      all(condition.undefined, any(bothKnown, consequent.undefined, alternative.undefined)),
    ),
  )
}

/** `if`: without a definite condition there is a value only where both branches agree on it. */
export const choosePart = (condition: Part, consequent: Part, alternative: Part): Part => {
  const mayLackBoth = [consequent, alternative].every((part) => !isAlways(part.undefined, false))
  if (mayLackBoth) return refuse('not-supported', 'if with two branches that may have no value')
  const holds = sqlIn(condition)
  const chosen = pickPart([
    { when: holds, gives: consequent },
    { when: not(holds), gives: alternative },
    { when: compareParts('=', consequent, alternative), gives: consequent },
  ])
  return {
    ...chosen,
    undefined: isUndefinedChoice(condition, { consequent, alternative }, witness(chosen)),
    whenOpen: joinOpen([
      { isOpen: isWaiting(condition), whenOpen: condition.whenOpen },
      { isOpen: all(isWaiting(consequent), mayBeTrue(holds)), whenOpen: consequent.whenOpen },
      {
        isOpen: all(isWaiting(alternative), mayBeTrue(not(holds))),
        whenOpen: alternative.whenOpen,
      },
    ]),
  }
}
